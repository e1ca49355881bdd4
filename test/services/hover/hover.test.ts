import { hover } from '@jixiao/language/services';
import { describe, expect, it } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { type Case, cursorOf } from '../case-file.js';
import { onlyExpectations, readSeries, seriesIn } from '../case-series.js';

/*
 * Expectations of a case of hover:
 * “shows”: the Markdown, in full. “has”: lines of which each occurs in it. “lacks TEXT …”.
 * “on TEXT”: the token that is described. “nothing”: there is no hover. “options en”.
 * “page”: the page about every kind of finding.
 */
const KNOWN = ['shows', 'has', 'lacks', 'on', 'nothing', 'options', 'page'];

function verify(subject: Case): void {
  onlyExpectations(subject, KNOWN);
  const words = subject.expectations.flatMap((one) => (one.words[0] === 'options' ? one.words : []));
  const page = subject.expectations.find((one) => one.words[0] === 'page')?.text;
  const { file, at } = cursorOf(subject);
  const found = hover(subject.analysis, file, at.end, words.includes('en') ? 'en' : 'zh', () => page);
  const text = found && MarkupContent.is(found.contents) ? found.contents.value : undefined;
  for (const one of subject.expectations) {
    switch (one.words[0]) {
      case 'shows':
        expect(text).toBe(one.text.trim());
        break;
      case 'has':
        for (const line of one.text.trim().split(/\r?\n/)) expect(text).toContain(line);
        break;
      case 'lacks':
        for (const absent of one.words.slice(1)) expect(text).not.toContain(absent);
        break;
      case 'on': {
        if (!found?.range) throw new Error('nothing is described');
        const { start, end } = found.range;
        expect(start.line).toBe(end.line);
        const line = subject.texts.get(file)?.split('\n')[start.line] ?? '';
        expect(line.slice(start.character, end.character)).toBe(one.words.slice(1).join(' '));
        break;
      }
      case 'nothing':
        expect(found).toBeUndefined();
        break;
    }
  }
}

describe('hover', () => {
  it.each(seriesIn('hover').map((subject) => [subject.name, subject] as const))('%s', (_name, subject) => {
    verify(subject);
  });

  it('notices a wrong expectation', () => {
    const wrong = (expectation: string) => {
      const [subject] = readSeries(
        'wrong',
        `//// case one\n//// file main.perf\n数据 甲‸ = 3人\n//// ${expectation}\n`,
      );
      return () => subject && verify(subject);
    };
    expect(wrong('nothing')).toThrow();
    expect(wrong('has\n4人')).toThrow();
    expect(wrong('lacks 3人')).toThrow();
    expect(wrong('on 乙')).toThrow();
    expect(wrong('has\n3人')).not.toThrow();
  });
});
