import { foldingRanges, selectionRanges } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { type Case, casesIn, cursorOf, expected, uriOf } from '../case-file.js';

const named = (cases: readonly Case[]) => cases.map((subject) => [subject.name, subject] as const);

describe('folding', () => {
  test.each(named(casesIn('structure/folding')))('%s', (_, subject) => {
    const found = foldingRanges(subject.analysis, uriOf('main.perf')).map(
      ({ startLine, endLine, kind }) => `${startLine + 1}-${endLine + 1}${kind ? ` ${kind}` : ''}`,
    );
    expect(found).toEqual(expected(subject, 'folds')[0]?.text.split(/\r?\n/).filter(Boolean));
  });
});

describe('growing selections', () => {
  test.each(named(casesIn('structure/selection')))('%s', (_, subject) => {
    const { file, at } = cursorOf(subject);
    const [innermost] = selectionRanges(subject.analysis, file, [at.start]);
    const ranges: Range[] = [];
    for (let step: SelectionRange | undefined = innermost; step; step = step.parent) ranges.push(step.range);
    const size = ({ start, end }: Range) => (end.line - start.line) * 10_000 + end.character - start.character;
    const wanted = subject.ranges.map((range) => range.at).sort((a, b) => size(a) - size(b));
    const whole = ranges.at(-1)?.start;
    expect(whole).toEqual({ line: 0, character: 0 });
    const inFile = wanted.length === 0 ? [] : ranges.slice(0, -1);
    expect(inFile).toEqual(wanted);
  });
});
