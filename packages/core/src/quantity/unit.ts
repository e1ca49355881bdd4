import { toHalfWidth } from '../chinese/fullwidth.js';
import { type Exact, exact, HUNDRED, ONE, ZERO } from './exact.js';

/** What a quantity is measured or counted in. */
export interface Unit {
  /** As it is printed: '万元', '%', '人', '万元/人'; '' for a pure number. */
  readonly symbol: string;
  /**
   * What is measured, in canonical writing: '' for pure numbers (%, ‰ and 成 too), 'money',
   * otherwise the base unit ('平方米', '千克', '人'); compounds as 'money/人'.
   * Only units of one dimension add up, compare and convert.
   */
  readonly dimension: string;
  /** How many base units of the dimension make one of this unit. */
  readonly factor: Exact;
  /** Decimals to which an amount in this unit is usually rounded. */
  readonly places: number;
  /** The step to which amounts in this unit are rounded on paper, in this unit; 0 where amounts are exact. */
  readonly step: Exact;
}

const HUNDREDTH = ONE.div(HUNDRED);

const MONEY = 'money';

/** Dimension, factor and rounding step of the words that do not simply count things. */
const KNOWN: ReadonlyMap<string, Omit<Unit, 'symbol'>> = new Map(
  [
    family('', ZERO, { '': ONE, '%': HUNDREDTH, 百分点: HUNDREDTH, 个百分点: HUNDREDTH }),
    family('', ZERO, { '‰': ONE.div(1000), 千分点: ONE.div(1000), 成: ONE.div(10) }),
    // Amounts in 元 are kept to the cent (分钱), hence exact. 分 alone is a point of a score, never money.
    family(MONEY, ZERO, { 元: ONE, 角: ONE.div(10) }),
    family('分', ZERO, { 分: ONE }),
    // 15 亩 make one hectare.
    family('平方米', HUNDREDTH, { 平方米: ONE, '㎡': ONE, 亩: exact(10_000).div(15), 公顷: exact(10_000) }),
    family('平方米', HUNDREDTH, { 平方公里: exact(1_000_000), 平方千米: exact(1_000_000) }),
    family('米', HUNDREDTH, { 米: ONE, 公里: exact(1000), 千米: exact(1000), 厘米: ONE.div(100), 毫米: ONE.div(1000) }),
    family('千克', HUNDREDTH, { 千克: ONE, 公斤: ONE, 斤: ONE.div(2), 克: ONE.div(1000), 吨: exact(1000) }),
  ].flat(),
);

/** Number words that may stand before another unit (万人, 亿元); the longer first. */
const MULTIPLES: readonly (readonly [word: string, factor: Exact])[] = [
  ['万亿', exact(1_000_000_000_000n)],
  ['千万', exact(10_000_000)],
  ['百万', exact(1_000_000)],
  ['十万', exact(100_000)],
  ['亿', exact(100_000_000)],
  ['万', exact(10_000)],
  ['千', exact(1000)],
];

/** As many number words a unit may begin with; 万万亿 is more than anybody spends. */
const MOST_MULTIPLES = 4;

/**
 * One object a symbol, so that equal units are usually the same object. Of the words that anybody may
 * type only so many are kept: a server runs for weeks, and every half-typed word is one. Nothing may
 * rest on two units being one object, save those that are known by name and stay.
 */
const lasting = new Map<string, Unit>();
const passing = new Map<string, Unit>();
const MOST_PASSING = 5000;

/**
 * The unit that a symbol stands for. Every word is one: a word that is not known (起, 座, 口, 户 …)
 * counts things of its own kind. 万, 亿, 千, 百万 … multiply the unit they precede. '/' divides and '·'
 * multiplies units: '元/人'.
 */
export function unitOf(symbol: string): Unit {
  const known = lasting.get(symbol) ?? passing.get(symbol);
  if (known) return known;
  const plain = toHalfWidth(symbol).trim();
  const unit = plain === symbol ? Object.freeze(readUnit(symbol)) : unitOf(plain);
  if (passing.size >= MOST_PASSING) passing.clear();
  (KNOWN.has(symbol) ? lasting : passing).set(symbol, unit);
  return unit;
}

/** A unit that stays one object for good. */
function lastingUnit(symbol: string): Unit {
  const unit = unitOf(symbol);
  lasting.set(symbol, unit);
  return unit;
}

/** A simple unit in a compound one, above (1) or below (-1) the fraction bar. */
export interface UnitFactor {
  readonly unit: Unit;
  readonly power: 1 | -1;
}

/** Whether a symbol heaps up more number words than any unit has: a key held down, not 万元. */
export function isOverloaded(symbol: string): boolean {
  return symbol.split(/[/·]/).some((word) => splitMultiples(word).words.length > MOST_MULTIPLES);
}

/** What the number words of a unit come to: 10000 in 万人, 1000 in 千米, 1 in 人. */
export function multipleOf(unit: Unit): Exact {
  let product = ONE;
  for (let rest = unit.symbol; ; ) {
    const multiple = MULTIPLES.find(([word]) => rest.startsWith(word));
    if (!multiple || isOverloaded(unit.symbol)) return product;
    product = product.mul(multiple[1]);
    rest = rest.slice(multiple[0].length);
  }
}

