import { signatureHelp } from '@jixiao/language/services';
import { describe, expect, it } from 'vitest';
import { type Case, cursorOf } from '../case-file.js';
import { onlyExpectations, readSeries, seriesIn } from '../case-series.js';

/*
 * Expectations of a case: “signature LABEL”, “active PARAMETER”, “says TEXT” (part of the
 * documentation), “nothing”, “options en”.
 */
const KNOWN = ['signature', 'active', 'says', 'nothing', 'options'];

function verify(subject: Case): void {
  onlyExpectations(subject, KNOWN);
  const words = subject.expectations.flatMap((one) => (one.words[0] === 'options' ? one.words : []));
  const { file, at } = cursorOf(subject);
  const help = signatureHelp(subject.analysis, file, at.end, words.includes('en') ? 'en' : 'zh');
  const signature = help?.signatures[help.activeSignature ?? 0];
  for (const { words: expectation } of subject.expectations) {
    const [kind, ...rest] = expectation;
    const text = rest.join(' ');
    if (kind === 'signature') expect(signature?.label).toBe(text);
    if (kind === 'active') {
      const parameter = signature?.parameters?.[help?.activeParameter ?? -1];
      expect(parameter?.label).toBe(text);
      expect(signature?.label).toContain(text);
    }
    if (kind === 'says') expect(JSON.stringify(signature?.documentation)).toContain(text);
    if (kind === 'nothing') expect(help).toBeUndefined();
  }
}

describe('signature help', () => {
  it.each(seriesIn('signature-help').map((subject) => [subject.name, subject] as const))('%s', (_name, subject) => {
    verify(subject);
  });

  it('notices a wrong expectation', () => {
    const wrong = (expectation: string) => {
      const [subject] = readSeries(
        'wrong',
        `//// case one\n//// file main.perf\n数据 甲 = 占比(‸\n//// ${expectation}\n`,
      );
      return () => subject && verify(subject);
    };
    expect(wrong('nothing')).toThrow();
    expect(wrong('signature 占比')).toThrow();
    expect(wrong('active 总数')).toThrow();
    expect(wrong('active 部分')).not.toThrow();
  });
});
