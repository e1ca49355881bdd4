import fc from 'fast-check';

/** Plain decimal digits as a clerk could write them: up to ten digits before the point and six after, negative too. */
export const decimalDigits: fc.Arbitrary<string> = fc
  .tuple(
    fc.boolean(),
    fc.integer({ min: 0, max: 9_999_999_999 }),
    fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }),
  )
  .map(([negative, whole, decimals]) => {
    const digits = decimals.length > 0 ? `${whole}.${decimals.join('')}` : String(whole);
    return negative ? `-${digits}` : digits;
  });

/** The number a text of decimal digits stands for, in millionths: sums computed without fractions. */
export function millionths(digits: string): bigint {
  const [whole = '', decimals = ''] = digits.replace('-', '').split('.');
  const magnitude = BigInt(whole + decimals.padEnd(6, '0'));
  return digits.startsWith('-') ? -magnitude : magnitude;
}
