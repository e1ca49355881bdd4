import { decimalText } from '../quantity/exact.js';
import { inUnit, type Quantity } from '../quantity/quantity.js';
import { isMoney, YUAN } from '../quantity/unit.js';
import { financialNumber } from './numerals.js';

/**
 * An amount of money in financial capitals: 人民币贰仟柒佰玖拾玖万叁仟捌佰元整.
 *
 * By 《正确填写票据和结算凭证的基本规定》 (annex 1 of 支付结算办法): 整 follows 元 when nothing comes
 * after it, never 角 or 分 (after 角 it is optional); several zeros in a row read as one 零; a zero
 * 角 before 分 reads 零. Where the rule leaves 零 to the writer (a zero at 元 before 角, a zero at
 * 万 before 仟), it stands before 角 and is left out before 仟, as in the rule's first examples:
 * 壹仟陆佰捌拾元零叁角贰分, 壹拾万柒仟元零伍角叁分.
 *
 * Rounded half up to the cent; a negative amount begins 人民币负.
 * @throws RangeError for a quantity that is not money.
 */
export function upperCaseMoney(money: Quantity): string {
  if (!isMoney(money.unit)) throw new RangeError(`Not an amount of money: ${money.unit.symbol || 'number'}`);
  const text = decimalText(inUnit(money.amount, money.unit, YUAN), { places: 2 });
  const [yuan = '0', cents = '00'] = text.replace('-', '').split('.');
  return `人民币${text.startsWith('-') ? '负' : ''}${yuanWords(BigInt(yuan), cents)}${centWords(cents)}`;
}

function yuanWords(yuan: bigint, cents: string): string {
  if (cents === '00') return `${financialNumber(yuan)}元整`;
  if (yuan === 0n) return '';
  const gap = yuan % 10n === 0n || cents.startsWith('0');
  return `${financialNumber(yuan)}元${gap ? '零' : ''}`;
}

function centWords(cents: string): string {
  return [...cents]
    .map((digit, index) => (digit === '0' ? '' : financialNumber(BigInt(digit)) + '角分'.charAt(index)))
    .join('');
}
