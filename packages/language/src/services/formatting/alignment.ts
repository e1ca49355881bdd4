import type { AstNode } from 'langium';
import { type Atom, COMMENT } from './atoms.js';
import type { Lines } from './lines.js';
import { LINE_WIDTH } from './options.js';
import type { Structure } from './structure.js';

/** A place in a line that comes to stand below the same place of other lines. */
interface Mark {
  readonly kind: string;
  /** The atom that is moved. */
  readonly moved: number;
  /** The atom whose place counts: its beginning, or its end where numbers are set flush right. */
  readonly measured: number;
  readonly edge: 'start' | 'end';
}

interface Row {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly type: string;
  readonly marks: readonly Mark[];
}

/**
 * Blanks to add before atoms so that the marks of rows that follow each other stand below one
 * another. A mark that would push a line beyond the line width is not aligned, nor are those behind it.
 */
export function alignmentOf(atoms: readonly Atom[], structure: Structure, lines: Lines): number[] {
  const aligner = new Aligner(atoms, lines);
  const rows: Row[] = [];
  for (let line = 0; line + 1 < lines.starts.length; line++) {
    const row = rowOf(line, atoms, structure, lines);
    if (row) rows.push(row);
  }
  for (const run of runsOf(rows, atoms, lines)) aligner.alignFrom(0, run);
  for (const run of commentRuns(atoms, structure, lines)) aligner.alignComments(run);
  return aligner.added;
}

class Aligner {
  readonly added: number[];

  constructor(
    private readonly atoms: readonly Atom[],
    private readonly lines: Lines,
  ) {
    this.added = atoms.map(() => 0);
  }

  alignFrom(place: number, rows: readonly Row[]): void {
    const byKind = new Map<string, Row[]>();
    for (const row of rows) {
      const kind = row.marks[place]?.kind;
      if (kind !== undefined) byKind.set(kind, [...(byKind.get(kind) ?? []), row]);
    }
    for (const group of byKind.values()) {
      if (this.align(place, group)) this.alignFrom(place + 1, group);
    }
  }

  private align(place: number, rows: readonly Row[]): boolean {
    const measured = rows.map((row) => {
      const mark = row.marks[place] as Mark;
      return { row, mark, column: this.columnOf(row, mark) };
    });
    const target = Math.max(...measured.map(({ column }) => column));
    const fits = measured.every(({ row, column }) => {
      const width = this.widthOf(row.from, row.to);
      return width > LINE_WIDTH || width + target - column <= LINE_WIDTH;
    });
    if (!fits) return false;
    for (const { mark, column } of measured) this.add(mark.moved, target - column);
    return true;
  }

  alignComments(ends: readonly { readonly from: number; readonly comment: number }[]): void {
    const columns = ends.map(({ from, comment }) => this.widthOf(from, comment));
    const target = Math.max(...columns);
    if (target > LINE_WIDTH) return;
    ends.forEach(({ comment }, index) => {
      this.add(comment, target - (columns[index] ?? 0));
    });
  }

  private add(index: number, blanks: number): void {
    this.added[index] = (this.added[index] ?? 0) + blanks;
  }

  private columnOf(row: Row, { measured, edge }: Mark): number {
    const before = this.widthOf(row.from, measured);
    const blanks = (this.lines.blanks[measured] ?? 0) + (this.added[measured] ?? 0);
    return before + blanks + (edge === 'end' ? (this.atoms[measured]?.width ?? 0) : 0);
  }

  /** Columns that the atoms take together, comments left out. */
  private widthOf(from: number, to: number): number {
    let width = 0;
    for (let index = from; index < to; index++) {
      const atom = this.atoms[index];
      if (!atom || atom.kind === COMMENT) continue;
      width += (this.lines.blanks[index] ?? 0) + (this.added[index] ?? 0) + atom.width;
    }
    return width;
  }
}

/** Statements whose marks are aligned, with the marks. */
const ALIGNED: Readonly<Record<string, ReadonlySet<string>>> = {
  Row: new Set(['=', '|']),
  FigureDeclaration: new Set(['=', '|']),
  IndicatorNode: new Set([':', '->', '=']),
  MethodCase: new Set(['->']),
  GradeRule: new Set(['>=', '<=', '>', '<', '=', '==', '!=']),
};

