import type { Language } from '@jixiao/core';
import type { WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import { locationOf } from '../navigation/ranges.js';
import { pinyinInitials } from '../pinyin.js';
import { KINDS } from './kinds.js';
import { valueText } from './values.js';

/** How many symbols are sent for one query. */
const MOST = 500;

/**
 * The named things of all files whose path, label or pinyin initials contain the query; several words
 * must all occur. Exact names come first, then names that begin so, then shorter ones.
 */
export function workspaceSymbols(analysis: Analysis, query: string, language: Language): WorkspaceSymbol[] {
  const words = query
    .toLowerCase()
    .split(/[\s.]+/)
    .filter(Boolean);
  const found: { readonly order: number; readonly length: number; readonly make: () => WorkspaceSymbol }[] = [];
  for (const source of analysis.sources.files.values()) {
    for (const piece of source.pieces) {
      for (const symbol of definitionsOf(piece).symbols) {
        const name = symbol.path.at(-1) ?? '';
        if (name === '' || !words.every((word) => matches(symbol.path, word))) continue;
        const container = symbol.path.slice(0, -1).join('.');
        found.push({
          order: rank(name.toLowerCase(), words.at(-1) ?? ''),
          length: name.length,
          make: () => {
            const value = valueText(symbol, analysis, language);
            return {
              name,
              kind: KINDS[symbol.kind],
              containerName: [container, value].filter(Boolean).join(' · '),
              location: locationOf(symbol.nameSpan),
            };
          },
        });
      }
    }
  }
  found.sort((a, b) => a.order - b.order || a.length - b.length);
  return found.slice(0, MOST).map(({ make }) => make());
}

function matches(path: readonly string[], word: string): boolean {
  return path.some((name) => name.toLowerCase().includes(word) || pinyinInitials(name).includes(word));
}

function rank(name: string, word: string): number {
  if (name === word) return 0;
  if (name.startsWith(word)) return 1;
  return name.includes(word) ? 2 : 3;
}
