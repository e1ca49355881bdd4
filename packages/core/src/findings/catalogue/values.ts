import { findingKind } from '../definition.js';

export const unlike = findingKind<{ left: string; right: string; operationZh: string; operationEn: string }>(
  'unit/unlike',
  'error',
  ({ left, right, operationZh, operationEn }) => ({
    zh: `${left}和${right}单位不同，不能${operationZh}`,
    en: `${left} and ${right} have unlike units and cannot be ${operationEn}`,
  }),
);

export const wrongUnit = findingKind<{ name: string; value: string; expected: string }>(
  'unit/wrong',
  'error',
  ({ name, value, expected }) => ({
    zh: `“${name}”的单位应为“${expected}”，写的是${value}`,
    en: `“${name}” is measured in “${expected}”, but ${value} is written`,
  }),
);

export const divisionByZero = findingKind<{ dividend: string; divisor: string }>(
  'value/division-by-zero',
  'error',
  ({ dividend, divisor }) => ({
    zh: `${dividend}不能除以${divisor}：除数为零`,
    en: `${dividend} cannot be divided by ${divisor}: the divisor is zero`,
  }),
);

/** A cell that is written although its column is computed, and says something else. */
export const columnMismatch = findingKind<{
  name: string;
  column: string;
  formula: string;
  value: string;
  expected: string;
  difference: string;
  /** The difference is one of two rates. */
  inPoints: boolean;
}>('column/mismatch', 'error', ({ name, column, formula, value, expected, difference, inPoints }) => ({
  zh: `“${name}”的“${column}”写的是${value}，按“${formula}”应为${expected}，相差${difference}${inPoints ? '个百分点' : ''}`,
  en: `“${name}” (${column}) is written as ${value}, but “${formula}” makes ${expected}: a difference of ${difference}${
    inPoints ? ' percentage points' : ''
  }`,
}));

export const noRate = findingKind<{ column: string; rows: readonly string[] }>(
  'value/no-rate',
  'hint',
  ({ column, rows }) => ({
    zh: `“${column}”有${rows.length}行除数为零，无法计算，表中留空：${rows.join('、')}`,
    en: `“${column}” divides by zero in ${rows.length === 1 ? 'a row, which stays' : `${rows.length} rows, which stay`} blank: ${rows.join(', ')}`,
  }),
);

export const missing = findingKind<{ name: string }>('value/missing', 'warning', ({ name }) => ({
  zh: `“${name}”没有数值，引用它的地方也算不出来`,
  en: `“${name}” has no value, so nothing that refers to it can be computed`,
}));

export const unavailable = findingKind<{ name: string }>('value/unavailable', 'warning', ({ name }) => ({
  zh: `“${name}”没有数值，这里无法计算`,
  en: `“${name}” has no value, so this cannot be computed`,
}));

/** `count` is how many there are where the path does not name all of them. */
export const cycle = findingKind<{ path: readonly string[]; count?: number }>(
  'value/cycle',
  'error',
  ({ path, count }) => ({
    zh: `循环引用，无法计算：${path.join(' → ')}${count === undefined ? '' : `（共${count}项）`}`,
    en: `These refer to each other in a circle: ${path.join(' → ')}${count === undefined ? '' : ` (${count} in all)`}`,
  }),
);

export const wrongType = findingKind<{ foundZh: string; foundEn: string; wantedZh: string; wantedEn: string }>(
  'value/type',
  'error',
  ({ foundZh, foundEn, wantedZh, wantedEn }) => ({
    zh: `这里需要${wantedZh}，写的是${foundZh}`,
    en: `This should be ${wantedEn}, but ${foundEn} is written`,
  }),
);

export const columnNeeded = findingKind<{ name: string; columns: readonly string[] }>(
  'value/column-needed',
  'error',
  ({ name, columns }) => ({
    zh: `“${name}”有多列，请指明取哪一列：${columns.map((column) => `${name}.${column}`).join('、')}`,
    en: `“${name}” has several columns; say which: ${columns.map((column) => `${name}.${column}`).join(', ')}`,
  }),
);

export const cellCount = findingKind<{ name: string; cells: number; columns: number }>(
  'cells/count',
  'error',
  ({ name, cells, columns }) => ({
    zh: `“${name}”写了${cells}格，应为${columns}格`,
    en: `“${name}” has ${cells} cells, but there are ${columns} columns to fill`,
  }),
);

export const nestedColumns = findingKind<{ name: string }>('columns/nested', 'error', ({ name }) => ({
  zh: `“${name}”里面不能再规定列，列只能写在最外层`,
  en: `Columns are set once, at the outermost level; not again inside “${name}”`,
}));

export const badDate = findingKind<{ text: string; whyZh: string; whyEn: string }>(
  'date/malformed',
  'error',
  ({ text, whyZh, whyEn }) => ({
    zh: `“${text}”不是正确的日期：${whyZh}`,
    en: `“${text}” is no proper date: ${whyEn}`,
  }),
);

export const badFormat = findingKind<{ format: string; whyZh: string; whyEn: string }>(
  'format/unknown',
  'error',
  ({ format, whyZh, whyEn }) => ({
    zh: `不能按“${format}”的格式显示：${whyZh}`,
    en: `The format “${format}” cannot be applied: ${whyEn}`,
  }),
);

export const unknownFunction = findingKind<{ name: string; suggestions: readonly string[] }>(
  'call/unknown',
  'error',
  ({ name, suggestions }) => ({
    zh: `没有名为“${name}”的函数${suggestions.length > 0 ? `，是否指“${suggestions.join('”“')}”？` : ''}`,
    en: `There is no function “${name}”${suggestions.length > 0 ? `; did you mean “${suggestions.join('”, “')}”?` : ''}`,
  }),
);

export const badArguments = findingKind<{ name: string; signature: string; given: number }>(
  'call/arguments',
  'error',
  ({ name, signature, given }) => ({
    zh: `“${name}”的参数不对（写了${given}个），用法：${signature}`,
    en: `“${name}” is called with ${given} ${given === 1 ? 'argument' : 'arguments'}; usage: ${signature}`,
  }),
);

export const badArgument = findingKind<{ name: string; whyZh: string; whyEn: string }>(
  'call/argument',
  'error',
  ({ name, whyZh, whyEn }) => ({ zh: `“${name}”无法计算：${whyZh}`, en: `“${name}” cannot be computed: ${whyEn}` }),
);

export const tooLarge = findingKind('value/too-large', 'error', () => ({
  zh: '数值过大，无法计算',
  en: 'The number is too large to be computed',
}));

export const noParts = findingKind<{ name: string }>('value/no-parts', 'error', ({ name }) => ({
  zh: `“${name}”没有分项，无法画图`,
  en: `“${name}” has no parts to draw`,
}));

export const nestedGroup = findingKind('figure/nested-group', 'error', () => ({
  zh: '“按”和“其中”要写在一项数据下面，不能直接写在另一个“按”或“其中”里面',
  en: '“by” and “including” break down a figure; they cannot stand directly inside another breakdown',
}));
