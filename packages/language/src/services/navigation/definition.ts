import type { Position, Span } from '@jixiao/core';
import type { LocationLink } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import type { ResolvedImport } from '../../evaluation/source-set.js';
import { spanOf } from '../../syntax/spans.js';
import { prescriptionAt } from './prescribed.js';
import { linkTo, touches } from './ranges.js';
import { type NameAt, nameAt } from './target-at.js';

/**
 * Where the thing under the cursor comes from: the declaration of a name, the file of an import or
 * of its alias, the section of the outline that a heading answers to.
 */
export function definition(analysis: Analysis, file: string, position: Position): LocationLink[] {
  const imported = importAt(analysis, file, position);
  if (imported) return toFile(imported, spanOf(imported.node.path, imported.piece.anchor));
  const name = nameAt(analysis, file, position);
  if (name?.target.kind === 'alias') return toFile(name.target.imported, name.span);
  const prescription = name?.role === 'mention' ? undefined : prescriptionAt(analysis, file, position);
  if (prescription) return [linkTo(prescription.origin, prescription.declaration, prescription.declaration)];
  return name ? [toTarget(name)] : [];
}

/**
 * Where a name enters the file: for an imported one the statement that brings it in, for any other
 * its declaration.
 */
export function declaration(analysis: Analysis, file: string, position: Position): LocationLink[] {
  const name = nameAt(analysis, file, position);
  if (!name) return definition(analysis, file, position);
  const imported = name.target.kind === 'alias' ? name.target.imported : importOf(name, analysis, file);
  if (!imported) return [toTarget(name)];
  const { node, piece } = imported;
  return [linkTo(name.span, spanOf(node, piece.anchor), spanOf(node.alias ?? node.path, piece.anchor))];
}

function toTarget({ span, target }: NameAt): LocationLink {
  return linkTo(span, target.span, target.nameSpan);
}

function importAt(analysis: Analysis, file: string, position: Position): ResolvedImport | undefined {
  return analysis.sources
    .importsOf(file)
    .find(({ node, piece }) => node.path && touches(spanOf(node.path, piece.anchor), position));
}

function importOf(name: NameAt, analysis: Analysis, file: string): ResolvedImport | undefined {
  const declaring = name.target.nameSpan.anchor.file;
  if (declaring === file) return undefined;
  return analysis.sources.importsOf(file).find(({ target }) => target.kind === 'file' && target.file === declaring);
}

/** To the beginning of an imported file. */
function toFile({ target }: ResolvedImport, origin: Span): LocationLink[] {
  if (target.kind !== 'file') return [];
  const top: Span = {
    anchor: { file: target.file, line: 0 },
    start: { line: 0, character: 0 },
    end: { line: 0, character: 0 },
  };
  return [linkTo(origin, top, top)];
}
