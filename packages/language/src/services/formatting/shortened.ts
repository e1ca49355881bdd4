import { spliced } from '../changes/splices.js';
import { type Atom, PROSE_CLOSE, PROSE_OPEN } from './atoms.js';
import type { Replacement } from './replacements.js';

/** A piece before and after formatting, as far as it has to be read to see whether it still reads the same. */
export interface Comparison {
  readonly before: string;
  readonly after: string;
  /** The atoms that are written as they should be afterwards, by their place in the text before. */
  readonly atoms: readonly Atom[];
}

/**
 * Leaves out what stands inside blocks of prose that formatting does not touch. A block is closed in
 * itself, so its words are read alike whatever happens around it; its lines and the column of its
 * closing bracket stay, for those tell braces that were left out.
 */
export function comparisonOf(
  text: string,
  atoms: readonly Atom[],
  replacements: readonly Replacement[],
  isWritten: (atom: Atom) => boolean,
): Comparison {
  let before = '';
  let taken = 0;
  let next = 0;
  const kept: Atom[] = [];
  const moved: Replacement[] = [];
  /** Takes everything up to an offset as it is. */
  const takeUpTo = (end: number) => {
    before += text.slice(taken, end);
    taken = end;
  };
  /** By how much offsets behind what was taken are smaller now. */
  const shift = () => taken - before.length;
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index] as Atom;
    for (let r = replacements[next]; r && r.end <= atom.start; r = replacements[++next])
      moved.push(movedBy(shift(), r));
    if (isWritten(atom)) kept.push({ ...atom, start: atom.start - shift(), end: atom.end - shift() });
    if (atom.kind !== PROSE_OPEN) continue;
    let closing = index + 1;
    while (closing < atoms.length && atoms[closing]?.kind !== PROSE_CLOSE) closing++;
    const close = atoms[closing];
    const touching = replacements[next];
    if (!close || (touching && touching.start < close.end)) continue;
    takeUpTo(atom.end);
    before += outlineOf(text.slice(atom.end, close.start));
    taken = close.start;
    index = closing - 1;
  }
  for (const rest of replacements.slice(next)) moved.push(movedBy(shift(), rest));
  takeUpTo(text.length);
  return { before, after: spliced(before, moved), atoms: kept };
}

function movedBy(shift: number, { start, end, ...rest }: Replacement): Replacement {
  return { ...rest, start: start - shift, end: end - shift };
}

/** White space that ends in the column in which the text ends. */
function outlineOf(text: string): string {
  const lastLine = text.lastIndexOf('\n') + 1;
  return `${lastLine > 0 ? '\n' : ''}${' '.repeat(text.length - lastLine)}`;
}
