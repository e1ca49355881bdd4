import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { CheckedFile, DiagnosticSink } from './sink.js';

interface Published {
  readonly uri: string;
  readonly version: number | undefined;
  readonly text: string;
}

/** Publishes findings as they come, each with the version it belongs to, and nothing twice. */
export class PushedDiagnostics implements DiagnosticSink {
  private readonly published = new Map<string, Published>();

  constructor(private readonly connection: Connection) {}

  checked({ file, uri, version, diagnostics }: CheckedFile): void {
    const before = this.published.get(file);
    const text = JSON.stringify(diagnostics);
    // A client that never heard of a file takes it to be without findings.
    const known = before ?? { uri, version: undefined, text: '[]' };
    if (known.uri === uri && known.version === version && known.text === text) return;
    if (known.uri !== uri) this.send(known.uri, undefined, []);
    this.published.set(file, { uri, version, text });
    this.send(uri, version, diagnostics);
  }

  gone(file: string): void {
    const before = this.published.get(file);
    if (!before) return;
    this.published.delete(file);
    this.send(before.uri, undefined, []);
  }

  settled(): void {}

  private send(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void {
    void this.connection.sendDiagnostics({
      uri,
      ...(version !== undefined && { version }),
      diagnostics: [...diagnostics],
    });
  }
}
