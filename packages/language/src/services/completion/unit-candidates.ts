import { type Language, unitOf } from '@jixiao/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { splitQuantity } from '../../evaluation/expression.js';
import { unitsLike, usualUnits } from '../units-of-measure.js';
import { unitsIn } from '../vocabulary.js';
import type { Candidate } from './items.js';
import type { Surroundings } from './surroundings.js';

/** Units of measure: behind a number, or where one is named. Those of the place first, then those of the file. */
export function unitCandidates(surroundings: Surroundings, inPoints: boolean): Candidate[] {
  const { reading, language } = surroundings;
  const digits = /^[0-9０-９]+(?:[.．][0-9０-９]+)?/.exec(reading.partial.text)?.[0] ?? '';
  const typed = splitQuantity(reading.partial.text)?.symbol;
  const ofPlace = inPoints ? ['分'] : targetUnit(surroundings);
  const ofFile = unitsIn(reading.source).filter((unit) => unit !== typed || usualUnits().includes(unit));
  const units = [...new Set([...ofPlace, ...ofFile, ...usualUnits()])];
  return units.map((symbol): Candidate => {
    const rank = ofPlace.includes(symbol) ? 0 : ofFile.includes(symbol) ? 1 : 2;
    return {
      label: symbol,
      kind: CompletionItemKind.Unit,
      text: digits === '' ? writtenUnit(symbol) : symbol,
      detail: kin(symbol, language),
      rank,
      ...(digits !== '' && { from: reading.partial.start + digits.length }),
    };
  });
}

/** A unit that the lexer does not read as one word stands in quotes. */
function writtenUnit(symbol: string): string {
  return /^[^\s/·"]+$/.test(symbol) ? symbol : `"${symbol}"`;
}

/** In an indicator the actual is measured like the target. */
function targetUnit({ nesting }: Surroundings): string[] {
  const { kind, statements } = nesting.innermost;
  if (kind !== 'indicators' && kind !== 'indicator-group') return [];
  const statement = statements.at(-1) ?? [];
  const colon = statement.findIndex(({ tokenType }) => tokenType.name === ':');
  const target = colon < 0 ? undefined : statement.slice(colon).find(({ tokenType }) => tokenType.name === 'QUANTITY');
  const symbol = splitQuantity(target?.image)?.symbol;
  return symbol ? [symbol] : [];
}

const CONVERTS: Readonly<Record<Language, (others: string) => string>> = {
  zh: (others) => `可换算为${others}`,
  en: (others) => `converts to ${others}`,
};

function kin(symbol: string, language: Language): string {
  const others = unitsLike(unitOf(symbol)).map((unit) => unit.symbol);
  return others.length > 0 ? CONVERTS[language](others.join('、')) : '';
}
