import type { Anchor } from '@jixiao/core';
import { AstUtils } from 'langium';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import type { Change } from '../changes/changes.js';
import { lineOf } from './line-spans.js';

const BLANK = '—';

/** Leaves open what was reached, and takes the scores out: they are computed. Targets and texts stay. */
export function emptiedIndicators(declaration: ast.IndicatorDeclaration, { anchor, text }: ParsedPiece): Change[] {
  const stated = [...declaration.block.totals, ...declaration.block.grades].map((node) => ({
    span: lineOf(spanOf(node, anchor), text),
    text: '',
  }));
  const indicators = AstUtils.streamAst(declaration)
    .filter(ast.isIndicatorNode)
    .flatMap((indicator) => emptiedIndicator(indicator, anchor))
    .toArray();
  return [...stated, ...indicators];
}

function emptiedIndicator({ actual, rate, target, score }: ast.IndicatorNode, anchor: Anchor): Change[] {
  const isComputed = ast.isValueActual(actual) && AstUtils.streamAst(actual).some(ast.isPath);
  const reached = actual && !isComputed ? [{ span: spanOf(actual, anchor), text: BLANK }] : [];
  const before = actual ?? target ?? rate;
  if (!score || !before) return reached;
  // From the end of what stands before, so that the sign of equality goes as well.
  const end = spanOf(before, anchor).end;
  return [...reached, { span: { anchor, start: end, end: spanOf(score, anchor).end }, text: '' }];
}
