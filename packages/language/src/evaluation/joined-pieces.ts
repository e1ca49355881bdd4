import type { ParsedPiece } from '../syntax/source-file.js';
import type { EvaluatedFile, EvaluatedPiece } from './analysis.js';
import { sameEnds } from './piece-changes.js';

type Lists = Omit<EvaluatedPiece, 'file' | 'pieces'>;

/** What one piece says, for as long as nothing changes on which that rests. */
export interface KeptPiece {
  readonly evaluated: EvaluatedPiece;
  isOutdated: boolean;
}

/**
 * The evaluated pieces of a file put together. Of what was put together for the version before, all is kept that an
 * edit leaves alone. The lists are made when somebody asks: most edits need one or two.
 */
export class JoinedPieces implements EvaluatedFile {
  private readonly parts: readonly KeptPiece[];
  private readonly lists = new Map<keyof Lists, readonly unknown[]>();

  /** @param before the same file at the version before */
  constructor(
    readonly file: string,
    readonly pieces: readonly ParsedPiece[],
    evaluate: (piece: ParsedPiece) => KeptPiece,
    before: JoinedPieces | undefined,
  ) {
    const known = before?.knownOf(pieces);
    this.parts = pieces.map((piece, index) => known?.(index) ?? evaluate(piece));
    if (before) this.takeListsFrom(before);
  }

  /** The pieces that have to be evaluated for another version of the file. */
  unknownOf(pieces: readonly ParsedPiece[]): ParsedPiece[] {
    const known = this.knownOf(pieces);
    return pieces.filter((_, index) => !known(index));
  }

  get units() {
    return this.all('units');
  }

  get tables() {
    return this.all('tables');
  }

  get indicators() {
    return this.all('indicators');
  }

  get rubrics() {
    return this.all('rubrics');
  }

  get outlines() {
    return this.all('outlines');
  }

  get forms() {
    return this.all('forms');
  }

  get reports() {
    return this.all('reports');
  }

  private all<K extends keyof Lists>(key: K): Lists[K] {
    let found = this.lists.get(key);
    if (!found) {
      found = this.parts.flatMap(({ evaluated }): readonly unknown[] => evaluated[key]);
      this.lists.set(key, found);
    }
    return found as Lists[K];
  }

  /** A list to which no part that came or went had anything to give stays what it was. */
  private takeListsFrom(before: JoinedPieces): void {
    const { start, end } = sameEnds(before.parts, this.parts);
    const exchanged = [
      ...before.parts.slice(start, before.parts.length - end),
      ...this.parts.slice(start, this.parts.length - end),
    ];
    for (const [key, list] of before.lists) {
      if (exchanged.every(({ evaluated }) => evaluated[key].length === 0)) this.lists.set(key, list);
    }
  }

  /** What is known of the pieces of another version, by their place. */
  private knownOf(pieces: readonly ParsedPiece[]): (index: number) => KeptPiece | undefined {
    const { start, end } = sameEnds(this.pieces, pieces);
    const behind = pieces.length - end;
    const later = this.parts.length - pieces.length;
    return (index) => {
      if (index >= start && index < behind) return undefined;
      const part = this.parts[index < start ? index : index + later];
      return part?.isOutdated ? undefined : part;
    };
  }
}
