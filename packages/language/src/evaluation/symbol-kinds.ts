import type { SymbolKind } from './symbols.js';

/** What a clerk calls a thing that has a name. */
export const SYMBOL_KIND_NAMES: Readonly<Record<SymbolKind, readonly [zh: string, en: string]>> = {
  figure: ['数据', 'a figure'],
  column: ['一列', 'a column'],
  group: ['一个口径', 'a breakdown'],
  unit: ['单位', 'a unit'],
  property: ['单位的信息', 'a fact of a unit'],
  indicators: ['自评表', 'a table of indicators'],
  indicator: ['指标', 'an indicator'],
  rubric: ['评分办法', 'a rubric'],
  outline: ['提纲', 'an outline'],
  form: ['表式', 'a form'],
  report: ['报告', 'a report'],
};

/** Several kinds of which one is wanted: “数据、口径或自评表”. */
export function anyOf(kinds: readonly SymbolKind[]): { zh: string; en: string } {
  const names = kinds.map((kind) => SYMBOL_KIND_NAMES[kind]);
  const zh = names.map(([name]) => name);
  const en = names.map(([, name]) => name);
  return { zh: joined(zh, '、', '或'), en: joined(en, ', ', ' or ') };
}

function joined(words: readonly string[], between: string, last: string): string {
  const front = words.slice(0, -1).join(between);
  return front === '' ? (words.at(-1) ?? '') : `${front}${last}${words.at(-1)}`;
}
