import { readdirSync, readFileSync } from 'node:fs';
import { analyse, readSource, SourceSet } from '@jixiao/language';
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

function evaluate(text: string): void {
  const sources = new SourceSet(new Map([['a', readSource('a', text)]]), () => ({ kind: 'missing' }));
  const analysis = analyse(sources);
  analysis.findings('a');
  for (const link of analysis.links('a')) expect(link.span).toBeDefined();
}

describe('damaged text', () => {
  it.each(files)('%s', (_name, text) => {
    const tokens = [...text.matchAll(TOKEN)];
    tokens.forEach((token, index) => {
      if (index % STEP !== 0) return;
      const from = token.index;
      const to = from + token[0].length;
      const damages = {
        'without a token': text.slice(0, from) + text.slice(to),
        'cut off before it': text.slice(0, from),
        'with it doubled': text.slice(0, to) + text.slice(from),
      };
      for (const [damage, damaged] of Object.entries(damages)) {
        try {
          evaluate(damaged);
        } catch (error) {
          throw new Error(
            `${damage} “${token[0]}” at ${from}: ${error instanceof Error ? error.stack : String(error)}`,
          );
        }
      }
    });
  });
});
