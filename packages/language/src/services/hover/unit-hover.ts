import {
  convert,
  decimalText,
  isMoney,
  type Language,
  literal,
  type Quantity,
  quantityText,
  type Unit,
  unitOf,
  upperCaseMoney,
} from '@jixiao/core';
import type { LeafCstNode } from 'langium';
import { splitQuantity } from '../../evaluation/expression.js';
import { unitsLike } from '../units-of-measure.js';
import { labelled, roundingText } from './amounts.js';
import { escapeMarkdown, paragraphs } from './markdown.js';

const TEXTS = {
  zh: { words: '大写', counts: (unit: string) => `以“${unit}”计数，不与别的单位换算` },
  en: { words: 'In words', counts: (unit: string) => `counted in “${unit}”, which converts to no other unit` },
} as const;

/** A number with its unit, or a unit: what it is in other units. Undefined for any other token. */
export function unitText(leaf: LeafCstNode, language: Language): string | undefined {
  if (leaf.astNode.$type === 'UnitSymbol') return ofUnit(unitOf(leaf.text.replace(/^["“]|["”]$/g, '')), language);
  if (leaf.tokenType.name !== 'QUANTITY' || leaf.astNode.$type !== 'Quantity') return undefined;
  const written = splitQuantity(leaf.text);
  if (!written || written.symbol === '' || written.digits.length > 40) return undefined;
  const quantity = literal(written.digits, written.symbol);
  const words = isMoney(quantity.unit)
    ? labelled(TEXTS[language].words, escapeMarkdown(upperCaseMoney(quantity)), language)
    : undefined;
  return paragraphs([conversions(quantity, language), words, roundingText(quantity, language)]);
}

function ofUnit(unit: Unit, language: Language): string {
  return conversions(literal('1', unit.symbol), language);
}

function conversions(quantity: Quantity, language: Language): string {
  const own = `**${escapeMarkdown(quantityText(quantity))}**`;
  const others = unitsLike(quantity.unit).flatMap((unit) => {
    const converted = convert(quantity, unit);
    return converted.ok ? [escapeMarkdown(`${decimalText(converted.value.amount, { atMost: 8 })}${unit.symbol}`)] : [];
  });
  if (others.length > 0) return [own, ...others].join(' = ');
  return quantity.unit.symbol === '' ? own : `${own}  ${escapeMarkdown(TEXTS[language].counts(quantity.unit.symbol))}`;
}
