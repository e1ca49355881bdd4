import type { Language } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import { findIndicator } from '../../evaluation/indicators.js';
import { evaluatePath, propertyTexts } from '../../evaluation/path.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import * as ast from '../../generated/ast.js';
import type { Cursor } from '../cursor.js';
import { contextOf } from '../navigation/expression-context.js';
import type { NameAt } from '../navigation/target-at.js';
import { breakdownText } from './breakdown.js';
import { columnText, figureText } from './figure-hover.js';
import { indicatorText } from './indicator-hover.js';
import { escapeMarkdown, paragraphs } from './markdown.js';
import { formText, methodText, outlineText, rubricText } from './rules-hover.js';
import { tableText } from './table-hover.js';

const TEXTS = {
  zh: { alias: '引入的文件', parameter: '计分方法的参数', report: '报告', group: '分项' },
  en: { alias: 'An imported file', parameter: 'A parameter of a scoring method', report: 'A report', group: 'Parts' },
} as const;

/** What is known about a declared name, or a use of one. */
export function targetText(name: NameAt, cursor: Cursor, analysis: Analysis, language: Language): string | undefined {
  const { target } = name;
  const title = `**${escapeMarkdown(target.name)}**`;
  switch (target.kind) {
    case 'alias':
      return paragraphs([title, `${TEXTS[language].alias} ${escapeMarkdown(target.imported.node.path?.value ?? '')}`]);
    case 'parameter':
      return paragraphs([title, TEXTS[language].parameter]);
    case 'method':
      return methodText(target.node);
    case 'symbol':
      return chosenCell(name, cursor, analysis, language) ?? symbolText(target.symbol, analysis, language);
  }
}

function symbolText(symbol: PerfSymbol, analysis: Analysis, language: Language): string | undefined {
  const { anchor } = symbol.nameSpan;
  switch (symbol.kind) {
    case 'figure':
      return figureText(symbol.figure, undefined, analysis, language);
    case 'column':
      return columnText(symbol.column, analysis, language);
    case 'group': {
      const { group } = symbol;
      const path = escapeMarkdown(group.path.join(' › '));
      return paragraphs([
        `**${escapeMarkdown(group.label ?? group.name ?? TEXTS[language].group)}**\n\n${path}`,
        breakdownText(group.owner, group, undefined, analysis, language),
      ]);
    }
    case 'unit':
      return unitText(symbol.node);
    case 'property':
      return paragraphs([
        `**${escapeMarkdown(symbol.node.key?.text ?? '')}**`,
        escapeMarkdown(propertyTexts(symbol.node).join('、')),
      ]);
    case 'indicators': {
      const result = analysis.evaluation.indicatorTable(symbol.node, anchor);
      return result && tableText(result, language);
    }
    case 'indicator': {
      const result = analysis.evaluation.indicatorTable(symbol.table, anchor);
      const indicator = result && findIndicator(result.table, symbol.path);
      return indicator && indicatorText(indicator, result, language);
    }
    case 'rubric':
      return rubricText(symbol.node, analysis.evaluation.rubric(symbol.node, anchor), language);
    case 'outline':
      return outlineText(symbol.node, analysis.evaluation.contextAt(anchor), language);
    case 'form':
      return formText(symbol.node, analysis.evaluation.contextAt(anchor), language);
    case 'report':
      return paragraphs([`**${escapeMarkdown(symbol.node.title?.value ?? '')}**`, TEXTS[language].report]);
  }
}

/** Behind a figure, the name of a column means one cell. */
function chosenCell(name: NameAt, cursor: Cursor, analysis: Analysis, language: Language): string | undefined {
  const { node } = cursor;
  if (name.role === 'declaration' || !ast.isName(node) || !ast.isPath(node.$container)) return undefined;
  const path = node.$container;
  if (path.segments.length < 2 || path.segments.at(-1) !== node) return undefined;
  const value = evaluatePath(path, contextOf(path, cursor.piece, analysis));
  if (value.kind !== 'figure' || value.column === undefined) return undefined;
  return figureText(value.figure, value.column, analysis, language);
}

function unitText(node: ast.UnitDeclaration): string {
  const facts = node.properties
    .filter(({ key }) => key)
    .map((property) => `- ${escapeMarkdown(property.key.text)} ${escapeMarkdown(propertyTexts(property).join('、'))}`);
  return paragraphs([
    `**${escapeMarkdown(node.name?.text ?? '')}**`,
    node.label && escapeMarkdown(node.label.value),
    facts.join('\n'),
  ]);
}
