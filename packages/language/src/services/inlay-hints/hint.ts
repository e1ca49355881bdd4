import { decimalText, exact, type Quantity, quantityText } from '@jixiao/core';
import type { AstNode } from 'langium';

/**
 * What a hint shows. totals: sums of parts · rates: computed columns and measured rates ·
 * formulas: what a formula or a mention comes to · scores: scores by the rubric and of groups ·
 * grades: total and grade of a table · points: points that are left to give.
 */
export const HINT_KINDS = ['totals', 'rates', 'formulas', 'scores', 'grades', 'points'] as const;

export type HintKind = (typeof HINT_KINDS)[number];

/** A value shown behind a token; lines count from the piece. */
export interface Hint {
  readonly kind: HintKind;
  readonly at: { readonly line: number; readonly character: number };
  readonly label: string;
  readonly tooltip: string;
  /** What a click writes there, where that says exactly the same. */
  readonly insert?: string;
}

/** The place behind the last of these nodes that was written. */
export function behind(...nodes: readonly (AstNode | undefined)[]): Hint['at'] | undefined {
  return nodes.filter((node) => (node?.$cstNode?.text.trim() ?? '') !== '').at(-1)?.$cstNode?.range.end;
}

/** ` = 5.5万元`, if these digits say exactly what was computed; a rounded rate does not. */
export function assignment(quantity: Quantity): string | undefined {
  const digits = decimalText(quantity.amount, { atMost: Math.max(quantity.unit.places, quantity.places) });
  return exact(digits).equals(quantity.amount) ? ` = ${quantityText(quantity)}` : undefined;
}
