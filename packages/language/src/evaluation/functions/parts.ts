import type { Quantity } from '@jixiao/core';
import type { FigureDefinition } from '../definitions.js';
import { columnOf, isNothing } from '../expression.js';
import { BLANK, INVALID, type Nothing, type Value } from '../value.js';
import type { Argument, CallSite } from './function.js';

/** The parts of a figure (its first breakdown) or of a group; undefined for anything without parts. */
export function partsOf(value: Value): readonly FigureDefinition[] | undefined {
  if (value.kind === 'group') return value.group.members;
  return value.kind === 'figure' ? value.figure.groups[0]?.members : undefined;
}

/** A part, and its number in the column that was chosen for the whole. */
export interface MeasuredPart {
  readonly figure: FigureDefinition;
  readonly found: Quantity | Nothing;
}

/** The parts with their numbers; undefined for anything without parts, nothing where a column has to be chosen. */
export function measuredParts({ value, span }: Argument, site: CallSite): MeasuredPart[] | Nothing | undefined {
  if (value.kind !== 'figure' && value.kind !== 'group') return undefined;
  const members = partsOf(value);
  if (!members) return undefined;
  const column = columnOf(value, span, site.context);
  if (column === undefined) return INVALID;
  return members.map((figure) => ({
    figure,
    found: site.quantity({ value: { kind: 'figure', figure, column }, span }),
  }));
}

/**
 * The numbers of a call: those given, or the parts where a single figure with parts is given.
 * Blank ones are left out; nothing where one is missing.
 */
export function quantitiesOf(args: readonly Argument[], site: CallSite): Quantity[] | Nothing {
  const [only] = args;
  const parts = args.length === 1 && only ? measuredParts(only, site) : undefined;
  if (parts && !Array.isArray(parts)) return parts;
  const found = parts ? parts.map((part) => part.found) : args.map((argument) => site.quantity(argument));
  const quantities: Quantity[] = [];
  for (const item of found) {
    if (!isNothing(item)) quantities.push(item);
    else if (item.why !== 'blank') return item;
  }
  return quantities.length > 0 ? quantities : BLANK;
}
