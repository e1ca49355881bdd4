import type { Paragraph, Prose, Run } from '@jixiao/core';
import type { LayoutContext } from './context.js';
import type { Block, Inline } from './document.js';
import { itemLevel, numberText } from './numbering.js';

/**
 * Paragraphs and items of a prose block. Items that follow each other are one list; any other
 * paragraph ends it, so that the next item counts from 1 again.
 */
export function layoutProse(prose: Prose, parent: string, headingLevel: number, context: LayoutContext): Block[] {
  const level = itemLevel(headingLevel);
  let list = 0;
  let count = 0;
  return prose.paragraphs.map((paragraph): Block => {
    const runs = layoutRuns(paragraph.runs, context);
    const key = context.keys.next(parent, KEY_NAMES[paragraph.kind]);
    if (paragraph.kind !== 'numbered') {
      count = 0;
      return { kind: paragraph.kind, key, runs, span: paragraph.span };
    }
    if (count === 0) list = context.nextList();
    count += 1;
    return { kind: 'numbered', key, level, number: numberText(level, count), list, runs, span: paragraph.span };
  });
}

const KEY_NAMES: Record<Paragraph['kind'], string> = { paragraph: 'p', numbered: 'n', bullet: 'b' };

function layoutRuns(runs: readonly Run[], context: LayoutContext): Inline[] {
  return runs.map((run) => layoutRun(run, context));
}

function layoutRun(run: Run, context: LayoutContext): Inline {
  switch (run.kind) {
    case 'text':
      return { kind: 'text', text: run.text, emphasis: run.emphasis, span: run.span };
    case 'value': {
      const { text, emphasis, path, span } = run;
      return { kind: 'value', text, emphasis, span, ...(path && { path }) };
    }
    case 'footnote':
      return { kind: 'footnote', number: context.nextFootnote(), text: run.text, span: run.span };
    case 'reference':
      return { kind: 'reference', span: run.span, ...context.mentions.resolve(run.target) };
  }
}
