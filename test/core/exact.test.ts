import { decimalPlaces, decimalText, exact, fullPlaces, MOST_PLACES, ONE, roundHalfUp, ZERO } from '@jixiao/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalDigits } from './arbitraries.js';

describe('exact', () => {
  test.each<[string | number | bigint, string]>([
    ['1142.89', '1142.89'],
    ['-3', '-3'],
    ['-0.05', '-0.05'],
    ['007.50', '7.5'],
    ['-0', '0'],
    [42, '42'],
    [-7, '-7'],
    [123456789012345678901234567890n, '123456789012345678901234567890'],
  ])('%s is %s', (value, text) => expect(decimalText(exact(value))).toBe(text));

  test.each(['', ' 1', '1,142.89', '.5', '5.', '+3', '1e3', '1/3', '0x1f', '1_000', '１２', '--1', "1.'3'", 'NaN'])(
    'text %j is refused',
    (text) => expect(() => exact(text)).toThrow(SyntaxError),
  );

  test.each([0.1, 1142.89, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('number %s is refused', (value) =>
    expect(() => exact(value)).toThrow(RangeError),
  );

  test('decimals add without binary error', () => {
    expect(exact('0.1').add(exact('0.2')).equals(exact('0.3'))).toBe(true);
    expect(ONE.div(3).mul(3).equals(ONE)).toBe(true);
  });
});

describe('rounding half up', () => {
  test.each([
    ['8.885', 2, '8.89'],
    ['-8.885', 2, '-8.89'],
    ['8.8849999', 2, '8.88'],
    ['1.005', 2, '1.01'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['0.5', 0, '1'],
    ['0.4999', 0, '0'],
    ['9.995', 2, '10'],
    ['12', 2, '12'],
    ['0', 2, '0'],
  ])('%s to %i places is %s', (x, places, expected) =>
    expect(decimalText(roundHalfUp(exact(x), places))).toBe(expected),
  );

  test.each([
    [80, 90, 2, '0.89'],
    [1, 3, 4, '0.3333'],
    [2, 3, 4, '0.6667'],
    [-2, 3, 0, '-1'],
    [1, 8, 2, '0.13'],
  ])('%i/%i to %i places is %s', (n, d, places, expected) =>
    expect(decimalText(roundHalfUp(exact(n).div(d), places))).toBe(expected),
  );

  test.each([-1, 0.5, Number.NaN, MOST_PLACES + 1])('%s places are refused', (places) =>
    expect(() => roundHalfUp(ONE, places)).toThrow(RangeError),
  );

  test('agrees with rounding by hand on the digits', () =>
    fc.assert(
      fc.property(decimalDigits, fc.nat(6), (digits, places) => {
        expect(decimalText(roundHalfUp(exact(digits), places), { places })).toBe(roundedByHand(digits, places));
        expect(decimalText(exact(digits), { places })).toBe(roundedByHand(digits, places));
      }),
    ));

  test('of any fraction lies within half a step, and above it on a tie', () =>
    fc.assert(
      fc.property(fc.bigInt(-1000000n, 1000000n), fc.bigInt(1n, 999n), fc.nat(4), (n, d, places) => {
        const scale = 10n ** BigInt(places);
        const rounded = roundHalfUp(exact(n).div(exact(d)), places).mul(exact(scale));
        expect(rounded.d).toBe(1n);
        // Twice the distance from |n|·scale/d to the rounded integer, in units of 1/d.
        const distance = 2n * (rounded.n * d - (n < 0n ? -n : n) * scale);
        expect(distance > -d && distance <= d).toBe(true);
      }),
    ));
});

describe('decimal text', () => {
  test.each([
    ['1234567.5', {}, '1234567.5'],
    ['1234567.5', { grouping: true }, '1,234,567.5'],
    ['-1234567.5', { grouping: true, places: 2 }, '-1,234,567.50'],
    ['123', { grouping: true }, '123'],
    ['1000', { grouping: true }, '1,000'],
    ['369', { places: 2 }, '369.00'],
    ['369.10', { atMost: 2 }, '369.1'],
    ['369.999', { atMost: 2 }, '370'],
    ['60.8333', { atMost: 2, places: 1 }, '60.8'],
    ['-0.001', { places: 2 }, '0.00'],
    ['-0.001', { atMost: 2 }, '0'],
    ['-0.005', { places: 2 }, '-0.01'],
    ['0.5', { places: 0 }, '1'],
    ['100', { atMost: 0 }, '100'],
    ['0.12345678915', {}, '0.1234567892'],
  ])('%s with %j is %s', (x, options, expected) => expect(decimalText(exact(x), options)).toBe(expected));

  test('an endless decimal ends after ten digits', () => expect(decimalText(ONE.div(3))).toBe('0.3333333333'));

  test('gives back what was read', () =>
    fc.assert(
      fc.property(decimalDigits, (digits) => {
        const places = decimalPlaces(digits);
        expect(exact(decimalText(exact(digits), { places })).equals(exact(digits))).toBe(true);
        expect(
          exact(decimalText(exact(digits), { places, grouping: true }).replaceAll(',', '')).equals(exact(digits)),
        ).toBe(true);
      }),
    ));
});

test.each([
  ['1142.89', 2],
  ['-3', 0],
  ['0.500', 3],
  ['1,234.5', 1],
])('%s is written with %i decimals', (text, places) => expect(decimalPlaces(text)).toBe(places));

test.each([
  ['0.015', 3],
  ['2.50', 1],
  ['7', 0],
])('%s needs %i decimals', (text, places) => expect(fullPlaces(exact(text))).toBe(places));

test('an endless decimal needs as many as allowed', () => {
  expect(fullPlaces(ONE.div(3))).toBe(10);
  expect(fullPlaces(ONE.div(3), 4)).toBe(4);
  expect(fullPlaces(ZERO)).toBe(0);
});

/** Adds 5 behind the last kept digit, carrying through the digits as on paper, then cuts. */
function roundedByHand(text: string, places: number): string {
  const negative = text.startsWith('-');
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const digits = [...whole, ...decimals.padEnd(places + 1, '0')];
  let index = whole.length + places;
  let carry = 5;
  while (carry > 0) {
    const sum = '0123456789'.indexOf(digits[index] ?? '0') + carry;
    if (index < 0) digits.unshift('0');
    digits[Math.max(index, 0)] = String(sum % 10);
    carry = sum >= 10 ? 1 : 0;
    index -= 1;
  }
  const kept = digits.slice(0, digits.length - (Math.max(decimals.length, places + 1) - places)).join('');
  const head = kept.slice(0, kept.length - places).replace(/^0+(?=\d)/, '');
  const result = places === 0 ? head : `${head}.${kept.slice(kept.length - places)}`;
  return negative && /[1-9]/.test(result) ? `-${result}` : result;
}
