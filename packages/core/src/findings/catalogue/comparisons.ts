import { findingKind } from '../definition.js';

export const unchanged = findingKind<{ name: string; value: string; previous: string }>(
  'year/unchanged',
  'hint',
  ({ name, value, previous }) => ({
    zh: `“${name}”${value}与上年报告（${previous}）分毫不差，请核对是否忘了更新`,
    en: `“${name}” is ${value}, to the cent what last year’s report had (${previous}): was it brought up to date?`,
  }),
);

export const swing = findingKind<{ name: string; value: string; previous: string; change: string; threshold: string }>(
  'year/swing',
  'hint',
  ({ name, value, previous, change, threshold }) => ({
    zh: `“${name}”由上年的${previous}变为${value}，变动${change}，超过${threshold}，报告中宜说明原因`,
    en: `“${name}” went from ${previous} to ${value}, a change of ${change}, beyond ${threshold}: the report should say why`,
  }),
);

export const previousDiffers = findingKind<{
  name: string;
  column: string;
  value: string;
  previous: string;
  difference: string;
}>('year/previous-differs', 'warning', ({ name, column, value, previous, difference }) => ({
  zh: `“${name}”的“${column}”为${value}，上年报告为${previous}，相差${difference}`,
  en: `“${column}” of “${name}” is ${value}, but last year’s report has ${previous}: a difference of ${difference}`,
}));

export const overBudget = findingKind<{
  name: string;
  actual: string;
  budget: string;
  actualColumn: string;
  budgetColumn: string;
  difference: string;
}>('threepublic/over-budget', 'error', ({ name, actual, budget, actualColumn, budgetColumn, difference }) => ({
  zh: `“${name}”${actualColumn}${actual}，超过${budgetColumn}${budget}，超出${difference}`,
  en: `“${name}” spent ${actual} (${actualColumn}), over the ${budget} of ${budgetColumn} by ${difference}`,
}));

export const balance = findingKind<{
  income: string;
  opening: string;
  spending: string;
  closing: string;
  left: string;
  right: string;
  difference: string;
}>('funds/balance', 'error', ({ income, opening, spending, closing, left, right, difference }) => ({
  zh: `收入${income}加年初结转结余${opening}为${left}，支出${spending}加年末结转结余${closing}为${right}，收支不平，相差${difference}`,
  en: `Income ${income} and opening balance ${opening} make ${left}, spending ${spending} and closing balance ${closing} make ${right}: a difference of ${difference}`,
}));

export const retirees = findingKind<{ name: string; part: string }>('staff/retirees', 'warning', ({ name, part }) => ({
  zh: `“${part}”不占编制，不应计入“${name}”`,
  en: `“${part}” hold no established post and should not count in “${name}”`,
}));

export const unused = findingKind<{ name: string }>('figure/unused', 'hint', ({ name }) => ({
  zh: `“${name}”没有在报告的任何地方用到`,
  en: `“${name}” is used nowhere in the report`,
}));
