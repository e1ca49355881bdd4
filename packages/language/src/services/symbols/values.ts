import { type Indicator, type Language, printedScore, type Quantity, quantityText } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import type { FigureDefinition } from '../../evaluation/definitions.js';
import { findIndicator } from '../../evaluation/indicators.js';
import { propertyTexts } from '../../evaluation/path.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';

/** What a symbol is worth, in a few words; empty where there is nothing to say. */
export function valueText(symbol: PerfSymbol, analysis: Analysis, language: Language): string {
  switch (symbol.kind) {
    case 'figure':
      return figureText(symbol.figure, analysis);
    case 'group': {
      const { quantity } = analysis.evaluation.sumOfGroup(symbol.group, 0);
      return symbol.group.owner.table.columns.length === 0 ? textOf(quantity) : '';
    }
    case 'column':
      return symbol.column.label === symbol.column.name ? '' : symbol.column.label;
    case 'unit':
      return symbol.node.label?.value ?? '';
    case 'property':
      return propertyTexts(symbol.node).join('、');
    case 'indicators': {
      const table = analysis.evaluation.indicatorTable(symbol.node, symbol.nameSpan.anchor)?.table;
      const total = table?.statedTotal?.quantity ?? table?.total;
      const grade = table?.statedGrade?.text ?? table?.grade ?? '';
      return [outOf(total, table?.points), grade].filter(Boolean).join(' ');
    }
    case 'indicator': {
      const table = analysis.evaluation.indicatorTable(symbol.table, symbol.nameSpan.anchor)?.table;
      const indicator = table && findIndicator(table, symbol.path);
      return indicator ? indicatorText(indicator, language) : '';
    }
    case 'report':
      return symbol.node.title?.value ?? '';
    default:
      return symbol.node.label?.value ?? '';
  }
}

function figureText(figure: FigureDefinition, analysis: Analysis): string {
  const count = Math.max(1, figure.table.columns.length);
  const cells = Array.from({ length: count }, (_, column) => textOf(analysis.evaluation.cell(figure, column).quantity));
  return cells.every((cell) => cell === '') ? '' : cells.map((cell) => cell || '—').join(' | ');
}

const POINTS_OF = {
  zh: (points: string) => `满分${points}`,
  en: (points: string) => `of ${points}`,
};

/** 9分/10分, or what the indicator is worth while it has no score. */
function indicatorText(indicator: Indicator, language: Language): string {
  const score = printedScore(indicator);
  if (score) return outOf(score, indicator.points);
  return indicator.points ? POINTS_OF[language](quantityText(indicator.points)) : '';
}

function outOf(score: Quantity | undefined, points: Quantity | undefined): string {
  if (!score) return '';
  return points ? `${quantityText(score)}/${quantityText(points)}` : quantityText(score);
}

function textOf(quantity: Quantity | undefined): string {
  return quantity ? quantityText(quantity) : '';
}