/** The simple units that a unit is made of; none for the pure number. */
export function unitFactors(unit: Unit): readonly UnitFactor[] {
  if (isCompound(unit.symbol)) return compoundFactors(unit.symbol);
  return unit.symbol === '' ? [] : [{ unit, power: 1 }];
}

/** The unit made of the given simple ones, in their order; the pure number if there are none. */
export function compoundUnit(factors: readonly UnitFactor[]): Unit {
  return unitOf(fractionText(factors.map(({ unit, power }) => ({ word: unit.symbol, power }))));
}

export const NUMBER: Unit = lastingUnit('');
export const PERCENT: Unit = lastingUnit('%');
/** 分, in which indicators are scored. */
export const POINTS: Unit = lastingUnit('分');
export const YUAN: Unit = lastingUnit('元');
export const WAN_YUAN: Unit = lastingUnit('万元');
export const YI_YUAN: Unit = lastingUnit('亿元');

/** Whether two units are one, even if one of them was forgotten and read again. */
export function sameUnit(a: Unit, b: Unit): boolean {
  return a === b || a.symbol === b.symbol;
}

/** Whether quantities in the two units add up, compare and convert. */
export function sameDimension(a: Unit, b: Unit): boolean {
  return a.dimension === b.dimension;
}

export function isMoney(unit: Unit): boolean {
  return unit.dimension === MONEY;
}

/** A pure number: no unit, %, ‰, 成 … */
export function isPure(unit: Unit): boolean {
  return unit.dimension === '';
}

/** Whether the unit counts whole things one by one: 人, 户, 座; not 万人, which is a rounded amount. */
export function isCount(unit: Unit): boolean {
  return unit.places === 0;
}

function family(dimension: string, step: Exact, factors: Record<string, Exact>) {
  return Object.entries(factors).map(([symbol, factor]) => [symbol, { dimension, factor, places: 2, step }] as const);
}

function readUnit(symbol: string): Unit {
  const known = KNOWN.get(symbol);
  if (known) return { symbol, ...known };
  if (isCompound(symbol)) return readCompound(symbol);
  const { words, rest } = splitMultiples(symbol);
  if (words.length === 0 || words.length > MOST_MULTIPLES) {
    return { symbol, dimension: symbol, factor: ONE, places: 0, step: ZERO };
  }
  const { dimension, factor } = unitOf(rest);
  const multiplied = words.reduce((product, times) => product.mul(times), factor);
  return { symbol, dimension, factor: multiplied, places: 2, step: dimension === '' ? ZERO : HUNDREDTH };
}

/** The number words that a symbol begins with, and the unit they stand before. */
function splitMultiples(symbol: string): { readonly words: readonly Exact[]; readonly rest: string } {
  const words: Exact[] = [];
  let from = 0;
  while (words.length <= MOST_MULTIPLES && !KNOWN.has(symbol.slice(from))) {
    const multiple = MULTIPLES.find(([word]) => symbol.startsWith(word, from));
    if (!multiple) break;
    words.push(multiple[1]);
    from += multiple[0].length;
  }
  return { words, rest: symbol.slice(from) };
}

/** A symbol with an empty side, such as '元/', is no compound but a word like any other. */
function isCompound(symbol: string): boolean {
  return /[/·]/.test(symbol) && symbol.split(/[/·]/).every((word) => word.trim() !== '');
}

function compoundFactors(symbol: string): UnitFactor[] {
  return symbol.split('/').flatMap((side, index) =>
    side
      .split('·')
      .filter((word) => word !== '1')
      .map((word) => ({ unit: unitOf(word), power: index === 0 ? 1 : -1 })),
  );
}

function readCompound(symbol: string): Unit {
  const powers = new Map<string, number>();
  let factor = ONE;
  for (const { unit, power } of compoundFactors(symbol)) {
    factor = power > 0 ? factor.mul(unit.factor) : factor.div(unit.factor);
    powers.set(unit.dimension, (powers.get(unit.dimension) ?? 0) + power);
  }
  powers.delete('');
  const words = [...powers].sort(([a], [b]) => (a < b ? -1 : 1));
  const dimension = fractionText(words.flatMap(([word, power]) => repeated(word, power)));
  return { symbol, dimension, factor, places: 2, step: ZERO };
}

function repeated(word: string, power: number): { word: string; power: number }[] {
  return Array.from({ length: Math.abs(power) }, () => ({ word, power }));
}

/** 'a·b/c/d'; '1/c' with nothing above the bar, '' with nothing at all. */
function fractionText(words: readonly { readonly word: string; readonly power: number }[]): string {
  const above = words.filter(({ power }) => power > 0).map(({ word }) => word);
  const below = words.filter(({ power }) => power < 0).map(({ word }) => `/${word}`);
  return (above.join('·') || (below.length > 0 ? '1' : '')) + below.join('');
}
