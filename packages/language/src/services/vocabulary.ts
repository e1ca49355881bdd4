import type { Language } from '@jixiao/core';
import { GrammarAST } from 'langium';
import { splitQuantity } from '../evaluation/expression.js';
import { keywordOf } from '../grammar/keywords.js';
import type { ParsedPiece, SourceFile } from '../syntax/source-file.js';
import { rootOf } from './cursor.js';
import { leavesBelow } from './syntax-nodes.js';

/** Which words a piece uses; made once and kept with it. */
interface Vocabulary {
  readonly keywords: Readonly<Record<Language, number>>;
  /** How often each unit of measure is written. */
  readonly units: ReadonlyMap<string, number>;
}

const KNOWN = new WeakMap<ParsedPiece, Vocabulary>();

function vocabularyOf(piece: ParsedPiece): Vocabulary {
  let found = KNOWN.get(piece);
  if (!found) {
    found = readVocabulary(piece);
    KNOWN.set(piece, found);
  }
  return found;
}

function readVocabulary(piece: ParsedPiece): Vocabulary {
  const keywords = { zh: 0, en: 0 };
  const units = new Map<string, number>();
  for (const leaf of leavesBelow(rootOf(piece))) {
    const kind = leaf.tokenType.name;
    if (GrammarAST.isKeyword(leaf.grammarSource)) {
      const keyword = keywordOf(leaf.text);
      if (keyword && keyword.zh !== keyword.en) keywords[leaf.text === keyword.zh ? 'zh' : 'en']++;
    }
    const unit = kind === 'QUANTITY' ? splitQuantity(leaf.text)?.symbol : unitNamedBy(leaf.astNode, leaf.text);
    if (unit) units.set(unit, (units.get(unit) ?? 0) + 1);
  }
  return { keywords, units };
}

function unitNamedBy(node: { readonly $type: string }, text: string): string | undefined {
  return node.$type === 'UnitSymbol' ? text.replace(/^["“]|["”]$/g, '') : undefined;
}

/** The language in which a file spells most of its keywords; Chinese where it has none. */
export function spellingOf(source: SourceFile): Language {
  let zh = 0;
  let en = 0;
  for (const piece of source.pieces) {
    const { keywords } = vocabularyOf(piece);
    zh += keywords.zh;
    en += keywords.en;
  }
  return en > zh ? 'en' : 'zh';
}

/** The units of measure that a file writes, the most frequent first. */
export function unitsIn(source: SourceFile): string[] {
  const counts = new Map<string, number>();
  for (const piece of source.pieces) {
    for (const [unit, count] of vocabularyOf(piece).units) counts.set(unit, (counts.get(unit) ?? 0) + count);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([unit]) => unit);
}
