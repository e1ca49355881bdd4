import { toHalfWidth } from '../chinese/fullwidth.js';
import { upperCaseMoney } from '../chinese/money.js';
import { chineseDecimal } from '../chinese/numerals.js';
import type { Message } from '../source/message.js';
import { type DecimalTextOptions, decimalText, MOST_PLACES } from './exact.js';
import { convert, type Outcome, type Quantity, tellingPlaces, usualPlaces } from './quantity.js';
import { isMoney, PERCENT, sameUnit, type Unit, unitOf } from './unit.js';

export interface QuantityTextOptions {
  /** Converts to this unit first; 'none' keeps the amount and leaves the unit out. */
  readonly unit?: Unit | 'none';
  /** Exactly so many decimals. */
  readonly places?: number;
  /** At most so many decimals, zeros at the end dropped. */
  readonly atMost?: number;
  /** Groups thousands. */
  readonly grouping?: boolean;
}

/**
 * What stands on paper for a quantity: 1542.1万元, 60.83%, 78人. Unless told otherwise with as many
 * decimals as its unit usually has, or more if more were written or less would say 0, and no zeros
 * at the end.
 * @throws RangeError for a unit of another dimension.
 */
export function quantityText(q: Quantity, options: QuantityTextOptions = {}): string {
  const { unit = q.unit, ...decimals } = options;
  if (unit === 'none') return amountText(q, decimals);
  const outcome = printedIn(q, unit);
  if (!outcome.ok) throw new RangeError(`${q.unit.symbol || 'number'} is not convertible to ${unit.symbol}`);
  return amountText(outcome.value, decimals) + printedSymbol(unit);
}

/** How an interpolation prints its quantity. */
export interface QuantityFormat {
  /** Converts to this unit first. */
  readonly unit?: Unit;
  readonly decimals?: DecimalTextOptions;
  /** Leaves the unit out (无单位). */
  readonly bare?: true;
  /** Chinese numerals instead of digits: 大写 (壹贰叁) or 中文 (一二三). */
  readonly numerals?: 'financial' | 'ordinary';
}

export type ParsedFormat =
  | { readonly ok: true; readonly format: QuantityFormat }
  | { readonly ok: false; readonly why: Message };

export type FormattedQuantity =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: Message };

/** The words of a format that are neither a unit nor digits, in both languages. */
export const FORMAT_WORDS: readonly { readonly zh: string; readonly en: string; readonly format: QuantityFormat }[] = [
  { zh: '无单位', en: 'number', format: { bare: true } },
  { zh: '大写', en: 'upper', format: { numerals: 'financial' } },
  { zh: '中文', en: 'chinese', format: { numerals: 'ordinary' } },
];

const WORDS: ReadonlyMap<string, QuantityFormat> = new Map(
  FORMAT_WORDS.flatMap(({ zh, en, format }) => [
    [zh, format],
    [en, format],
  ]),
);

/** '0', '0.00' (exactly two), '0.##' (at most two), each also grouped as '#,##0.00'; '%' may follow. */
const DIGITS = /^(?<grouped>#,##)?0(?:\.(?<fixed>0+)|\.(?<free>#+))?(?<percent>%)?$/;

/**
 * Reads the format of an interpolation: words separated by spaces, in any order, each kind once.
 * A unit ('万元', '%'), a pattern of digits ('0.00', '0.##', '#,##0.00', '0.0%'), 无单位 (number),
 * 大写 (upper) or 中文 (chinese). Numerals and a pattern of digits exclude each other.
 * Any other word is taken for a unit; whether it suits is known only with the quantity.
 */
export function parseFormat(text: string): ParsedFormat {
  let format: QuantityFormat = {};
  for (const word of toHalfWidth(text).split(/\s+/).filter(Boolean)) {
    const part = readWord(word);
    if (!part) return refuse(`格式“${word}”看不懂，数字格式如 0.00`, `“${word}” is no pattern of digits such as 0.00`);
    if (Object.keys(part).some((kind) => kind in format)) {
      return refuse(`格式里的“${word}”与前面的重复`, `“${word}” repeats what the format said before`);
    }
    format = { ...format, ...part };
  }
  if (Object.keys(format).length === 0) return refuse('冒号后面没有写格式', 'no format after the colon');
  if (format.numerals && format.decimals) {
    return refuse('中文数字不能再规定小数位数', 'Chinese numerals take no pattern of digits');
  }
  return { ok: true, format };
}

/** Prints a quantity in the written format, or says why it cannot. */
export function formatQuantity(q: Quantity, formatText: string): FormattedQuantity {
  const parsed = parseFormat(formatText);
  if (!parsed.ok) return parsed;
  const { unit = q.unit, bare, decimals = {}, numerals } = parsed.format;
  const outcome = printedIn(q, unit);
  if (!outcome.ok) return unsuited(q.unit, unit);
  if (numerals === 'financial' && isMoney(q.unit) && !parsed.format.unit && !bare) {
    return { ok: true, text: upperCaseMoney(q) };
  }
  const digits = amountText(outcome.value, decimals);
  const number = numerals ? chineseDecimal(digits, numerals) : digits;
  if (bare) return { ok: true, text: number };
  if (numerals && unit === PERCENT) return { ok: true, text: percentInWords(number) };
  return { ok: true, text: number + printedSymbol(unit) };
}

function readWord(word: string): QuantityFormat | undefined {
  const named = WORDS.get(word);
  if (named) return named;
  const pattern = DIGITS.exec(word)?.groups;
  if (pattern) {
    const { grouped, fixed, free, percent } = pattern;
    const grouping = grouped !== undefined;
    const places = (free ?? fixed ?? '').length;
    if (places > MOST_PLACES) return undefined;
    return {
      decimals: free ? { atMost: places, grouping } : { places, grouping },
      ...(percent !== undefined && { unit: PERCENT }),
    };
  }
  return /[\d#.,]/.test(word) ? undefined : { unit: unitOf(word) };
}

function amountText(q: Quantity, options: DecimalTextOptions): string {
  const { places, atMost } = options;
  if (places !== undefined || atMost !== undefined) return decimalText(q.amount, options);
  return decimalText(q.amount, { ...options, atMost: tellingPlaces(q.amount, Math.max(q.unit.places, q.places)) });
}

/** In a unit that was asked for only to print: with the decimals that amounts in it usually have. */
function printedIn(q: Quantity, unit: Unit): Outcome<Quantity> {
  const outcome = convert(q, unit);
  if (!outcome.ok || sameUnit(q.unit, unit)) return outcome;
  return { ok: true, value: { ...outcome.value, places: usualPlaces(outcome.value.amount, unit) } };
}

/** '3/人' rather than '31/人'. */
function printedSymbol(unit: Unit): string {
  return unit.symbol.startsWith('1/') ? unit.symbol.slice(1) : unit.symbol;
}

function percentInWords(number: string): string {
  return number.startsWith('负') ? `负百分之${number.slice(1)}` : `百分之${number}`;
}

function unsuited(from: Unit, to: Unit): FormattedQuantity {
  return refuse(
    `没有“${to.symbol}”这种格式，${from.symbol ? `“${from.symbol}”` : '没有单位的数'}也不能换算成“${to.symbol}”`,
    `there is no format “${to.symbol}”, and ${from.symbol ? `“${from.symbol}”` : 'a number without unit'} does not convert to it`,
  );
}

function refuse(zh: string, en: string): { readonly ok: false; readonly why: Message } {
  return { ok: false, why: { zh, en } };
}
