import type { Diagnostic } from 'vscode-languageserver';

/** What was found in one file in one state of the workspace. */
export interface CheckedFile {
  readonly file: string;
  readonly uri: string;
  /** Present for open documents. */
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a file is checked because its own text changed, or because something that it depends on did. */
export type CheckReason = 'edited' | 'affected';

/** How findings reach the client. */
export interface DiagnosticSink {
  checked(result: CheckedFile, reason: CheckReason): void;
  /** The file is gone, or its findings are not to be shown any more. */
  gone(file: string): void;
  /** Nothing is left to check for now. */
  settled(): void;
}
