import type { Position } from '@jixiao/core';
import { DocumentHighlight, DocumentHighlightKind, type Location } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { mentionsIn } from './mentions.js';
import { locationOf, lspRange } from './ranges.js';
import { mentionsOf, nameAt } from './target-at.js';
import { isSameTarget } from './targets.js';

/** Every place of the workspace that uses the name under the cursor, in expressions, tables and prose. */
export function references(
  analysis: Analysis,
  file: string,
  position: Position,
  options: { readonly includeDeclaration: boolean },
): Location[] {
  const target = nameAt(analysis, file, position)?.target;
  if (!target) return [];
  const mentions = mentionsOf(analysis, target).map(({ span }) => locationOf(span));
  return options.includeDeclaration ? [locationOf(target.nameSpan), ...mentions] : mentions;
}

/** The places of one file that use the name under the cursor; its declaration is marked as written. */
export function documentHighlights(analysis: Analysis, file: string, position: Position): DocumentHighlight[] {
  const target = nameAt(analysis, file, position)?.target;
  if (!target) return [];
  const mentions = mentionsIn(analysis, file)
    .filter((mention) => isSameTarget(mention.target, target))
    .map(({ span }) => DocumentHighlight.create(lspRange(span), DocumentHighlightKind.Read));
  if (target.nameSpan.anchor.file !== file) return mentions;
  return [DocumentHighlight.create(lspRange(target.nameSpan), DocumentHighlightKind.Write), ...mentions];
}
