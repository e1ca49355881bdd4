import {
  convert,
  decimalText,
  inUnit,
  isMoney,
  type Quantity,
  quantityText,
  sameDimension,
  tellingPlaces,
  type Unit,
} from '@jixiao/core';

/** A quantity on its way into a table, and the unit in which it is to be printed there. */
export interface Amount {
  readonly quantity: Quantity;
  readonly unit: Unit;
}

/** The amount in the wished unit; in its own where the two measure different things. */
export function amountIn(quantity: Quantity, wished: Unit | undefined): Amount {
  return { quantity, unit: wished && sameDimension(quantity.unit, wished) ? wished : quantity.unit };
}

/**
 * Prints the amounts of one column: those of one unit with the same number of decimals, money with
 * at least those of its unit (two for 万元), and none that is not 0 as 0.
 */
export class AmountColumn {
  readonly #places = new Map<string, number>();

  constructor(amounts: Iterable<Amount>) {
    for (const { quantity, unit } of amounts) {
      const least = this.#places.get(unit.symbol) ?? (isMoney(unit) ? unit.places : 0);
      this.#places.set(unit.symbol, Math.max(least, ownPlaces(quantity, unit)));
    }
  }

  /** The bare number where the table says the unit, else number and unit. */
  text({ quantity, unit }: Amount, said: Unit | undefined): string {
    const places = this.#places.get(unit.symbol) ?? unit.places;
    if (said?.symbol !== unit.symbol) return quantityText(quantity, { unit, places });
    return decimalText(inUnit(quantity.amount, quantity.unit, unit), { places });
  }
}

/** Decimals that an amount needs in a unit of its kind. */
function ownPlaces(quantity: Quantity, unit: Unit): number {
  const converted = convert(quantity, unit);
  if (!converted.ok) return unit.places;
  return tellingPlaces(converted.value.amount, converted.value.places);
}

/** The unit of each column, where every column has one of its own and they are not all the same. */
export function columnUnits(columns: readonly (readonly Amount[])[]): readonly (Unit | undefined)[] | undefined {
  const units = columns.map((amounts) => {
    const [first] = amounts;
    return first && amounts.every(({ unit }) => unit.symbol === first.unit.symbol) ? first.unit : undefined;
  });
  if (units.some((unit, index) => unit === undefined && (columns[index]?.length ?? 0) > 0)) return undefined;
  // Bare numbers and rates carry their sign themselves.
  const said = units.map((unit) => (unit?.dimension === '' ? undefined : unit));
  return new Set(said.flatMap((unit) => (unit ? [unit.symbol] : []))).size > 1 ? said : undefined;
}

/**
 * The unit that the line above a table states: the wished one, else the one most of its amounts
 * have; none for bare numbers and rates, which carry their sign themselves.
 */
export function saidUnit(amounts: readonly Amount[], wished: Unit | undefined): Unit | undefined {
  const counts = new Map<string, { unit: Unit; count: number }>();
  for (const { unit } of amounts) {
    const entry = counts.get(unit.symbol) ?? { unit, count: 0 };
    entry.count += 1;
    counts.set(unit.symbol, entry);
  }
  if (wished && (counts.size === 0 || counts.has(wished.symbol))) return wished;
  let best: { unit: Unit; count: number } | undefined;
  for (const entry of counts.values()) {
    if (entry.unit.dimension !== '' && (!best || entry.count > best.count)) best = entry;
  }
  return best && 2 * best.count > amounts.length ? best.unit : undefined;
}
