import Fraction from 'fraction.js';

/**
 * An exact rational number. Division stays exact as well; digits are lost only where a rule says
 * that a figure is rounded, through {@link roundHalfUp}.
 */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0n);
export const ONE: Exact = new Fraction(1n);
export const HUNDRED: Exact = new Fraction(100n);

/** The largest number of decimals that can be asked for; it keeps a slip of the pen from filling the memory. */
export const MOST_PLACES = 100;

/** Decimals of an amount when nothing else is known; also where an endless decimal is cut. */
const DEFAULT_AT_MOST = 10;

const PLAIN_DECIMAL = /^-?\d+(?:\.\d+)?$/;

/**
 * The exact number that a text, an integer or a bigint stands for.
 * A text is plain decimal digits such as '1142.89' or '-3': no grouping, no exponent.
 * @throws SyntaxError for any other text; RangeError for a number that is not a safe integer,
 * because such a number has lost digits before it came here.
 */
export function exact(value: string | number | bigint): Exact {
  if (typeof value === 'bigint') return new Fraction(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`Not an exact integer: ${value}`);
    return new Fraction(BigInt(value));
  }
  if (!PLAIN_DECIMAL.test(value)) throw new SyntaxError(`Not a plain decimal number: ${value}`);
  return new Fraction(value);
}

/** Whether the number has no fractional part. */
export function isWhole(x: Exact): boolean {
  return x.d === 1n;
}

/** Whether the number is 0. */
export function isZero(x: Exact): boolean {
  return x.n === 0n;
}

/**
 * Rounds to so many decimals; a tie goes away from zero (四舍五入).
 * @throws RangeError if `places` is not a whole number from 0 to {@link MOST_PLACES}.
 */
export function roundHalfUp(x: Exact, places: number): Exact {
  const scale = powerOfTen(places);
  return scale % x.d === 0n ? x : new Fraction(x.s * roundedMagnitude(x, scale), scale);
}

export interface DecimalTextOptions {
  /** Exactly so many decimals; wins over `atMost`. */
  readonly places?: number;
  /** Rounds to at most so many decimals and drops the zeros at the end. Default: 10. */
  readonly atMost?: number;
  /** Groups thousands: 1,234.5 */
  readonly grouping?: boolean;
}

/** Writes a number in decimal digits, rounded half up. There is no negative zero. */
export function decimalText(x: Exact, options: DecimalTextOptions = {}): string {
  const places = options.places ?? options.atMost ?? DEFAULT_AT_MOST;
  const magnitude = roundedMagnitude(x, powerOfTen(places));
  const digits = magnitude.toString().padStart(places + 1, '0');
  const point = digits.length - places;
  const decimals = options.places === undefined ? digits.slice(point).replace(/0+$/, '') : digits.slice(point);
  const whole = digits.slice(0, point);
  const grouped = options.grouping ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  const sign = x.s < 0n && magnitude !== 0n ? '-' : '';
  return decimals === '' ? sign + grouped : `${sign}${grouped}.${decimals}`;
}

/** How many digits stand after the decimal point of a written number; 0 without a point. */
export function decimalPlaces(text: string): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

/** How many decimals write the number in full, up to `most` (for one that ends later or never). */
export function fullPlaces(x: Exact, most = DEFAULT_AT_MOST): number {
  let places = 0;
  for (let scale = 1n; places < most && scale % x.d !== 0n; scale *= 10n) places += 1;
  return places;
}

/** Whether so many decimals write the number in full. */
export function endsWithin(x: Exact, places: number): boolean {
  return 10n ** BigInt(places) % x.d === 0n;
}

/** The decimal place of the first digit that is not 0, for a number other than 0 below 1; up to {@link MOST_PLACES}. */
export function firstPlace(x: Exact): number {
  let place = 1;
  for (let scale = 10n; place < MOST_PLACES && x.n * scale < x.d; scale *= 10n) place += 1;
  return place;
}

/** |x| times the scale, rounded half up to an integer. */
function roundedMagnitude(x: Exact, scale: bigint): bigint {
  return (2n * x.n * scale + x.d) / (2n * x.d);
}

function powerOfTen(places: number): bigint {
  if (!Number.isInteger(places) || places < 0 || places > MOST_PLACES) {
    throw new RangeError(`Not a number of decimals from 0 to ${MOST_PLACES}: ${places}`);
  }
  return 10n ** BigInt(places);
}
