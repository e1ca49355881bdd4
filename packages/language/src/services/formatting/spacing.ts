import type { Atom } from './atoms.js';
import { COMMENT, PROSE_CLOSE, PROSE_OPEN, TEXT } from './atoms.js';

/** Blanks between two atoms on one line. `begins` tells that the second one begins a statement of its block. */
export function blanksBetween(before: Atom, after: Atom, begins: boolean): number {
  if (after.kind === COMMENT) return 2;
  if (before.kind === PROSE_OPEN || after.kind === PROSE_CLOSE) {
    return before.kind === PROSE_OPEN && after.kind === PROSE_CLOSE ? 0 : 1;
  }
  if (before.kind === '{' || after.kind === '}') return before.kind === '{' && after.kind === '}' ? 0 : 1;
  if (begins) return 2;
  return isGlued(before, after) ? 0 : 1;
}

function isGlued(before: Atom, after: Atom): boolean {
  return isGluedInProse(before, after) || isGluedBehind(before, after) || isGluedInFront(before, after);
}

function isGluedInProse(before: Atom, after: Atom): boolean {
  if (before.kind === TEXT || after.kind === TEXT) return true;
  if (before.kind === 'INTERPOLATION_OPEN' || before.kind === 'INTERPOLATION_CLOSE') return true;
  return after.kind === 'INTERPOLATION_CLOSE' || after.kind === 'FORMAT';
}

/** Marks that stand directly behind what is before them. */
function isGluedBehind(before: Atom, after: Atom): boolean {
  switch (after.kind) {
    case ',':
    case ')':
    case '.':
    case ':':
      return true;
    case '(':
      return before.kind === '(' || after.node?.$type === 'Call' || after.node?.$type === 'Method';
    case '..':
      return isWordLimit(before);
    default:
      return false;
  }
}

/** Marks that stand directly in front of what is behind them. */
function isGluedInFront(before: Atom, after: Atom): boolean {
  switch (before.kind) {
    case '(':
      return true;
    case '.':
      // Apart from its dot a name is not part of the path: then it was written apart, and stays so.
      return before.end === after.start;
    case '..':
      return isWordLimit(after);
    case '-':
      // Two minus signs in a row would become a dash.
      return before.node?.$type === 'Negation' && after.kind !== '-';
    default:
      return false;
  }
}

/** A bound of `300..800`; the bounds of a band are written apart, `80% .. 100%`. */
function isWordLimit(bound: Atom): boolean {
  return bound.node?.$container?.$type === 'WordLimit';
}
