import { type Language, rangeOf } from '@jixiao/core';
import type { AstNode } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import { INDICATOR_ATTRIBUTES, UNIT_ATTRIBUTES } from '../../evaluation/attributes.js';
import type { Scope } from '../../evaluation/scope.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { respelled, type Spellings } from './respelling.js';

const ATTRIBUTES = [...Object.values(INDICATOR_ATTRIBUTES), ...Object.values(UNIT_ATTRIBUTES)].flatMap(wordsOf);
const HAVE_ATTRIBUTES: ReadonlySet<PerfSymbol['kind']> = new Set(['indicators', 'indicator', 'unit']);

/** Chinese spellings come first, then as many English ones in the same order. */
function wordsOf(spellings: readonly string[]): Spellings[] {
  const half = spellings.length / 2;
  return spellings.slice(0, half).map((zh, index) => ({ zh, en: spellings[half + index] ?? zh }));
}

/** Tells attributes such as 得分 from names of figures in a file, by what its names stand for. */
export class Attributes {
  /** What each linked name stands for, by its place. */
  private readonly linked = new Map<string, PerfSymbol>();
  private readonly scope: Scope;

  constructor(file: string, analysis: Analysis) {
    for (const { span, symbol } of analysis.links(file)) {
      const { start } = rangeOf(span);
      this.linked.set(placeKey(start.line, start.character), symbol);
    }
    this.scope = analysis.sources.scopeOf(file);
  }

  /** The last name of a path in a language, if it is an attribute and stays one: nothing declared has that path. */
  respelled(path: ast.Path, piece: ParsedPiece, language: Language): string | undefined {
    const last = path.segments.at(-1);
    const owner = this.symbolOf(path.segments.at(-2), piece);
    if (!last || !owner || !HAVE_ATTRIBUTES.has(owner.kind) || this.symbolOf(last, piece)) return undefined;
    const word = respelled(last.text, ATTRIBUTES, language);
    if (word === undefined) return undefined;
    const names = path.segments.map(({ text }) => text);
    return this.scope.resolve([...names.slice(0, -1), word], []).kind === 'none' ? word : undefined;
  }

  private symbolOf(name: AstNode | undefined, piece: ParsedPiece): PerfSymbol | undefined {
    const start = name?.$cstNode?.range.start;
    return start && this.linked.get(placeKey(start.line + piece.anchor.line, start.character));
  }
}

function placeKey(line: number, character: number): string {
  return `${line}:${character}`;
}
