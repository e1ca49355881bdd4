import type { Paragraph, Prose, Run } from '@jixiao/core';
import type { LayoutContext } from './context.js';
import type { Block, Inline } from './document.js';
import { itemLevel, numberText } from './numbering.js';
import type { Scope } from './scope.js';
import { surveyOf } from './survey.js';

const KEY_NAMES: Record<Paragraph['kind'], string> = { paragraph: 'p', numbered: 'n', bullet: 'b' };

/** Paragraphs and items of a prose block. */
export function layoutProse(
  prose: Prose,
  scope: Scope,
  headingLevel: number,
  context: LayoutContext,
): readonly Block[] {
  const { footnotes, mentions } = surveyOf(prose);
  const before = { paragraph: scope.taken('p'), numbered: scope.taken('n'), bullet: scope.taken('b') };
  const level = itemLevel(headingLevel);
  const firstNote = footnotes > 0 ? context.footnotes : 0;
  const named = mentions.map((name) => context.mentions.captionNamed(name));
  const blocks = scope.recallBlocks(
    `prose ${before.paragraph} ${before.numbered} ${before.bullet}`,
    [prose, level, firstNote, named],
    () => layoutParagraphs(prose, { ...before }, firstNote, level, scope, context),
  );
  for (const { kind } of prose.paragraphs) scope.take(KEY_NAMES[kind], 1);
  context.count({ footnotes });
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
  scope: Scope,
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
    const key = scope.nth(KEY_NAMES[kind], counts[kind]);
    if (kind !== 'numbered') {
      count = 0;
      return { kind, key, runs, span };
    }
    count += 1;
    return { kind, key, level, number: numberText(level, count), beginsList: count === 1, runs, span };
  });
}
