import { CstUtils, type LeafCstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOfCst } from '../../syntax/spans.js';
import type { Change } from '../changes/changes.js';
import { rootOf } from '../cursor.js';
import { spellingOf } from '../formatting/spelling.js';
import type { Proposal } from './proposals.js';

/** Signs that an input method writes for those of the language. */
const SIGNS = /[\uFF01-\uFF5E、“”≥≤≠→×÷–]/;

/** Turns full-width punctuation and digits of the lines of a range into half-width ones; prose and texts stay. */
export function punctuationProposals(analysis: Analysis, file: string, range: Range): Proposal[] {
  const pieces = analysis.sources.piecesOf(file);
  const changes = () => pieces.flatMap((piece) => [...changesIn(piece, range)]);
  if (!pieces.some((piece) => hasSigns(piece, range)) || changes().length === 0) return [];
  return [
    {
      key: 'punctuation',
      title: { zh: '这一行的全角标点改为半角', en: 'Use half-width punctuation in this line' },
      kind: 'quickfix',
      preferred: false,
      changes,
    },
  ];
}

function linesIn(
  { anchor, text }: ParsedPiece,
  { start, end }: Range,
): readonly [first: number, lines: readonly string[]] {
  const first = Math.max(0, start.line - anchor.line);
  return [first, text.split('\n').slice(first, Math.max(first, end.line - anchor.line + 1))];
}

function hasSigns(piece: ParsedPiece, range: Range): boolean {
  if (range.end.line < piece.anchor.line) return false;
  const [, lines] = linesIn(piece, range);
  return lines.some((line) => SIGNS.test(line));
}

function* changesIn(piece: ParsedPiece, range: Range): Generator<Change> {
  const root = rootOf(piece);
  if (!root || !hasSigns(piece, range)) return;
  const { line } = piece.anchor;
  for (const leaf of CstUtils.flattenCst(root)) {
    const at = leaf.range.start.line + line;
    if (at < range.start.line || at > range.end.line || isText(leaf)) continue;
    const text = spellingOf(leaf, { keywords: 'keep', names: new Map() });
    if (text !== leaf.text) yield { span: spanOfCst(leaf, piece.anchor), text };
  }
}

/** Prose and its brackets, which open and close on different lines. */
function isText({ tokenType: { name } }: LeafCstNode): boolean {
  return name.startsWith('TEXT') || name.startsWith('PROSE_') || name === 'INTERPOLATION_EOL';
}
