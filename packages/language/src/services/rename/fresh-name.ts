import type { AstNode } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import { INDICATOR_ATTRIBUTES, UNIT_ATTRIBUTES } from '../../evaluation/attributes.js';
import { functionOf } from '../../evaluation/functions/registry.js';
import { METHOD_PARAMETERS } from '../../evaluation/scoring.js';
import * as ast from '../../generated/ast.js';
import { REQUIREMENT_NAMES } from '../../rules/requirements.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import type { Change } from '../changes/changes.js';
import { filesThatSee } from '../navigation/target-at.js';
import { isSameTarget, type Target, targetOfSymbol } from '../navigation/targets.js';
import { contentsOf } from '../syntax-nodes.js';
import { isPlainName } from '../written-name.js';

/** Names with a meaning of their own where nothing of that name is declared. */
const RESERVED: ReadonlySet<string> = new Set([
  ...Object.values(INDICATOR_ATTRIBUTES).flat(),
  ...Object.values(UNIT_ATTRIBUTES).flat(),
  ...Object.values(REQUIREMENT_NAMES).flat(),
  ...Object.keys(METHOD_PARAMETERS),
]);

/**
 * Whether a name can be exchanged for another without a look at what every path comes to mean:
 * nothing else in sight is called by the old name, and nothing at all by the new one, be it declared
 * or only written. Then every lookup finds what it found before, one name for the other. Where both
 * are plain names, the lexer reads one token for the other, and the syntax stays what it is.
 */
export function isExchange(analysis: Analysis, target: Target, name: string, changes: readonly Exchange[]): boolean {
  if (target.kind !== 'symbol' || RESERVED.has(name) || RESERVED.has(target.name)) return false;
  if (functionOf(name) || functionOf(target.name)) return false;
  if (!changes.every(({ before, text }) => before === target.name && isPlainName(before) && isPlainName(text))) {
    return false;
  }
  return filesThatSee(analysis, target.nameSpan.anchor.file).every((file) => isFreeIn(file, analysis, target, name));
}

/** A change of a name, with how the name is written now. */
export interface Exchange extends Change {
  readonly before: string;
}

function isFreeIn(file: string, analysis: Analysis, target: Target, name: string): boolean {
  const { sources } = analysis;
  if (sources.importsOf(file).some(({ alias }) => alias === name || alias === target.name)) return false;
  for (const { symbol } of sources.scopeOf(file).symbols()) {
    const last = symbol.path.at(-1);
    if (last === name) return false;
    if (last === target.name && !isSameTarget(targetOfSymbol(symbol), target)) return false;
  }
  return !sources.piecesOf(file).some((piece) => isWritten(name, piece));
}

/** Whether a piece writes a name anywhere, be it declared or not. */
function isWritten(name: string, piece: ParsedPiece): boolean {
  const proses: ast.Prose[] = [];
  if (namesIn(piece, piece.declarations, proses).has(name)) return true;
  return proses.some((prose) => namesIn(prose, [prose]).has(name));
}

interface WrittenNames {
  readonly names: ReadonlySet<string>;
  readonly proses: readonly ast.Prose[];
}

/** By piece and, within reports, by block of prose: what was not edited is not looked through again. */
const WRITTEN = new WeakMap<object, WrittenNames>();

function namesIn(whole: ParsedPiece | ast.Prose, roots: readonly AstNode[], inside?: ast.Prose[]): ReadonlySet<string> {
  let written = WRITTEN.get(whole);
  if (!written) {
    const names = new Set<string>();
    const proses: ast.Prose[] = [];
    const collect = (node: AstNode) => {
      if (ast.isName(node) || ast.isColumnName(node)) names.add(node.text);
      if (ast.isProse(node) && node !== whole) proses.push(node);
      else for (const child of contentsOf(node)) collect(child);
    };
    for (const root of roots) collect(root);
    written = { names, proses };
    WRITTEN.set(whole, written);
  }
  inside?.push(...written.proses);
  return written.names;
}