/** The line as a row, if it holds one statement of a kind that is aligned. */
function rowOf(line: number, atoms: readonly Atom[], structure: Structure, lines: Lines): Row | undefined {
  const from = lines.starts[line] ?? 0;
  const to = lines.starts[line + 1] ?? 0;
  const statement = structure.statement[from];
  const depth = structure.depth[from] ?? 0;
  const kinds = statement && ALIGNED[statement.$type];
  // Declarations are read one by one, so that what stands in one cannot depend on the next.
  if (!statement || !kinds || statement.$containerProperty === 'declarations') return undefined;
  for (let index = from + 1; index < to; index++) {
    if (structure.statement[index] && structure.depth[index] === depth) return undefined;
  }
  const marks = marksOf(statement, kinds, from, to, atoms);
  return marks.length > 0 ? { line, from, to, depth, type: statement.$type, marks } : undefined;
}

function marksOf(
  statement: AstNode,
  kinds: ReadonlySet<string>,
  from: number,
  to: number,
  atoms: readonly Atom[],
): Mark[] {
  const own: number[] = [];
  for (let index = from; index < to; index++) {
    const atom = atoms[index];
    if (atom && (isPoints(atom, statement) || (atom.node === statement && kinds.has(atom.kind)))) own.push(index);
  }
  const cells = own.filter((index) => atoms[index]?.kind === '|').length;
  return own.flatMap((index, place): Mark[] => {
    const atom = atoms[index] as Atom;
    if (isPoints(atom, statement)) return [{ kind: 'points', moved: index, measured: index, edge: 'end' }];
    if (atom.kind === '|') return [];
    const mark: Mark = { kind: atom.kind, moved: index, measured: index, edge: 'start' };
    return cells === 0 || atom.kind !== '=' ? [mark] : [mark, ...cellMarks(own.slice(place), to, statement, atoms)];
  });
}

/** The cells of a row are set flush right, as on paper, up to the last column. */
function cellMarks(marks: readonly number[], to: number, statement: AstNode, atoms: readonly Atom[]): Mark[] {
  const result: Mark[] = [];
  for (const [place, mark] of marks.entries()) {
    const last = place === marks.length - 1;
    const moved = mark + 1;
    const end = marks[place + 1] ?? endOfCells(mark, to, statement, atoms);
    // A cell that is not written, or not on this line, ends what can be aligned.
    if (moved >= end) break;
    if (last) result.push({ kind: 'last', moved, measured: moved, edge: 'start' });
    else result.push({ kind: 'cell', moved, measured: end - 1, edge: 'end' });
  }
  return result;
}

function endOfCells(mark: number, to: number, statement: AstNode, atoms: readonly Atom[]): number {
  for (let index = mark + 1; index < to; index++) {
    const atom = atoms[index] as Atom;
    if (atom.kind === COMMENT || (atom.kind === '{' && atom.node?.$container === statement)) return index;
  }
  return to;
}

function isPoints(atom: Atom, statement: AstNode): boolean {
  return (
    statement.$type === 'IndicatorNode' &&
    atom.node?.$containerProperty === 'points' &&
    atom.node.$container === statement
  );
}

/** Rows on lines that follow each other; comment lines between them do not part them, blank lines do. */
function runsOf(rows: readonly Row[], atoms: readonly Atom[], lines: Lines): Row[][] {
  const runs: Row[][] = [];
  let previous: Row | undefined;
  for (const row of rows) {
    if (previous && belongTogether(previous, row, atoms, lines)) runs.at(-1)?.push(row);
    else runs.push([row]);
    previous = row;
  }
  return runs;
}

function belongTogether(a: Row, b: Row, atoms: readonly Atom[], lines: Lines): boolean {
  if (a.depth !== b.depth || a.type !== b.type) return false;
  for (let line = a.line + 1; line <= b.line; line++) {
    const first = lines.starts[line] ?? 0;
    if (lines.breaks[first] !== 1) return false;
    if (line < b.line && atoms[first]?.kind !== COMMENT) return false;
  }
  return true;
}

/** Comments behind the text of lines that follow each other in one block. */
function commentRuns(
  atoms: readonly Atom[],
  structure: Structure,
  lines: Lines,
): { readonly from: number; readonly comment: number }[][] {
  const runs: { from: number; comment: number }[][] = [];
  let lastLine = -2;
  let lastDepth = -1;
  for (let line = 0; line + 1 < lines.starts.length; line++) {
    const from = lines.starts[line] ?? 0;
    const comment = (lines.starts[line + 1] ?? 0) - 1;
    const depth = structure.depth[from] ?? 0;
    if (atoms[comment]?.kind !== COMMENT || comment === from) continue;
    const follows = line === lastLine + 1 && depth === lastDepth && lines.breaks[from] === 1;
    if (follows) runs.at(-1)?.push({ from, comment });
    else runs.push([{ from, comment }]);
    lastLine = line;
    lastDepth = depth;
  }
  return runs;
}
