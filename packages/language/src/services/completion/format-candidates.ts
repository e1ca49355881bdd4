import { FORMAT_WORDS, formatQuantity, isPure, type Quantity } from '@jixiao/core';
import { AstUtils } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { evaluate, isNothing, quantityOf } from '../../evaluation/expression.js';
import * as ast from '../../generated/ast.js';
import { spanOf } from '../../syntax/spans.js';
import { cursorAt } from '../cursor.js';
import { contextOf } from '../navigation/expression-context.js';
import { unitsLike } from '../units-of-measure.js';
import type { Candidate } from './items.js';
import { positionAt } from './reading.js';
import type { Surroundings } from './surroundings.js';

const DIGITS = ['0', '0.0', '0.00', '0.##', '#,##0.00'];
const PERCENTAGES = ['0.0%', '0.00%'];

/** Formats of the number that an interpolation prints, each with what it would print. */
export function formatCandidates(surroundings: Surroundings): Candidate[] {
  const quantity = printedQuantity(surroundings);
  if (!quantity) return [];
  const words = FORMAT_WORDS.map((word) => word[surroundings.spelling]);
  const units = unitsLike(quantity.unit).map(({ symbol }) => symbol);
  const digits = isPure(quantity.unit) ? [...PERCENTAGES, ...DIGITS] : DIGITS;
  const before = formatBefore(surroundings);
  return [...units.map((word) => ({ word, rank: 1 })), ...digits.map((word) => ({ word, rank: 2 }))]
    .concat(words.map((word) => ({ word, rank: 3 })))
    .flatMap(({ word, rank }): Candidate[] => {
      // What would say again what is said already is refused here.
      const result = formatQuantity(quantity, `${before}${word}`);
      if (!result.ok) return [];
      const isDirectlyBehindColon =
        surroundings.reading.piece.text[surroundings.reading.partial.start - 1]?.match(/[:：]/);
      return [
        {
          label: word,
          kind: rank === 1 ? CompletionItemKind.Unit : CompletionItemKind.Value,
          text: isDirectlyBehindColon ? ` ${word}` : word,
          detail: result.text,
          rank,
        },
      ];
    });
}

/** What the format says before the word that is being written. */
function formatBefore({ reading }: Surroundings): string {
  const before = reading.piece.text.slice(0, reading.partial.start);
  return /[:：]([^:：{｛]*)$/.exec(before)?.[1] ?? '';
}

function printedQuantity({ analysis, reading }: Surroundings): Quantity | undefined {
  const cursor = cursorAt(reading.source, positionAt(reading, reading.partial.start));
  const node = cursor?.node && AstUtils.getContainerOfType(cursor.node, ast.isInterpolation);
  if (!node?.expression) return undefined;
  const context = contextOf(node, reading.piece, analysis);
  const value = evaluate(node.expression, context);
  if (value.kind !== 'quantity' && value.kind !== 'figure' && value.kind !== 'group') return undefined;
  const found = quantityOf(value, spanOf(node.expression, reading.piece.anchor), context);
  return isNothing(found) ? undefined : found;
}
