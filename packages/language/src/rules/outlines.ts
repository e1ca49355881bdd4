import {
  type Anchor,
  catalogue,
  type EvaluatedReport,
  type ReportItem,
  type Run,
  type Section,
  type Span,
} from '@jixiao/core';
import type { EvaluatedFile } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';
import { type ExpectedSection, type Outline, readOutline } from '../evaluation/outline.js';

const { outlines } = catalogue;

/** A report has the sections that its outline prescribes, with what is expected in them. */
export function reportsShouldFollowTheirOutline(file: EvaluatedFile, evaluation: Evaluation): void {
  for (const report of file.reports) {
    const outline =
      report.outline === undefined ? undefined : outlineOf(report.outline, report.span.anchor, evaluation);
    if (outline) followOutline(report, outline, evaluation);
    else reportEmptySections(report.items, evaluation);
  }
}

function outlineOf(name: string, anchor: Anchor, evaluation: Evaluation): Outline | undefined {
  const found = evaluation.contextAt(anchor).scope.resolve([name], [], (symbol) => symbol.kind === 'outline');
  if (found.kind !== 'found' || found.symbol.kind !== 'outline') return undefined;
  return readOutline(found.symbol.node, evaluation.contextAt(found.symbol.nameSpan.anchor));
}

function followOutline(report: EvaluatedReport, outline: Outline, evaluation: Evaluation): void {
  compare(sectionsOf(report.items), outline.sections, { outline, within: '', at: report.titleSpan }, evaluation);
}

interface Place {
  readonly outline: Outline;
  readonly within: string;
  readonly at: Span;
}

function compare(
  sections: readonly Section[],
  expected: readonly ExpectedSection[],
  place: Place,
  evaluation: Evaluation,
): void {
  const outline = place.outline.label;
  for (const wanted of expected) {
    const title = wanted.titles[0] ?? '';
    const found = sections.find((section) => wanted.titles.includes(section.title));
    if (!found) {
      if (wanted.required) {
        evaluation.report(outlines.missingSection.at(place.at, { title, outline, within: place.within }));
      }
      continue;
    }
    examine(found, wanted, place, evaluation);
    const inside: Place = { outline: place.outline, within: found.title, at: found.titleSpan };
    if (wanted.sections.length > 0) compare(sectionsOf(found.items), wanted.sections, inside, evaluation);
    else reportEmptySections(found.items, evaluation);
  }
  for (const section of sections) {
    if (expected.length === 0 || expected.some(({ titles }) => titles.includes(section.title))) continue;
    evaluation.report(
      outlines.unexpectedSection.at(section.titleSpan, { title: section.title, outline, within: place.within }),
    );
  }
}

function examine(section: Section, wanted: ExpectedSection, place: Place, evaluation: Evaluation): void {
  const text = textOf(section);
  const { title, titleSpan } = section;
  const outline = place.outline.label;
  if (isEmpty(section)) {
    evaluation.report(outlines.emptySection.at(titleSpan, { title }));
    return;
  }
  for (const content of wanted.contents) {
    if (!text.includes(content)) evaluation.report(outlines.missingContent.at(titleSpan, { title, content, outline }));
  }
  const length = [...text.replace(/\s/g, '')].length;
  const { low, high } = wanted.words ?? {};
  if (high !== undefined && length > high)
    evaluation.report(outlines.tooLong.at(titleSpan, { title, length, limit: high }));
  if (low !== undefined && length < low)
    evaluation.report(outlines.tooShort.at(titleSpan, { title, length, limit: low }));
}

function reportEmptySections(items: readonly ReportItem[], evaluation: Evaluation): void {
  for (const section of sectionsOf(items)) {
    for (const { title, titleSpan } of emptySectionsIn(section)) {
      evaluation.report(outlines.emptySection.at(titleSpan, { title }));
    }
  }
}

/** An evaluated section stays the same object as long as nothing in it changes. */
const EMPTY = new WeakMap<Section, readonly Section[]>();

/** A section that is empty, or the empty ones inside it. */
function emptySectionsIn(section: Section): readonly Section[] {
  let found = EMPTY.get(section);
  if (!found) {
    found = isEmpty(section) ? [section] : sectionsOf(section.items).flatMap(emptySectionsIn);
    EMPTY.set(section, found);
  }
  return found;
}

function isEmpty(section: Section): boolean {
  return section.items.every((item) => item.kind === 'prose' && item.paragraphs.length === 0);
}

function sectionsOf(items: readonly ReportItem[]): Section[] {
  return items.flatMap((item) => {
    if (item.kind === 'section') return [item];
    return item.kind === 'landscape' ? sectionsOf(item.items) : [];
  });
}

const TEXTS = new WeakMap<Section, string>();

/** The running text of a section; an evaluated section stays the same object as long as nothing in it changes. */
function textOf(section: Section): string {
  let text = TEXTS.get(section);
  if (text === undefined) {
    text = plainText(section.items);
    TEXTS.set(section, text);
  }
  return text;
}

/** The running text of items, headings and captions included, as a reader would search it. */
export function plainText(items: readonly ReportItem[]): string {
  return items
    .map((item): string => {
      switch (item.kind) {
        case 'prose':
          return item.paragraphs.map(({ runs }) => runs.map(textOfRun).join('')).join('\n');
        case 'section':
          return `${item.title}\n${textOf(item)}`;
        case 'annex':
          return `${item.title}\n${plainText(item.items)}`;
        case 'landscape':
          return plainText(item.items);
        case 'table':
        case 'chart':
          return item.caption ?? '';
        default:
          return '';
      }
    })
    .join('\n');
}

function textOfRun(run: Run): string {
  return run.kind === 'text' || run.kind === 'value' ? run.text : '';
}
