import { type ParsedPiece, readSource } from '../../syntax/source-file.js';
import { alignmentOf } from './alignment.js';
import { type Atom, atomsOf, COMMENT } from './atoms.js';
import type { Attributes } from './attributes.js';
import { layOutLines } from './lines.js';
import type { FormatOptions } from './options.js';
import type { LineRange } from './places.js';
import { applied, onLines, type Replacement, smallest } from './replacements.js';
import { respelledNames } from './respelling.js';
import { structureOf } from './structure.js';
import { readsTheSame } from './verification.js';

/** What a piece is followed by: another piece, or the end of the file. */
export type Follower = 'piece' | 'end';

/** Whether the piece was read without errors; a value that is still to be written is none. */
export function isFormattable(piece: ParsedPiece): boolean {
  return piece.findings.every(({ code }) => code === 'syntax/missing-value');
}

/**
 * The replacements that format a piece, on the given lines of it: white space between atoms, and
 * atoms that are spelled differently. None for a piece with syntax errors, since there is no telling
 * what its text is, nor for one that would read differently afterwards.
 */
export function formatPiece(
  piece: ParsedPiece,
  follower: Follower,
  options: FormatOptions,
  lines: LineRange,
  attributes: Attributes | undefined,
): readonly Replacement[] {
  if (!isFormattable(piece)) return [];
  const { text } = piece;
  const { keywords } = options;
  const names = keywords === 'keep' ? new Map<number, string>() : respelledNames(piece, keywords, attributes);
  const atoms = atomsOf(piece, { keywords, names });
  const all = replacementsFor(atoms, piece, follower, options).flatMap((replacement) => smallest(replacement, text));
  const replacements = onLines(all, text, lines);
  const after = applied(text, replacements);
  if (!readsTheSame(text, after, writtenAtoms(atoms, text, replacements))) return [];
  return keywords === 'keep' || isAsSound(after, piece) ? replacements : [];
}

/** The atoms that are written as they should be once the replacements are made. */
function writtenAtoms(atoms: readonly Atom[], text: string, replacements: readonly Replacement[]): Atom[] {
  let next = 0;
  return atoms.filter((atom) => {
    while ((replacements[next]?.end ?? Number.POSITIVE_INFINITY) <= atom.start) next++;
    const replacement = replacements[next];
    return text.slice(atom.start, atom.end) === atom.text || (replacement && replacement.start < atom.end);
  });
}

/** Whether a respelled piece still has the syntax that it had. */
function isAsSound(after: string, piece: ParsedPiece): boolean {
  const { pieces } = readSource(piece.anchor.file, after);
  const missing = pieces.reduce((sum, { findings }) => sum + findings.length, 0);
  return pieces.every(isFormattable) && missing === piece.findings.length;
}

function replacementsFor(
  atoms: readonly Atom[],
  piece: ParsedPiece,
  follower: Follower,
  options: FormatOptions,
): Replacement[] {
  const structure = structureOf(atoms, piece);
  const lines = layOutLines(atoms, structure, piece.text, {
    indent: options.indent,
    keepBreaks: piece.findings.length > 0,
    lockedLines: lockedLines(piece),
  });
  const added = options.align ? alignmentOf(atoms, structure, lines) : [];
  const trailing = trailingAllowances(atoms, piece, follower);
  const replacements: Replacement[] = [];
  const { text } = piece;
  let end = 0;
  atoms.forEach((atom, index) => {
    const blanks = (lines.blanks[index] ?? 0) + (added[index] ?? 0) + (trailing.has(index) ? options.indent : 0);
    const gap = '\n'.repeat(lines.breaks[index] ?? 0) + ' '.repeat(blanks);
    replacements.push({ start: end, end: atom.start, text: gap });
    replacements.push({ start: atom.start, end: atom.end, text: atom.text, ...groupOf(atom) });
    end = atom.end;
  });
  replacements.push({ start: end, end: text.length, text: endOfPiece(text.slice(end), atoms.length, follower) });
  return replacements;
}

/** The brackets of prose change together or not at all. */
function groupOf(atom: Atom): { group?: number } {
  const offset = atom.kind.startsWith('PROSE_') ? atom.node?.$cstNode?.offset : undefined;
  return offset === undefined ? {} : { group: offset };
}

function endOfPiece(gap: string, atoms: number, follower: Follower): string {
  if (atoms === 0) return '';
  if (follower === 'end') return '\n';
  return gap.split('\n').length > 2 ? '\n\n' : '\n';
}

function lockedLines(piece: ParsedPiece): ReadonlySet<number> {
  return new Set(piece.allowances.map(({ line }) => line));
}

/**
 * Allowances below the last declaration of a piece that were indented and so belong to nothing:
 * at the start of the line they would belong to the declaration below.
 */
function trailingAllowances(atoms: readonly Atom[], piece: ParsedPiece, follower: Follower): ReadonlySet<number> {
  const found = new Set<number>();
  if (follower === 'end') return found;
  const lines = piece.text.split('\n');
  for (let index = atoms.length - 1; index >= 0; index--) {
    const atom = atoms[index] as Atom;
    if (atom.kind !== COMMENT) break;
    const indented = /^[\s\u3000]+\S/.test(lines[atom.line] ?? '') && atoms[index - 1]?.line !== atom.line;
    if (indented && piece.allowances.some(({ span }) => span.start.line === atom.line)) found.add(index);
  }
  return found;
}
