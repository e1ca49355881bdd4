import { readdirSync, readFileSync } from 'node:fs';
import { rangeOf, type Span } from '@jixiao/core';
import { type Analysis, analyse, readSource, SourceSet } from '@jixiao/language';
import { describe, expect, it } from 'vitest';

/*
 * Whatever is torn out of a file, reading and evaluating what is left throws nothing. Every n-th
 * place is tried, so that the suite stays quick; JIXIAO_DAMAGE=1 tries them all.
 */

const folders = ['../../examples/', '../../packages/language/library/', '../resources/findings/'];
const files = folders.flatMap((folder) => {
  const url = new URL(folder, import.meta.url);
  return readdirSync(url, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.perf'))
    .map((name) => [name, readFileSync(new URL(name, url), 'utf8')] as const);
});

const TOKEN = /[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu;
const STEP = Number(process.env.JIXIAO_DAMAGE ?? 37);

function evaluated(text: string): Analysis {
  const sources = new SourceSet(new Map([['a', readSource('a', text)]]), () => ({ kind: 'missing' }));
  return analyse(sources);
}

function evaluate(text: string): void {
  const analysis = evaluated(text);
  analysis.findings('a');
  for (const link of analysis.links('a')) expect(link.span).toBeDefined();
}

/** Each text that damage makes of one, with what was done to it. */
function* damagedForms(text: string, step: number): Generator<readonly [damage: string, damaged: string]> {
  const tokens = [...text.matchAll(TOKEN)];
  for (let index = 0; index < tokens.length; index += step) {
    const token = tokens[index] as RegExpExecArray;
    const from = token.index;
    const to = from + token[0].length;
    yield [`without “${token[0]}” at ${from}`, text.slice(0, from) + text.slice(to)];
    yield [`cut off before “${token[0]}” at ${from}`, text.slice(0, from)];
    yield [`with “${token[0]}” at ${from} doubled`, text.slice(0, to) + text.slice(from)];
  }
}

/** Where what an analysis says stands. */
function places(text: string): readonly string[] {
  const analysis = evaluated(text);
  const place = (span: Span) => {
    const { start, end } = rangeOf(span);
    return `${start.line}:${start.character}-${end.line}:${end.character}`;
  };
  return [
    ...analysis.findings('a').map(({ at, code, message }) => `${place(at)} ${code} ${message.zh}`),
    ...analysis.evaluated('a').reports.flatMap(({ items }) => items.map((item) => place(item.span))),
    ...[...analysis.links('a')].map(({ span, symbol }) => `${place(span)} → ${place(symbol.nameSpan)}`),
  ];
}

describe('damaged text', () => {
  it.each(files)('%s', (_name, text) => {
    for (const [damage, damaged] of damagedForms(text, STEP)) {
      try {
        evaluate(damaged);
      } catch (error) {
        throw new Error(`${damage}: ${error instanceof Error ? error.stack : String(error)}`);
      }
    }
  });

  // Line breaks are where prose that was left open ends, so brackets matter most.
  it.each(files)('%s reads alike with line ends of Windows', (_name, text) => {
    const forms = [...damagedForms(text, STEP * 2), ...withoutBrackets(text)];
    for (const [damage, damaged] of forms) {
      expect(places(damaged.replaceAll('\n', '\r\n')), damage).toEqual(places(damaged));
    }
  });
});

function* withoutBrackets(text: string): Generator<readonly [damage: string, damaged: string]> {
  const brackets = [...text.matchAll(/[\]}」"]/g)];
  for (let index = 0; index < brackets.length; index += Math.ceil(STEP / 3)) {
    const at = brackets[index]?.index ?? 0;
    yield [`without “${text[at]}” at ${at}`, text.slice(0, at) + text.slice(at + 1)];
  }
}
