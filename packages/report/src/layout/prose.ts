import type { Paragraph, Prose, Run } from '@jixiao/core';
import type { LayoutContext } from './context.js';
import type { Block, Inline } from './document.js';
import type { Keys } from './keys.js';
import { itemLevel, numberText } from './numbering.js';

/** What a block of prose takes from the counts of the document, and the names that it mentions. */
export interface ProseSurvey {
  readonly paragraphs: Readonly<Record<Paragraph['kind'], number>>;
  readonly footnotes: number;
  readonly mentions: readonly string[];
}

const surveys = new WeakMap<Prose, ProseSurvey>();

/** Surveys a block of prose; once, for it never changes. */
export function surveyProse(prose: Prose): ProseSurvey {
  let survey = surveys.get(prose);
  if (!survey) {
    const paragraphs = { paragraph: 0, numbered: 0, bullet: 0 };
    const mentions: string[] = [];
    let footnotes = 0;
    for (const { kind, runs } of prose.paragraphs) {
      paragraphs[kind] += 1;
      for (const run of runs) {
        if (run.kind === 'footnote') footnotes += 1;
        else if (run.kind === 'reference') mentions.push(run.target);
      }
    }
    survey = { paragraphs, footnotes, mentions };
    surveys.set(prose, survey);
  }
  return survey;
}

const KEY_NAMES: Record<Paragraph['kind'], string> = { paragraph: 'p', numbered: 'n', bullet: 'b' };
const KINDS = ['paragraph', 'numbered', 'bullet'] as const;

/** Paragraphs and items of a prose block. */
export function layoutProse(prose: Prose, keys: Keys, headingLevel: number, context: LayoutContext): readonly Block[] {
  const { paragraphs, footnotes, mentions } = surveyProse(prose);
  const before = { paragraph: keys.taken('p'), numbered: keys.taken('n'), bullet: keys.taken('b') };
  const level = itemLevel(headingLevel);
  const firstNote = footnotes > 0 ? context.footnotes : 0;
  const blocks = context.recallBlocks(
    `prose ${before.paragraph} ${before.numbered} ${before.bullet} ${keys.parent}`,
    [prose, level, firstNote, mentions.length > 0 ? mentions.map((name) => context.mentions.resolve(name)) : mentions],
    () => layoutParagraphs(prose, { ...before }, firstNote, level, keys, context),
  );
  for (const kind of KINDS) keys.take(KEY_NAMES[kind], paragraphs[kind]);
  context.countFootnotes(footnotes);
  return blocks;
}

/**
 * Items that follow each other are one list; any other paragraph ends it, so that the next item
 * counts from 1 again.
 */
function layoutParagraphs(
  prose: Prose,
  counts: Record<Paragraph['kind'], number>,
  footnotes: number,
  level: number,
  keys: Keys,
  context: LayoutContext,
): Block[] {
  let notes = footnotes;
  let count = 0;
  const layoutRun = (run: Run): Inline => {
    switch (run.kind) {
      case 'text':
        return { kind: 'text', text: run.text, emphasis: run.emphasis, span: run.span };
      case 'value': {
        const { text, emphasis, path, span } = run;
        return { kind: 'value', text, emphasis, span, ...(path && { path }) };
      }
      case 'footnote':
        notes += 1;
        return { kind: 'footnote', number: notes, text: run.text, span: run.span };
      case 'reference':
        return { kind: 'reference', span: run.span, ...context.mentions.resolve(run.target) };
    }
  };
  return prose.paragraphs.map(({ kind, runs: written, span }): Block => {
    const runs = written.map(layoutRun);
    counts[kind] += 1;
    const key = keys.nth(KEY_NAMES[kind], counts[kind]);
    if (kind !== 'numbered') {
      count = 0;
      return { kind, key, runs, span };
    }
    count += 1;
    return { kind, key, level, number: numberText(level, count), beginsList: count === 1, runs, span };
  });
}
