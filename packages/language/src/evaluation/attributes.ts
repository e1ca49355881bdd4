import { type Actual, printedAttainment, type Quantity, type Target } from '@jixiao/core';
import type { Context } from './context.js';
import { findIndicator } from './indicators.js';
import type { PerfSymbol } from './symbols.js';
import { BLANK, MISSING, namedValue, quantityValue, type Value } from './value.js';

/** What stands after the last dot and is not a name: a column, or something that every unit, table or indicator has. */
export interface Attribute {
  readonly value: Value;
  readonly symbol?: PerfSymbol;
}

/** Names of what every table of indicators and every indicator has, both spellings. */
export const INDICATOR_ATTRIBUTES = {
  得分: ['得分', '总分', 'score', 'total'],
  分值: ['分值', 'points'],
  等级: ['等级', 'grade'],
  目标: ['目标', 'target'],
  实际: ['实际', 'actual'],
  扣分: ['扣分', 'deduction'],
} as const;

/** Names of what every unit has. */
export const UNIT_ATTRIBUTES = { 全称: ['全称', 'fullname'] } as const;

/** The attribute of a symbol, if it has one of that name; its value knows its path. */
export function attributeOf(symbol: PerfSymbol, name: string, context: Context): Attribute | undefined {
  const attribute = readAttribute(symbol, name, context);
  if (!attribute) return undefined;
  return { ...attribute, value: namedValue(attribute.value, [...symbol.path, canonicalName(name)]) };
}

/** An attribute has one name in paths, however it is spelt in the source. */
function canonicalName(name: string): string {
  const all = Object.entries<readonly string[]>({ ...INDICATOR_ATTRIBUTES, ...UNIT_ATTRIBUTES });
  return all.find(([, spellings]) => spellings.includes(name))?.[0] ?? name;
}

function readAttribute(symbol: PerfSymbol, name: string, context: Context): Attribute | undefined {
  switch (symbol.kind) {
    case 'figure':
    case 'group': {
      const table = symbol.kind === 'figure' ? symbol.figure.table : symbol.group.owner.table;
      const column = table.columns.find((candidate) => candidate.name === name);
      if (!column) return undefined;
      const value: Value =
        symbol.kind === 'figure'
          ? { kind: 'figure', figure: symbol.figure, column: column.index }
          : { kind: 'group', group: symbol.group, column: column.index };
      return {
        value,
        symbol: {
          kind: 'column',
          column,
          path: [...table.root.path, name],
          nameSpan: column.nameSpan,
          span: column.span,
        },
      };
    }
    case 'unit':
      return is(name, UNIT_ATTRIBUTES.全称)
        ? { value: { kind: 'text', text: symbol.node.label?.value ?? symbol.node.name.text } }
        : undefined;
    case 'indicators': {
      const result = context.evaluation.indicatorTable(symbol.node, symbol.nameSpan.anchor);
      const table = result?.table;
      if (is(name, INDICATOR_ATTRIBUTES.得分)) return quantityAttribute(table?.statedTotal?.quantity ?? table?.total);
      if (is(name, INDICATOR_ATTRIBUTES.分值)) return quantityAttribute(table?.points);
      if (is(name, INDICATOR_ATTRIBUTES.扣分)) return quantityAttribute(result?.deduction);
      if (is(name, INDICATOR_ATTRIBUTES.等级)) {
        const grade = table?.statedGrade?.text ?? table?.grade;
        return { value: grade === undefined ? MISSING : { kind: 'text', text: grade } };
      }
      return undefined;
    }
    case 'indicator': {
      const result = context.evaluation.indicatorTable(symbol.table, symbol.nameSpan.anchor);
      const indicator = result && findIndicator(result.table, symbol.path);
      if (is(name, INDICATOR_ATTRIBUTES.得分))
        return quantityAttribute(indicator?.score?.stated ?? indicator?.score?.computed);
      if (is(name, INDICATOR_ATTRIBUTES.分值)) return quantityAttribute(indicator?.points);
      if (is(name, INDICATOR_ATTRIBUTES.扣分)) return quantityAttribute(indicator && result?.deductions.get(indicator));
      if (is(name, INDICATOR_ATTRIBUTES.目标)) return { value: statedValue(indicator?.target) };
      if (is(name, INDICATOR_ATTRIBUTES.实际)) return { value: statedValue(indicator?.actual) };
      return undefined;
    }
    default:
      return undefined;
  }
}

function is(name: string, spellings: readonly string[]): boolean {
  return spellings.includes(name);
}

/** A target or an actual: a number, or the words that the form shows for a state. */
function statedValue(stated: Target | Actual | undefined): Value {
  switch (stated?.kind) {
    case 'quantity':
      return quantityValue(stated.quantity);
    case 'quality':
    case 'text':
      return { kind: 'text', text: stated.text };
    case 'attainment':
      return { kind: 'text', text: printedAttainment(stated) };
    case 'blank':
      return BLANK;
    default:
      return MISSING;
  }
}

function quantityAttribute(quantity: Quantity | undefined): Attribute {
  return { value: quantity ? quantityValue(quantity) : MISSING };
}
