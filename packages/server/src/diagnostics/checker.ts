import type { Client } from '../client.js';
import type { Configuration } from '../configuration.js';
import { describeError, type Log } from '../log.js';
import type { Workspace } from '../workspace/workspace.js';
import { toDiagnostics } from './conversion.js';
import type { CheckedFile } from './sink.js';

/** Turns the findings of a file into diagnostics, as the settings want them. */
export class Checker {
  constructor(
    private readonly workspace: Workspace,
    private readonly configuration: Configuration,
    private readonly client: Client,
    private readonly log: Log,
  ) {}

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
    if (!this.isShown(file) || !this.workspace.has(file)) return undefined;
    return {
      file,
      uri: this.workspace.uriOf(file),
      version: this.workspace.versionOf(file),
      diagnostics: this.diagnostics(file),
    };
  }

  private diagnostics(file: string): CheckedFile['diagnostics'] {
    try {
      return toDiagnostics(this.workspace.analysisOf(file).findings(file), {
        language: this.configuration.language,
        settings: this.configuration.current,
        relatedPlaces: this.client.showsRelatedPlaces,
        uriOf: (other) => this.workspace.uriOf(other),
      });
    } catch (error) {
      this.log.error(`${file}: ${describeError(error)}`);
      this.workspace.discardAnalysis();
      return [];
    }
  }
}
