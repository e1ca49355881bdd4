import type { Client } from '../client.js';
import type { Configuration } from '../configuration.js';
import { describeError, type Log } from '../log.js';
import type { Workspace } from '../workspace/workspace.js';
import { toDiagnostics } from './conversion.js';
import type { CheckedFile } from './sink.js';

/** Closed files that are taken in together: each new state has to be compared with the last one. */
export const BATCH = 6;

/** The findings of a closed file that was let go of after it was checked. */
interface Kept {
  readonly text: string | undefined;
  readonly diagnostics: CheckedFile['diagnostics'];
}

/** Turns the findings of a file into diagnostics, as the settings want them. */
export class Checker {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly workspace: Workspace,
    private readonly configuration: Configuration,
    private readonly client: Client,
    private readonly log: Log,
  ) {
    configuration.onDidChange(() => this.kept.clear());
  }

  /** Whether the findings of a file are shown now. */
  isShown(file: string): boolean {
    const { current } = this.configuration;
    if (!current['diagnostics.enabled'] || !this.workspace.isChecked(file)) return false;
    return current['diagnostics.unopenedFiles'] || this.workspace.isOpen(file);
  }

  filesToCheck(): string[] {
    return [...this.workspace.checkedFiles()].filter((file) => this.isShown(file));
  }

  /** The findings of a file in the present state; undefined if there is no such file, or its findings are not shown. */
  check(file: string): CheckedFile | undefined {
    if (!this.isShown(file) || !this.workspace.has(file)) {
      this.kept.delete(file);
      return undefined;
    }
    return {
      file,
      uri: this.workspace.uriOf(file),
      version: this.workspace.versionOf(file),
      diagnostics: this.known(file)?.diagnostics ?? this.diagnostics(file),
    };
  }

  /** Whether the findings of a file are known without reading it again. */
  knows(file: string): boolean {
    return this.known(file) !== undefined;
  }

  private known(file: string): Kept | undefined {
    if (this.workspace.isTaken(file)) return undefined;
    const kept = this.kept.get(file);
    return kept?.text === this.workspace.textOf(file) ? kept : undefined;
  }

  /** Lets go of files that were checked, but for their findings, if nobody needs more of them. */
  release(files: readonly string[]): void {
    this.workspace.release(files);
  }

  private diagnostics(file: string): CheckedFile['diagnostics'] {
    try {
      const diagnostics = toDiagnostics(this.workspace.analysisOf(file).findings(file), {
        language: this.configuration.language,
        settings: this.configuration.current,
        relatedPlaces: this.client.showsRelatedPlaces,
        uriOf: (other) => this.workspace.uriOf(other),
      });
      if (this.workspace.isOpen(file)) this.kept.delete(file);
      else this.kept.set(file, { text: this.workspace.textOf(file), diagnostics });
      return diagnostics;
    } catch (error) {
      this.log.error(`${file}: ${describeError(error)}`);
      this.workspace.discardAnalysis();
      return [];
    }
  }
}
