import { type Atom, COMMENT } from './atoms.js';
import { LINE_WIDTH } from './options.js';
import { blanksBetween } from './spacing.js';
import { isCloser, isOpener, type Structure } from './structure.js';

/** A piece cut into lines, before anything is aligned. */
export interface Lines {
  /** Line breaks before each atom: 0, 1, or 2 where a blank line stays. */
  readonly breaks: readonly number[];
  /** Blanks before each atom: the indentation where it begins a line. */
  readonly blanks: readonly number[];
  /** First atom of each line, and one behind the last atom. */
  readonly starts: readonly number[];
}

export interface LineRules {
  readonly indent: number;
  /** Line breaks stay where they are: the piece leaves values out, and the end of the line tells where. */
  readonly keepBreaks: boolean;
  /** Lines of the source of which a comment allows a finding; what stands on them stays together. */
  readonly lockedLines: ReadonlySet<number>;
}

/** Decides where lines end, and indents them. */
export function layOutLines(atoms: readonly Atom[], structure: Structure, text: string, rules: LineRules): Lines {
  const layout = new LineLayout(atoms, structure, text, rules);
  return layout.result();
}

class LineLayout {
  private readonly breaks: number[];

  constructor(
    private readonly atoms: readonly Atom[],
    private readonly structure: Structure,
    private readonly text: string,
    private readonly rules: LineRules,
  ) {
    this.breaks = atoms.map((_, index) => (index === 0 ? 0 : this.breaksBefore(index)));
  }

  result(): Lines {
    while (!this.rules.keepBreaks && this.breakLongLines()) {
      // A line that was broken up may leave parts that are still too long.
    }
    const blanks = this.atoms.map((_, index) => this.blanksBefore(index));
    return { breaks: this.breaks, blanks, starts: this.lineStarts() };
  }

  private breaksBefore(index: number): number {
    const after = this.at(index);
    const before = this.at(index - 1);
    const written = after.line > before.line;
    if (!this.isBroken(index, written)) return 0;
    const blankLine = this.text.slice(before.end, after.start).split('\n').length > 2;
    return blankLine && this.allowsBlankLine(index) ? 2 : 1;
  }

  private isBroken(index: number, written: boolean): boolean {
    const { keepBreaks } = this.rules;
    const after = this.at(index);
    const before = this.at(index - 1);
    if (before.kind === COMMENT) return true;
    if (keepBreaks || after.kind === COMMENT || this.isLocked(before, after)) return written;
    if (isOpener(after) && !this.structure.statement[index] && !isOpener(before)) return false;
    if (isOpener(before) && this.isSpread(index - 1)) return true;
    if (isCloser(after) && this.isSpread(index)) return true;
    if (this.structure.statement[index] && (this.isDeclaration(index) || this.followsSpread(index))) return true;
    return written;
  }

  /** What shares a line with an allowance stays there, and nothing else comes to stand on it. */
  private isLocked(before: Atom, after: Atom): boolean {
    return this.rules.lockedLines.has(before.line) || this.rules.lockedLines.has(after.line);
  }

  /** Whether a bracket and its partner stand on different lines of the source. */
  private isSpread(index: number): boolean {
    const other = this.structure.pair[index];
    return other !== undefined && this.at(other).line !== this.at(index).line;
  }

  private followsSpread(index: number): boolean {
    return isCloser(this.at(index - 1)) && this.isSpread(index - 1);
  }

  private isDeclaration(index: number): boolean {
    return this.structure.statement[index]?.$containerProperty === 'declarations';
  }

  private allowsBlankLine(index: number): boolean {
    const before = this.at(index - 1);
    const after = this.at(index);
    if (isCloser(after) || isOpener(before.kind === COMMENT ? this.headOf(index - 1) : before)) return false;
    return this.beginsContent(index) || before.kind === COMMENT || after.kind === COMMENT || this.isProse(index);
  }

  /** What a comment stands behind on its line; the comment itself where it stands alone. */
  private headOf(comment: number): Atom {
    const before = this.atoms[comment - 1];
    return before?.line === this.at(comment).line ? before : this.at(comment);
  }

  /** Whether the atom begins a statement, or what a block has instead of statements. */
  private beginsContent(index: number): boolean {
    if (this.structure.statement[index]) return true;
    return index > 0 && this.at(index - 1).kind === '{' && !isCloser(this.at(index));
  }

  private isProse(index: number): boolean {
    const type = this.at(index).node?.$type;
    return type === 'ProseText' || (type === 'Interpolation' && this.at(index).kind === 'INTERPOLATION_OPEN');
  }

  private blanksBefore(index: number): number {
    if (index === 0 || this.breaks[index] !== 0) return this.indentOf(index);
    return blanksBetween(this.at(index - 1), this.at(index), this.structure.statement[index] !== undefined);
  }

  private indentOf(index: number): number {
    const { indent } = this.rules;
    const atom = this.at(index);
    const depth = this.structure.depth[index] ?? 0;
    if (atom.kind === COMMENT) return this.indentOfComment(index, depth);
    const whole = isOpener(atom) || isCloser(atom) || this.isProse(index) || this.beginsContent(index);
    return (whole || this.isColumn(index) ? depth : depth + 1) * indent;
  }

  /** A comment stands as far in as what it speaks of: the next line of its block. */
  private indentOfComment(index: number, depth: number): number {
    let next = index + 1;
    while (this.atoms[next]?.kind === COMMENT) next++;
    const follower = this.atoms[next];
    return follower && !isCloser(follower) ? this.indentOf(next) : depth * this.rules.indent;
  }

  /** A column of a form on a line of its own. */
  private isColumn(index: number): boolean {
    const column = this.at(index).node?.$container;
    return column?.$type === 'FormColumn' && column.$container?.$container?.$type === 'FormDeclaration';
  }

  private lineStarts(): number[] {
    const starts = this.atoms.flatMap((_, index) => (index === 0 || this.breaks[index] !== 0 ? [index] : []));
    return [...starts, this.atoms.length];
  }

  private breakLongLines(): boolean {
    const starts = this.lineStarts();
    let changed = false;
    for (let line = 0; line + 1 < starts.length; line++) {
      const from = starts[line] ?? 0;
      const to = starts[line + 1] ?? 0;
      if (this.widthOf(from, to) > LINE_WIDTH && this.breakUp(from, to)) changed = true;
    }
    return changed;
  }

  private widthOf(from: number, to: number): number {
    let width = 0;
    for (let index = from; index < to; index++) {
      if (this.at(index).kind !== COMMENT) width += this.blanksBefore(index) + this.at(index).width;
    }
    return width;
  }

  /** Puts the statements of the outermost block on a line each on lines of their own. */
  private breakUp(from: number, to: number): boolean {
    const places: { index: number; depth: number }[] = [];
    for (let index = from + 1; index < to; index++) {
      const depth = this.structure.depth[index] ?? 0;
      const atom = this.at(index);
      const opener = this.structure.pair[index] ?? -1;
      if (this.isLocked(this.at(index - 1), atom)) return false;
      if (this.beginsContent(index)) places.push({ index, depth });
      else if (atom.kind === '}' && opener >= from && opener + 1 < index) places.push({ index, depth: depth + 1 });
    }
    const outermost = Math.min(...places.map(({ depth }) => depth));
    for (const { index, depth } of places) if (depth === outermost) this.breaks[index] = 1;
    return places.length > 0;
  }

  private at(index: number): Atom {
    return this.atoms[index] as Atom;
  }
}
