const DIGITS: Readonly<Record<string, bigint>> = Object.fromEntries(
  [...'零一二三四五六七八九'].flatMap((ordinary, digit) => [
    [ordinary, BigInt(digit)],
    ['零壹贰叁肆伍陆柒捌玖'.charAt(digit), BigInt(digit)],
  ]),
);

const POWERS: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n };

/** Reads a Chinese whole number: splits at the last 亿, then the last 万, then adds digits times powers. */
export function readNumerals(text: string): bigint {
  for (const [word, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = text.lastIndexOf(word);
    if (at >= 0) return readNumerals(text.slice(0, at)) * size + readNumerals(text.slice(at + 1));
  }
  let total = 0n;
  let digit: bigint | undefined;
  for (const character of text) {
    const power = POWERS[character];
    if (power === undefined) {
      digit = DIGITS[character];
      if (digit === undefined) throw new Error(`No numeral: ${character}`);
    } else {
      total += (digit || 1n) * power;
      digit = undefined;
    }
  }
  return total + (digit ?? 0n);
}
