import type { CalendarDate, Quantity } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import type { FigureDefinition, GroupDefinition } from './definitions.js';

/** Where a value stands by itself that is no figure: a score, a fact of a unit. */
type Path = readonly string[];

/** What an expression stands for. */
export type Value =
  | { readonly kind: 'quantity'; readonly quantity: Quantity; readonly path?: Path }
  /** A figure, not yet read: functions may want its parts, arithmetic its number. `column` is undefined where none was chosen. */
  | { readonly kind: 'figure'; readonly figure: FigureDefinition; readonly column: number | undefined }
  | { readonly kind: 'group'; readonly group: GroupDefinition; readonly column: number | undefined }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'text'; readonly text: string; readonly path?: Path }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'footnote'; readonly text: string }
  | { readonly kind: 'mention'; readonly target: string }
  | { readonly kind: 'unit'; readonly node: ast.UnitDeclaration }
  | { readonly kind: 'indicators'; readonly node: ast.IndicatorDeclaration }
  | { readonly kind: 'indicator'; readonly node: ast.IndicatorNode; readonly table: ast.IndicatorDeclaration }
  /** No value. blank: written as — · missing: not written · invalid: a finding has said why. */
  | { readonly kind: 'nothing'; readonly why: 'blank' | 'missing' | 'invalid'; readonly path?: Path };

export type Nothing = Extract<Value, { kind: 'nothing' }>;

export const INVALID: Nothing = { kind: 'nothing', why: 'invalid' };
export const MISSING: Nothing = { kind: 'nothing', why: 'missing' };
export const BLANK: Nothing = { kind: 'nothing', why: 'blank' };

export function quantityValue(quantity: Quantity): Value {
  return { kind: 'quantity', quantity };
}

/** The value of what has this path. */
export function namedValue(value: Value, path: Path): Value {
  return value.kind === 'quantity' || value.kind === 'text' || value.kind === 'nothing' ? { ...value, path } : value;
}

/** What kind of thing a value is, for messages. */
export const KIND_NAMES: Readonly<Record<Value['kind'], readonly [zh: string, en: string]>> = {
  quantity: ['数值', 'a number'],
  figure: ['数据', 'a figure'],
  group: ['一组分项', 'a group of parts'],
  date: ['日期', 'a date'],
  text: ['文字', 'a text'],
  list: ['名单', 'a list'],
  truth: ['判断', 'a condition'],
  footnote: ['脚注', 'a footnote'],
  mention: ['对表或图的引用', 'a mention of a table or chart'],
  unit: ['单位', 'a unit'],
  indicators: ['自评表', 'an indicator table'],
  indicator: ['指标', 'an indicator'],
  nothing: ['空白', 'nothing'],
};
