import { complete } from '@jixiao/language/services';
import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver-types';
import { type Case, cursorOf } from '../case-file.js';
import { onlyExpectations, readSeries, seriesIn } from '../case-series.js';
import { accepted, shown } from './editor-list.js';

/*
 * Expectations of a case of completion:
 * “has LABEL [DETAIL]”: the editor shows the item. “lacks LABEL …”: it does not.
 * “first LABEL …”: the list begins so. “only LABEL …”: it is the whole list; nothing: it is empty.
 * “accept LABEL”: the changed lines after accepting the item.
 * “options …”: en, no-pinyin, no-snippets, files=a,b, images=a,b.
 */
const KNOWN = ['has', 'lacks', 'first', 'only', 'accept', 'options'];

function listOf(subject: Case): CompletionItem[] {
  const words = subject.expectations.flatMap((expectation) =>
    expectation.words[0] === 'options' ? expectation.words.slice(1) : [],
  );
  const listed = (name: string) =>
    words
      .find((word) => word.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .split(',') ?? [];
  const { file, at } = cursorOf(subject);
  const list = complete(subject.analysis, file, at.end, {
    language: words.includes('en') ? 'en' : 'zh',
    pinyin: !words.includes('no-pinyin'),
    snippets: !words.includes('no-snippets'),
    files: listed('files'),
    images: listed('images'),
  });
  return shown(list.items, subject.texts.get(file) ?? '', at.end);
}

function verify(subject: Case): void {
  onlyExpectations(subject, KNOWN);
  const list = listOf(subject);
  const labels = list.map(({ label }) => label);
  const { file } = cursorOf(subject);
  for (const { words, text } of subject.expectations) {
    const [kind, ...rest] = words;
    const [label = '', detail] = rest;
    const item = list.find((candidate) => candidate.label === label);
    switch (kind) {
      case 'has':
        expect(labels).toContain(label);
        if (detail !== undefined) expect(item?.detail).toBe(detail);
        break;
      case 'lacks':
        for (const absent of rest) expect(labels).not.toContain(absent);
        break;
      case 'first':
        expect(labels.slice(0, rest.length)).toEqual(rest);
        break;
      case 'only':
        expect([...labels].sort()).toEqual([...rest].sort());
        break;
      case 'accept':
        expect(labels).toContain(label);
        if (item) expect(accepted(item, subject.texts.get(file) ?? '').trimEnd()).toBe(text.trimEnd());
        break;
    }
  }
}

describe('completion', () => {
  it.each(seriesIn('completion').map((subject) => [subject.name, subject] as const))('%s', (_name, subject) => {
    verify(subject);
  });

  it('notices a wrong expectation', () => {
    const wrong = (expectation: string) => {
      const [subject] = readSeries('wrong', `//// case one\n//// file main.perf\n预‸\n//// ${expectation}\n`);
      return () => subject && verify(subject);
    };
    expect(wrong('has 项目支出')).toThrow();
    expect(wrong('lacks 预算')).toThrow();
    expect(wrong('only 预算')).toThrow();
    expect(wrong("has 预算 '别的说明'")).toThrow();
    expect(wrong('accept 预算\n预预算')).toThrow();
    expect(wrong('haz 预算')).toThrow('unknown expectation');
    expect(wrong('has 预算')).not.toThrow();
  });
});
