import type { Language } from '@jixiao/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import type { ExpectedSection } from '../../evaluation/outline.js';
import type * as ast from '../../generated/ast.js';
import { unquotedText } from '../../syntax/value-converter.js';
import { outlineOf } from '../navigation/prescribed.js';
import type { Block } from './blocks.js';
import { type Candidate, inSnippet } from './items.js';
import { spelled } from './keyword-candidates.js';
import { nodeOfBlock, reportAround, type Surroundings } from './surroundings.js';

/** The sections that the outline in force still expects in the innermost block. */
function missingSections(surroundings: Surroundings): readonly ExpectedSection[] {
  const { analysis, reading, nesting } = surroundings;
  const report = reportAround(reading, nesting);
  const outline = report && outlineOf(report, reading.piece, analysis);
  if (!outline) return [];
  let expected = outline.sections;
  for (const block of nesting.blocks.slice(2)) {
    const title = titleOf(block);
    if (title === undefined) return [];
    expected = expected.find(({ titles }) => titles.includes(title))?.sections ?? [];
  }
  const present = new Set(presentTitles(surroundings));
  return expected.filter(({ titles }) => !titles.some((title) => present.has(title)));
}

/** The heading of a block of a section; undefined for an annex or pages on their side. */
function titleOf({ header }: Block): string | undefined {
  const text = header.find(({ tokenType }) => tokenType.name === 'STRING');
  return header.length === 2 && text ? unquotedText(text.image) : undefined;
}

function presentTitles({ reading, nesting }: Surroundings): string[] {
  const node = nodeOfBlock(reading, nesting.innermost);
  if (node?.$type !== 'ReportBlock' && node?.$type !== 'ItemBlock') return [];
  return (node as ast.ReportBlock | ast.ItemBlock).items.flatMap((item) => {
    if (item.$type !== 'Section' || !item.title) return [];
    const { offset = 0, end = 0 } = item.title.$cstNode ?? {};
    const isBeingTyped = offset <= reading.offset && reading.offset <= end;
    return isBeingTyped ? [] : [item.title.value];
  });
}

const DETAIL: Readonly<Record<Language, readonly [required: string, optional: string]>> = {
  zh: ['提纲要求的一节', '提纲中的一节，可选'],
  en: ['a section of the outline', 'an optional section of the outline'],
};

/** Headings of missing sections, inside quotes or with quotes around them. */
export function headingCandidates(surroundings: Surroundings): Candidate[] {
  const isInside = surroundings.reading.mode === 'text';
  return missingSections(surroundings).map((section) => {
    const [title = ''] = section.titles;
    return {
      label: title,
      kind: CompletionItemKind.Text,
      text: isInside ? title : `"${title}"`,
      detail: DETAIL[surroundings.language][section.required ? 0 : 1],
      words: section.titles,
      rank: section.required ? 0 : 1,
    };
  });
}

/** Missing sections as whole blocks, with the sections that they in turn must have. */
export function sectionCandidates(surroundings: Surroundings): Candidate[] {
  const word = spelled('节', surroundings);
  return missingSections(surroundings).map((section) => {
    const [title = ''] = section.titles;
    const stops = { next: 1 };
    return {
      label: `${word} "${title}"`,
      kind: CompletionItemKind.Snippet,
      detail: DETAIL[surroundings.language][section.required ? 0 : 1],
      snippet: sectionSnippet(section, word, '', stops),
      words: [word, ...section.titles],
      rank: section.required ? 0 : 1,
    };
  });
}

function sectionSnippet(section: ExpectedSection, word: string, indent: string, stops: { next: number }): string {
  const heading = `${indent}${word} "${inSnippet(section.titles[0] ?? '')}"`;
  const inner = section.sections.filter(({ required }) => required);
  if (inner.length === 0) return `${heading} [\n${indent}  $${stops.next++}\n${indent}]`;
  const parts = inner.map((part) => sectionSnippet(part, word, `${indent}  `, stops));
  return `${heading} {\n${parts.join('\n')}\n${indent}}`;
}
