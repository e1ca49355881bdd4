import { type Indicator, type IndicatorTable, printedScore, type Quantity, quantityText } from '@jixiao/core';
import type { FigureNode } from '../protocol.js';
import type { MutableNode, NodeBuilder } from './node-builder.js';

/** A self-evaluation table: the total and its grade, below it groups and indicators with their scores. */
export function indicatorsNode(table: IndicatorTable, builder: NodeBuilder): MutableNode {
  const { name, label, indicators, total, points, grade, span, nameSpan } = table;
  const score = scoreText(total, points);
  const value = [score, grade].filter((part) => part !== undefined).join(' ');
  return builder.node([name], {
    kind: 'indicators',
    label,
    ...(value !== '' && { value }),
    ...(total ? { state: 'computed' } : { state: 'missing' }),
    span,
    nameSpan,
    children: indicators.map((indicator) => indicatorNode(indicator, builder)),
  });
}

function indicatorNode(indicator: Indicator, builder: NodeBuilder): MutableNode {
  const { path, label, points, parts, score, span, nameSpan } = indicator;
  return builder.node(path, {
    kind: 'indicator',
    label,
    value: scoreText(printedScore(indicator), points),
    state: stateOf(score),
    span,
    nameSpan,
    children: parts.map((part) => indicatorNode(part, builder)),
  });
}

function stateOf(score: Indicator['score']): FigureNode['state'] {
  if (score?.stated) return undefined;
  return score?.computed ? 'computed' : 'missing';
}

/** 9.5/10; a missing score is a dash, not a zero. */
function scoreText(score: Quantity | undefined, points: Quantity | undefined): string | undefined {
  if (!score && !points) return undefined;
  const reached = score ? quantityText(score, { unit: 'none' }) : '—';
  return points ? `${reached}/${quantityText(points, { unit: 'none' })}` : reached;
}
