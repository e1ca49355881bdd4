import type { ChosenColumn, Form, FormBlock } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { spanOf } from '../syntax/spans.js';
import type { Context } from './context.js';
import { INDICATOR_COLUMNS } from './indicator-columns.js';
import { wholeNumber } from './report.js';
import { readColumns } from './table.js';

/** Reads a form: its blocks in order, each with the columns and wordings that its source chose. */
export function readForm(node: ast.FormDeclaration, context: Context): Form {
  return {
    name: node.name.text,
    label: node.label?.value ?? node.name.text,
    blocks: node.blocks.map((block) => readBlock(block, context)),
    span: spanOf(node, context.anchor),
  };
}

function readBlock(block: ast.FormBlock, context: Context): FormBlock {
  const columns = (list: readonly ast.FormColumn[], known?: readonly string[]): ChosenColumn[] =>
    readColumns(list, known, context);
  switch (block.$type) {
    case 'FormProperties':
      return { kind: 'properties', names: columns(block.columns), perRow: wholeNumber(block.perRow) ?? 1 };
    case 'FormFunds':
      return { kind: 'funds', title: block.title?.value ?? '资金情况', columns: columns(block.columns) };
    case 'FormGoals': {
      const [planned, reached] = columns(block.columns);
      return {
        kind: 'goals',
        title: block.title?.value ?? '年度总体目标',
        plannedLabel: planned?.label ?? '预期目标',
        reachedLabel: reached?.label ?? '实际完成情况',
      };
    }
    case 'FormIndicators':
      return {
        kind: 'indicators',
        title: block.title?.value ?? '',
        columns: columns(
          block.columns,
          INDICATOR_COLUMNS.map(({ zh }) => zh),
        ),
      };
    case 'FormTotal':
      return { kind: 'total', label: block.title?.value ?? '总分' };
    case 'FormSignatures':
      return { kind: 'signatures', labels: block.labels.map(({ value }) => value) };
  }
}
