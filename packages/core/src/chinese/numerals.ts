/** ordinary: 一百零五, as in running text and headings · financial: 壹佰零伍 (大写), as on cheques. */
export type NumeralStyle = 'ordinary' | 'financial';

interface NumeralWords {
  readonly digits: string;
  /** For 10, 100 and 1000. */
  readonly powers: readonly string[];
}

const WORDS: Readonly<Record<NumeralStyle, NumeralWords>> = {
  ordinary: { digits: '零一二三四五六七八九', powers: ['', '十', '百', '千'] },
  financial: { digits: '零壹贰叁肆伍陆柒捌玖', powers: ['', '拾', '佰', '仟'] },
};

const WAN = 10_000n;
const YI = 100_000_000n;

/** 1 to 50 in three blocks of Unicode. */
const CIRCLED = [
  { from: 1, to: 20, first: 0x2460 },
  { from: 21, to: 35, first: 0x3251 },
  { from: 36, to: 50, first: 0x32b1 },
];

/**
 * A whole number in Chinese words: 0 零, 10 十, 105 一百零五, 10 000 0000 十亿, -3 负三.
 * @throws RangeError for a number that is not a safe integer.
 */
export function chineseNumber(n: number | bigint, style: NumeralStyle = 'ordinary'): string {
  const value = wholeNumber(n);
  const text = read(value < 0n ? -value : value, WORDS[style]);
  // 十二, not 一十二; inside a number (一百一十二) and on cheques (壹拾贰) the one stays.
  const spoken = text.startsWith('一十') ? text.slice(1) : text;
  return value < 0n ? `负${spoken}` : spoken;
}

/** A whole number in financial digits (大写): 105 壹佰零伍. */
export function financialNumber(n: number | bigint): string {
  return chineseNumber(n, 'financial');
}

/** Plain decimal digits in Chinese words, digits after the point one by one: '-60.83' 负六十点八三. */
export function chineseDecimal(digits: string, style: NumeralStyle = 'ordinary'): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits);
  if (!match) throw new SyntaxError(`Not a plain decimal number: ${digits}`);
  const [, sign, whole = '', decimals] = match;
  const words = chineseNumber(BigInt(whole), style);
  const tail = decimals ? `点${[...decimals].map((digit) => digitWord(digit, WORDS[style])).join('')}` : '';
  return (sign ? '负' : '') + words + tail;
}

/** ① to ㊿; beyond, where no such character exists, (51). */
export function circledNumber(n: number): string {
  const block = CIRCLED.find(({ from, to }) => n >= from && n <= to);
  return block ? String.fromCodePoint(block.first + n - block.from) : `(${n})`;
}

function wholeNumber(n: number | bigint): bigint {
  if (typeof n === 'number' && !Number.isSafeInteger(n)) throw new RangeError(`Not a whole number: ${n}`);
  return BigInt(n);
}

/** Reads by groups of 亿, then 万: each group is a number of its own, with 零 where its head is empty. */
function read(n: bigint, words: NumeralWords): string {
  if (n < WAN) return readGroup(n, words);
  return n < YI ? readAround(n, WAN, '万', words) : readAround(n, YI, '亿', words);
}

function readAround(n: bigint, size: bigint, name: string, words: NumeralWords): string {
  const rest = n % size;
  const head = read(n / size, words) + name;
  if (rest === 0n) return head;
  return head + (rest * 10n < size ? '零' : '') + read(rest, words);
}

/** 0 to 9999; several zeros in a row read as one, those at the end not at all. */
function readGroup(n: bigint, words: NumeralWords): string {
  if (n === 0n) return digitWord('0', words);
  const digits = n.toString();
  const spoken = [...digits].map((digit, index) =>
    digit === '0' ? '零' : digitWord(digit, words) + (words.powers[digits.length - 1 - index] ?? ''),
  );
  return spoken.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function digitWord(digit: string, words: NumeralWords): string {
  return words.digits.charAt('0123456789'.indexOf(digit));
}
