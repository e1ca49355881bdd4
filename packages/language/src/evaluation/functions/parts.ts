import type { Quantity } from '@jixiao/core';
import type { FigureDefinition, GroupDefinition } from '../definitions.js';
import { isNothing } from '../expression.js';
import { BLANK, type Nothing, type Value } from '../value.js';
import type { Argument, CallSite } from './function.js';

/** The parts that a figure or a partition has, in a column. */
export interface Parts {
  readonly members: readonly FigureDefinition[];
  readonly column: number;
  readonly group: GroupDefinition;
}

/** The parts of a figure (its first breakdown) or of a group; undefined for anything without parts. */
export function partsOf(value: Value): Parts | undefined {
  if (value.kind === 'group') return { members: value.group.members, column: value.column ?? 0, group: value.group };
  if (value.kind !== 'figure') return undefined;
  const group = value.figure.groups[0];
  return group ? { members: group.members, column: value.column ?? 0, group } : undefined;
}

/**
 * The numbers of a call: those given, or the parts where a single figure with parts is given.
 * Blank ones are left out; nothing where one is missing.
 */
export function quantitiesOf(args: readonly Argument[], site: CallSite): Quantity[] | Nothing {
  const [only] = args;
  const parts = args.length === 1 && only ? partsOf(only.value) : undefined;
  const found: (Quantity | Nothing)[] = parts
    ? parts.members.map((figure) =>
        site.quantity({ value: { kind: 'figure', figure, column: parts.column }, span: only?.span ?? site.span }),
      )
    : args.map((argument) => site.quantity(argument));
  const quantities: Quantity[] = [];
  for (const item of found) {
    if (!isNothing(item)) quantities.push(item);
    else if (item.why !== 'blank') return item;
  }
  return quantities.length > 0 ? quantities : BLANK;
}
