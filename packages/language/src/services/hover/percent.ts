import { type Exact, exact, isPure, PERCENT, type Quantity, quantity, quantityText } from '@jixiao/core';

/** A fraction, or a pure number, in per cent with at most two decimals; anything else as it is printed. */
export function percentText(value: Exact | Quantity): string {
  if ('unit' in value) {
    return isPure(value.unit) ? quantityText(value, { unit: PERCENT, atMost: 2 }) : quantityText(value);
  }
  return quantityText(quantity(value.mul(exact(100)), PERCENT), { atMost: 2 });
}
