import { convert, NUMBER, type Quantity, roundHalfUp, type Span } from '@jixiao/core';
import type { Context } from '../../evaluation/context.js';
import type { ColumnDefinition, FigureDefinition } from '../../evaluation/definitions.js';
import type { Evaluation } from '../../evaluation/evaluation.js';
import { labelKey } from '../../evaluation/scope.js';
import type { PerfSymbol } from '../../evaluation/symbols.js';
import type { Find } from './labels.js';

/** What a text can call by a name. */
export type Thing = Extract<PerfSymbol, { kind: 'figure' | 'column' | 'indicator' }>;

/** A figure that a text may mean by its label, or one of its columns. */
export interface Candidate {
  readonly figure: FigureDefinition;
  readonly column: ColumnDefinition | undefined;
  readonly path: string;
  readonly quantity: Quantity;
  readonly at: Span;
}

/** Looks up names for a text; each once, however often the text is asked for it. */
export function thingsCalled({ evaluation, unit, anchor }: Context): Find<Thing> {
  const known = new Map<string, readonly Thing[]>();
  return (name) => {
    let things = known.get(name);
    if (!things) {
      evaluation.noteLookup(unit, anchor.file, labelKey(name), undefined);
      things = [...evaluation.sources.labelled(anchor.file, name)].filter((symbol): symbol is Thing =>
        ['figure', 'column', 'indicator'].includes(symbol.kind),
      );
      for (const { nameSpan } of things) evaluation.noteLookup(unit, anchor.file, labelKey(name), nameSpan.anchor);
      known.set(name, things);
    }
    return things;
  };
}

/** The figures among things, with the values of their columns. */
export function candidatesAmong(things: readonly Thing[], { evaluation }: Context): Candidate[] {
  return things.flatMap((thing) => (thing.kind === 'figure' ? [...cellsOf(thing.figure, evaluation)] : []));
}

function* cellsOf(figure: FigureDefinition, evaluation: Evaluation): Generator<Candidate> {
  const { columns } = figure.table;
  for (let index = 0; index < Math.max(1, columns.length); index++) {
    const { quantity } = evaluation.cell(figure, index);
    if (!quantity || quantity.unit === NUMBER) continue;
    const column = columns[index];
    const path = [...figure.path, ...(column ? [column.name] : [])].join('.');
    yield { figure, column, path, quantity, at: figure.nameSpan };
  }
}

/**
 * One figure quoted in a text is the figure itself, in full or rounded half up to the decimals that
 * are written: the tolerance of a sum has no place here.
 */
export function quotes(written: Quantity, figure: Quantity): boolean {
  const inItsUnit = convert(figure, written.unit);
  if (!inItsUnit.ok) return false;
  const { amount } = inItsUnit.value;
  return amount.equals(written.amount) || roundHalfUp(amount, written.places).equals(written.amount);
}
