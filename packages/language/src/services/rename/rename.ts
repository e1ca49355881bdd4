import type { Message, Position } from '@jixiao/core';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { SHORT_NAME } from '../../evaluation/public-body.js';
import * as ast from '../../generated/ast.js';
import { isLibraryFile } from '../../library/library.js';
import { sourceText } from '../../syntax/spans.js';
import { workspaceEdit } from '../changes/changes.js';
import { cursorAt } from '../cursor.js';
import { prescribedGroup } from '../navigation/prescribed.js';
import { lspRange } from '../navigation/ranges.js';
import { mentionsOf, type NameAt, nameAt } from '../navigation/target-at.js';
import type { Target } from '../navigation/targets.js';
import { type Exchange, isExchange } from './fresh-name.js';
import { conflictOf, readNewName, spelledAt } from './new-name.js';
import { REFUSALS } from './refusals.js';
import { settled } from './settling.js';

interface Refused {
  readonly ok: false;
  readonly reason: Message;
}

export type RenamePreparation = { readonly ok: true; readonly range: Range; readonly placeholder: string } | Refused;
export type RenameResult = { readonly ok: true; readonly edit: WorkspaceEdit } | Refused;

/** Whether the name under the cursor can be changed, and what it is now. */
export function prepareRename(analysis: Analysis, file: string, position: Position): RenamePreparation {
  const found = renamable(analysis, file, position);
  if (!found.ok) return found;
  const { span, target } = found.name;
  return { ok: true, range: lspRange(span), placeholder: target.name };
}

/**
 * Changes a name wherever it is declared and used: formulas, tables, prose, other files. Paths that
 * would mean something else afterwards are written out further; where that does not help, or the
 * name is taken, nothing is changed and the reason given.
 */
export function rename(analysis: Analysis, file: string, position: Position, newName: string): RenameResult {
  const found = renamable(analysis, file, position);
  if (!found.ok) return found;
  const { target } = found.name;
  const read = readNewName(newName);
  if (!read.ok) return read;
  if (read.name === target.name) return { ok: true, edit: workspaceEdit([]) };
  const conflict = conflictOf(target, read.name, analysis);
  if (conflict) return { ok: false, reason: conflict };
  const changes = changesFor(analysis, target, read.name, false);
  if (isExchange(analysis, target, read.name, changes)) return { ok: true, edit: workspaceEdit(changes) };
  const plain = settled(analysis, target, changes);
  if (plain.ok) return { ok: true, edit: workspaceEdit(plain.changes) };
  // A name that is a word of the language can be misread at some places; in quotes it never is.
  const quoted = settled(analysis, target, changesFor(analysis, target, read.name, true));
  return quoted.ok ? { ok: true, edit: workspaceEdit(quoted.changes) } : plain;
}

function renamable(
  analysis: Analysis,
  file: string,
  position: Position,
): { readonly ok: true; readonly name: NameAt } | Refused {
  const name = nameAt(analysis, file, position);
  if (!name) return { ok: false, reason: REFUSALS.nothing };
  const { target } = name;
  if (isLibraryFile(target.nameSpan.anchor.file)) return { ok: false, reason: REFUSALS.library };
  if (isFixed(target)) return { ok: false, reason: REFUSALS.fixed };
  if (isPrescribed(analysis, target)) return { ok: false, reason: REFUSALS.prescribed };
  return { ok: true, name };
}

function isFixed(target: Target): boolean {
  if (target.kind === 'parameter') return true;
  const isProperty = target.kind === 'symbol' && target.symbol.kind === 'property';
  return isProperty && SHORT_NAME.some((name) => name === target.name);
}

/** Whether the rubric of its table gives a group of indicators its name. */
function isPrescribed(analysis: Analysis, target: Target): boolean {
  const indicator = declaredNode(analysis, target)?.$container;
  const { anchor } = target.nameSpan;
  const piece = analysis.sources.piecesOf(anchor.file).find((one) => one.anchor === anchor);
  return piece !== undefined && ast.isIndicatorNode(indicator) && !!prescribedGroup(indicator, piece, analysis);
}

function changesFor(analysis: Analysis, target: Target, name: string, quoted: boolean): Exchange[] {
  const declared = declaredNode(analysis, target);
  const mentions = mentionsOf(analysis, target).map(({ node, span }) => ({ node, span }));
  const places = declared ? [{ node: declared, span: target.nameSpan }, ...mentions] : mentions;
  return places.map(({ node, span }) => ({ span, text: spelledAt(node, name, quoted), before: sourceText(node) }));
}

/** The name in the declaration itself. */
function declaredNode(analysis: Analysis, { nameSpan }: Target): ast.Name | ast.ColumnName | undefined {
  const source = analysis.sources.files.get(nameSpan.anchor.file);
  const cursor = source && cursorAt(source, lspRange(nameSpan).start);
  for (let node = cursor?.leaf?.astNode; node; node = node.$container) {
    if (ast.isName(node) || ast.isColumnName(node)) return node;
  }
  return undefined;
}
