import { type Analysis, analyse, type ResolveImport, type SourceFile, SourceSet } from '@jixiao/language';
import { describeError, type Log } from '../log.js';

/** The analysis of the present state, made from that of the last one so that its cost follows the edit. */
export class AnalysisState {
  private current: Analysis | undefined;
  private previous: Analysis | undefined;

  constructor(
    private readonly files: () => ReadonlyMap<string, SourceFile>,
    private readonly resolveImport: ResolveImport,
    private readonly log: Log,
  ) {}

  get(): Analysis {
    this.current ??= this.make();
    return this.current;
  }

  /** Texts changed. */
  outdate(): void {
    this.previous = this.current ?? this.previous;
    this.current = undefined;
  }

  /** Something went wrong in evaluating: the next state is made from nothing. */
  discard(): void {
    this.current = undefined;
    this.previous = undefined;
  }

  private make(): Analysis {
    const files = this.files();
    const { previous } = this;
    // It must not be used afterwards, whatever comes of it.
    this.previous = undefined;
    try {
      if (previous) return analyse(new SourceSet(files, this.resolveImport, previous.sources), previous);
    } catch (error) {
      this.log.error(`evaluation: ${describeError(error)}`);
    }
    return analyse(new SourceSet(files, this.resolveImport));
  }
}
