import type { ParsedPiece } from '../syntax/source-file.js';
import type { EvaluatedFile, EvaluatedPiece } from './analysis.js';

type Lists = Omit<EvaluatedPiece, 'file' | 'pieces'>;

/** The evaluated pieces of a file put together. Its lists are made when somebody asks: most edits need one or two. */
export class JoinedPieces implements EvaluatedFile {
  private readonly parts: readonly EvaluatedPiece[];
  private readonly lists = new Map<keyof Lists, readonly unknown[]>();

  constructor(
    readonly file: string,
    readonly pieces: readonly ParsedPiece[],
    evaluate: (piece: ParsedPiece) => EvaluatedPiece,
  ) {
    this.parts = pieces.map(evaluate);
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
      found = this.parts.flatMap((part): readonly unknown[] => part[key]);
      this.lists.set(key, found);
    }
    return found as Lists[K];
  }
}
