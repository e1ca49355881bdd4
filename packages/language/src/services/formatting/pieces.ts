import { type ParsedPiece, readSource } from '../../syntax/source-file.js';
import { spliced } from '../changes/splices.js';
import { WORK } from '../work.js';
import { alignmentOf } from './alignment.js';
import { type Atom, atomsOf, COMMENT } from './atoms.js';
import type { Attributes } from './attributes.js';
import { layOutLines } from './lines.js';
import type { FormatOptions } from './options.js';
import type { LineRange } from './places.js';
import { onLines, type Replacement, smallest } from './replacements.js';
import { respelledNames } from './respelling.js';
import { comparisonOf } from './shortened.js';
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
  // Other spellings depend on what the names stand for, which the piece alone does not tell.
  if (options.keywords !== 'keep') {
    const names = respelledNames(piece, options.keywords, attributes);
    return verified(laidOut(piece, follower, options, names), piece, options, lines);
  }
  const key = `${follower} ${options.indent} ${options.align}`;
  const known = LAYOUTS.get(piece)?.get(key) ?? keep(piece, key, laidOut(piece, follower, options, NO_NAMES));
  if (lines.first > 0 || lines.last < Number.POSITIVE_INFINITY) return verified(known, piece, options, lines);
  known.whole ??= verified(known, piece, options, lines);
  return known.whole;
}

/** A piece laid out, before it is seen to that it reads the same. */
interface Layout {
  readonly atoms: readonly Atom[];
  readonly replacements: readonly Replacement[];
  /** What formatting the whole piece comes to, once that was asked for. */
  whole?: readonly Replacement[];
}

const NO_NAMES: ReadonlyMap<number, string> = new Map();

const LAYOUTS = new WeakMap<ParsedPiece, Map<string, Layout>>();

function keep(piece: ParsedPiece, key: string, layout: Layout): Layout {
  const known = LAYOUTS.get(piece);
  if (known) known.set(key, layout);
  else LAYOUTS.set(piece, new Map([[key, layout]]));
  return layout;
}

function laidOut(
  piece: ParsedPiece,
  follower: Follower,
  options: FormatOptions,
  names: ReadonlyMap<number, string>,
): Layout {
  WORK.layouts++;
  const atoms = atomsOf(piece, { keywords: options.keywords, names });
  const all = replacementsFor(atoms, piece, follower, options);
  return { atoms, replacements: all.flatMap((replacement) => smallest(replacement, piece.text)) };
}

/** The replacements on certain lines, if the piece still reads as it did. */
function verified(
  { atoms, replacements: all }: Layout,
  piece: ParsedPiece,
  { keywords }: FormatOptions,
  lines: LineRange,
): readonly Replacement[] {
  const { text } = piece;
  const replacements = onLines(all, text, lines);
  if (replacements.length === 0) return replacements;
  const written = new Set(writtenAtoms(atoms, text, replacements));
  const compared = comparisonOf(text, atoms, replacements, (atom) => written.has(atom));
  if (!readsTheSame(compared.before, compared.after, compared.atoms)) return [];
  return keywords === 'keep' || isAsSound(spliced(text, replacements), piece) ? replacements : [];
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
    const gap = gapOf(lines.breaks[index] ?? 0, blanks);
    if (text.slice(end, atom.start) !== gap) replacements.push({ start: end, end: atom.start, text: gap });
    if (text.slice(atom.start, atom.end) !== atom.text) {
      replacements.push({ start: atom.start, end: atom.end, text: atom.text, ...groupOf(atom) });
    }
    end = atom.end;
  });
  replacements.push({ start: end, end: text.length, text: endOfPiece(text.slice(end), atoms.length, follower) });
  return replacements;
}

function gapOf(breaks: number, blanks: number): string {
  if (breaks === 0) return blanks === 0 ? '' : blanks === 1 ? ' ' : ' '.repeat(blanks);
  return '\n'.repeat(breaks) + ' '.repeat(blanks);
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
