import { type Message, toHalfWidth } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import { unquotedName } from '../../syntax/value-converter.js';
import { isSameTarget, type Target, targetsIn } from '../navigation/targets.js';
import { writtenName, writtenSegment } from '../written-name.js';
import { alreadyDeclared, REFUSALS } from './refusals.js';

export type NewName = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly reason: Message };

/** What was typed as a new name, which may be in quotes already. */
export function readNewName(typed: string): NewName {
  const trimmed = typed.trim();
  const inner = unquotedName(trimmed);
  // Outside quotes full-width letters and digits are read as half-width ones.
  const name = inner === trimmed && writtenName(toHalfWidth(inner)) === toHalfWidth(inner) ? toHalfWidth(inner) : inner;
  if (name.trim() === '') return { ok: false, reason: REFUSALS.empty };
  if (/[\r\n]/.test(name) || (name.includes('」') && name.includes('`'))) {
    return { ok: false, reason: REFUSALS.characters };
  }
  return { ok: true, name };
}

/** How a name is written at a node: in quotes where it would not be read as a name. */
export function spelledAt(node: ast.Name | ast.ColumnName, name: string, quoted: boolean): string {
  if (quoted) return name.includes('」') ? `\`${name}\`` : `「${name}」`;
  const isSegment = ast.isName(node) && ast.isPath(node.$container) && node.$container.segments.indexOf(node) > 0;
  return isSegment || ast.isColumnName(node) ? writtenSegment(name) : writtenName(name);
}

/** The name is taken where the target is declared. */
export function conflictOf(target: Target, name: string, analysis: Analysis): Message | undefined {
  const { file } = target.nameSpan.anchor;
  if (target.kind === 'symbol') {
    const path = [...target.symbol.path.slice(0, -1), name];
    for (const piece of analysis.sources.files.get(file)?.pieces ?? []) {
      for (const symbol of definitionsOf(piece).symbols) {
        const isSame = symbol.path.length === path.length && symbol.path.every((part, index) => part === path[index]);
        if (isSame) return alreadyDeclared(path);
      }
    }
    return undefined;
  }
  for (const other of targetsIn(analysis, file)) {
    if (isSameTarget(other, target) || other.name !== name || other.kind !== target.kind) continue;
    const isRival =
      other.kind !== 'method' || (target.kind === 'method' && other.node.$container === target.node.$container);
    if (isRival) return alreadyDeclared([name]);
  }
  return undefined;
}
