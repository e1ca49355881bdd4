import { type Cell, decimalText, type Language, type Quantity, quantityText } from '@jixiao/core';
import { escapeMarkdown } from './markdown.js';

/** `公式：…`, with the colon of the language. */
export function labelled(label: string, content: string, language: Language): string {
  return `${label}${language === 'zh' ? '：' : ': '}${content}`;
}

/** A remark in the brackets of the language. */
export function bracketed(content: string, language: Language): string {
  return language === 'zh' ? `（${content}）` : ` (${content})`;
}

export function cellValue(cell: Cell): string {
  return cell.quantity ? escapeMarkdown(quantityText(cell.quantity)) : '—';
}

const ROUNDING: Readonly<Record<Language, string>> = { zh: '尾差区间', en: 'Rounding interval' };

/** 尾差: where the amount lay before it was rounded to be written; undefined for an exact one. */
export function roundingText(quantity: Quantity, language: Language): string | undefined {
  const { amount, slack, unit } = quantity;
  if (slack.equals(0)) return undefined;
  const interval = `${decimalText(amount.sub(slack))}–${decimalText(amount.add(slack))}`;
  return labelled(ROUNDING[language], `${interval}${escapeMarkdown(unit.symbol)}`, language);
}
