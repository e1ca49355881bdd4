import {
  absolute,
  exact,
  growth,
  maximum,
  minimum,
  NUMBER,
  type Outcome,
  type Quantity,
  quantity,
  roundQuantity,
  share,
  sum,
} from '@jixiao/core';
import { reportProblem, settled } from '../arithmetic.js';
import { isNothing, wrongType } from '../expression.js';
import { INVALID, MISSING, quantityValue, type Value } from '../value.js';
import type { Argument, CallSite, PerfFunction } from './function.js';
import { quantitiesOf } from './parts.js';

const list = { zh: '数值', en: 'values', rest: true } as const;

/** Functions that make one number of several. */
function folding(
  zh: string,
  en: string,
  summary: PerfFunction['summary'],
  fold: (list: readonly Quantity[]) => Outcome<Quantity> | undefined,
): PerfFunction {
  return {
    zh,
    en,
    parameters: [list],
    summary,
    call(args, site) {
      const quantities = quantitiesOf(args, site);
      if (!Array.isArray(quantities)) return quantities;
      const [first, second] = quantities;
      const outcome = fold(quantities);
      if (!first || !outcome) return MISSING;
      return settled(outcome, first, unlikeOne(first, quantities) ?? second ?? first, site.span, site.context);
    },
  };
}

function unlikeOne(first: Quantity, quantities: readonly Quantity[]): Quantity | undefined {
  return quantities.find(({ unit }) => unit.dimension !== first.unit.dimension);
}

function ofTwo(
  site: CallSite,
  a: Argument | undefined,
  b: Argument | undefined,
  calculate: (a: Quantity, b: Quantity) => Outcome<Quantity>,
): Value {
  const left = site.quantity(a);
  const right = site.quantity(b);
  if (isNothing(left)) return left;
  if (isNothing(right)) return right;
  const outcome = calculate(left, right);
  return outcome.ok
    ? quantityValue(outcome.value)
    : reportProblem(outcome.problem, left, right, site.span, site.context);
}

/** A small whole number, such as a number of decimals; reports anything else. */
function wholeNumber(argument: Argument, site: CallSite): number | undefined {
  const found = site.quantity(argument);
  if (isNothing(found)) return undefined;
  for (let places = 0; places <= 10; places++) if (found.amount.equals(places)) return places;
  wrongType(argument.value, '0到10的整数', 'a whole number from 0 to 10', argument.span, site.context);
  return undefined;
}

export const NUMBER_FUNCTIONS: readonly PerfFunction[] = [
  folding('求和', 'sum', { zh: '各数之和；对一组分项求和', en: 'adds values, or the parts of a figure' }, sum),
  folding('最小', 'min', { zh: '最小的一个', en: 'the least' }, minimum),
  folding('最大', 'max', { zh: '最大的一个', en: 'the greatest' }, maximum),
  {
    zh: '四舍五入',
    en: 'round',
    parameters: [
      { zh: '数值', en: 'value' },
      { zh: '小数位数', en: 'decimals', optional: true },
    ],
    summary: { zh: '四舍五入到若干位小数', en: 'rounds half up to so many decimals' },
    call(args, site) {
      const found = site.quantity(args[0]);
      if (isNothing(found)) return found;
      const places = args[1] ? wholeNumber(args[1], site) : 0;
      return places === undefined ? INVALID : quantityValue(roundQuantity(found, places));
    },
  },
  {
    zh: '绝对值',
    en: 'abs',
    parameters: [{ zh: '数值', en: 'value' }],
    summary: { zh: '去掉正负号', en: 'without its sign' },
    call(args, site) {
      const found = site.quantity(args[0]);
      return isNothing(found) ? found : quantityValue(absolute(found));
    },
  },
  {
    zh: '占比',
    en: 'share',
    parameters: [
      { zh: '部分', en: 'part' },
      { zh: '总数', en: 'total' },
    ],
    summary: { zh: '部分占总数的百分比', en: 'the part in per cent of the total' },
    call: (args, site) => ofTwo(site, args[0], args[1], share),
  },
  {
    zh: '增幅',
    en: 'growth',
    parameters: [
      { zh: '上期', en: 'before' },
      { zh: '本期', en: 'after' },
    ],
    summary: { zh: '本期比上期增长的百分比，减少为负', en: 'the change in per cent; negative for a decrease' },
    call: (args, site) => ofTwo(site, args[0], args[1], growth),
  },
  {
    zh: '个数',
    en: 'count',
    parameters: [{ zh: '名单或数据', en: 'list or figure' }],
    summary: { zh: '名单的个数，或分项的个数', en: 'how many names a list, or parts a figure, has' },
    call([argument], site) {
      const value = argument?.value;
      if (value?.kind === 'list') return counted(value.items.length);
      if (value?.kind === 'text') return counted(1);
      if (value?.kind === 'group') return counted(value.group.members.length);
      if (value?.kind === 'figure') {
        const group = value.figure.groups.find(({ kind }) => kind !== 'including') ?? value.figure.groups[0];
        return counted(group?.members.length ?? 0);
      }
      if (!value || !argument || value.kind === 'nothing') return value ?? INVALID;
      return wrongType(value, '名单或有分项的数据', 'a list or a figure with parts', argument.span, site.context);
    },
  },
];

function counted(number: number): Value {
  return quantityValue(quantity(exact(number), NUMBER));
}
