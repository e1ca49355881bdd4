import { type CheckedFile, type CheckedFinding, findingPageUri } from '@jixiao/server/protocol';
import { Diagnostic, DiagnosticSeverity, type Disposable, languages, Range, Uri, workspace } from 'vscode';

const SEVERITIES: Readonly<Record<CheckedFinding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
};

/**
 * Lists what a task found among the problems, for files whose findings the editor does not list by itself. They stay
 * until a task runs again or the editor lists them. A problem matcher would not do here: the editor goes on matching
 * the printed lines while the terminal ends, and what it has not matched by then is lost.
 */
export class TaskFindings implements Disposable {
  readonly #listed = languages.createDiagnosticCollection('jixiao-task');
  readonly #opening = workspace.onDidOpenTextDocument(({ uri }) => {
    if (isListedByEditor(uri)) this.#listed.delete(uri);
  });

  clear(): void {
    this.#listed.clear();
  }

  show(files: readonly CheckedFile[]): void {
    this.clear();
    for (const { uri, findings } of files) {
      const file = Uri.parse(uri);
      if (!isListedByEditor(file)) this.#listed.set(file, findings.map(toDiagnostic));
    }
  }

  dispose(): void {
    this.#opening.dispose();
    this.#listed.dispose();
  }
}

function isListedByEditor(file: Uri): boolean {
  const settings = workspace.getConfiguration('jixiao', file);
  if (!settings.get('diagnostics.enabled', true)) return false;
  if (settings.get('diagnostics.unopenedFiles', true)) return true;
  return workspace.textDocuments.some(({ uri }) => uri.toString() === file.toString());
}

function toDiagnostic({ range, severity, code, message }: CheckedFinding): Diagnostic {
  const { start, end } = range;
  const place = new Range(start.line, start.character, end.line, end.character);
  const diagnostic = new Diagnostic(place, message, SEVERITIES[severity]);
  diagnostic.source = 'jixiao';
  diagnostic.code = { value: code, target: Uri.parse(findingPageUri(code)) };
  return diagnostic;
}
