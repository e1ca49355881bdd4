import type { Language } from '@jixiao/core';
import { InlayHint, type Position, type Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { figureHints } from './figure-hints.js';
import type { Hint, HintKind } from './hint.js';
import { indicatorHints } from './indicator-hints.js';

/**
 * What the evaluation adds to a stretch of a file, in the order of the text: only what is not
 * written there. The values are those of the analysis; nothing is computed twice.
 */
export function inlayHints(
  analysis: Analysis,
  file: string,
  range: Range,
  kinds: ReadonlySet<HintKind>,
  language: Language,
): InlayHint[] {
  if (kinds.size === 0) return [];
  const pieces = analysis.sources.files.get(file)?.pieces ?? [];
  return pieces
    .filter((piece) => overlaps(piece, range))
    .flatMap((piece) =>
      [...figureHints(piece, analysis, language), ...indicatorHints(piece, analysis, language)].map((hint) =>
        placed(hint, piece),
      ),
    )
    .filter(({ hint, at }) => kinds.has(hint.kind) && isInside(at, range))
    .map(({ hint, at }) => toInlayHint(hint, at));
}

interface Placed {
  readonly hint: Hint;
  readonly at: Position;
}

function placed(hint: Hint, { anchor }: ParsedPiece): Placed {
  return { hint, at: { line: hint.at.line + anchor.line, character: hint.at.character } };
}

function overlaps({ anchor, text }: ParsedPiece, { start, end }: Range): boolean {
  if (anchor.line > end.line) return false;
  let line = anchor.line;
  for (let at = text.indexOf('\n'); at >= 0 && line < start.line; at = text.indexOf('\n', at + 1)) line++;
  return line >= start.line;
}

function isInside(at: Position, { start, end }: Range): boolean {
  const isBefore = at.line < start.line || (at.line === start.line && at.character < start.character);
  const isBehind = at.line > end.line || (at.line === end.line && at.character > end.character);
  return !isBefore && !isBehind;
}

function toInlayHint({ label, tooltip, insert }: Hint, at: Position): InlayHint {
  return {
    ...InlayHint.create(at, label),
    paddingLeft: true,
    tooltip,
    ...(insert !== undefined && { textEdits: [{ range: { start: at, end: at }, newText: insert }] }),
  };
}
