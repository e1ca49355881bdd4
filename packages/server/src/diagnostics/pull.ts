import {
  type CancellationToken,
  type Connection,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type PreviousResultId,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { Session } from '../session.js';
import { nextTurn } from '../turn.js';
import type { Workspace } from '../workspace/workspace.js';
import { BATCH, type Checker } from './checker.js';
import type { CheckedFile, CheckReason, DiagnosticSink } from './sink.js';

interface Reported {
  readonly id: string;
  readonly text: string;
}

/** A client that asks for findings wants those of the latest text. */
const never = () => false;

/** Answers clients that ask for findings, and asks them to ask again when something else changed them. */
export class PulledDiagnostics implements DiagnosticSink {
  private readonly reported = new Map<string, Reported>();
  /** What files came to since they were last asked for, and the client has been told so. */
  private readonly announced = new Map<string, string>();
  /** Addresses of files that are gone and whose findings the client may still show. */
  private readonly gones = new Map<string, string>();
  private results = 0;
  private stale = false;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly session: Session,
    private readonly workspace: Workspace,
    private readonly checker: Checker,
  ) {}

  // Told by the scheduler -------------------------------------------------------------------------

  checked({ file, version, diagnostics }: CheckedFile, reason: CheckReason): void {
    // A client asks on its own for what the user types in.
    if (reason === 'edited' && version !== undefined) return;
    const text = JSON.stringify(diagnostics);
    const shown = this.announced.get(file) ?? this.reported.get(file)?.text ?? '[]';
    if (shown === text) return;
    this.announced.set(file, text);
    this.stale = true;
  }

  gone(file: string): void {
    this.announced.delete(file);
    if (!this.reported.delete(file)) return;
    // A client that asked for a document alone does not name it when it asks for the whole workspace.
    this.gones.set(file, this.workspace.uriOf(file));
    this.stale = true;
  }

  settled(): void {
    if (this.stale) this.refresh();
  }

  /** The client shows findings that do not hold any more. */
  refresh(): void {
    this.stale = false;
    if (this.client.refreshesDiagnostics) {
      this.session.run('workspace/diagnostic/refresh', () => this.connection.languages.diagnostics.refresh());
    }
  }

  // Asked by the client ---------------------------------------------------------------------------

  async ofDocument(
    uri: string,
    previous: string | undefined,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const file = this.workspace.names.of(uri);
    for (;;) {
      const found = await this.session.turns.take('checking', token, never, () => {
        const pending = this.workspace.pendingFor(file);
        return pending ? { pending } : { report: this.report(file, previous) };
      });
      if (!found.pending) return found.report;
      await found.pending;
    }
  }

  async ofWorkspace(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    await this.workspace.scanning;
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const ids = new Map(previous.map(({ uri, value }) => [this.workspace.names.of(uri), { uri, value }]));
    const files = this.checker.filesToCheck();
    for (let first = 0; first < files.length; first += BATCH) {
      const batch = files.slice(first, first + BATCH);
      const unread = batch.filter((file) => !this.checker.knows(file));
      await this.takeIn(unread, token);
      for (const file of batch) {
        if (token.isCancellationRequested) return { items };
        const version = this.workspace.versionOf(file) ?? null;
        items.push({ uri: this.workspace.uriOf(file), version, ...this.report(file, ids.get(file)?.value) });
        ids.delete(file);
        await nextTurn();
      }
      this.checker.release(unread);
    }
    for (const [file, { uri }] of ids) {
      this.reported.delete(file);
      this.gones.set(file, uri);
    }
    for (const uri of this.gones.values()) {
      items.push({ uri, version: null, kind: DocumentDiagnosticReportKind.Full, items: [] });
    }
    return { items };
  }

  private async takeIn(files: readonly string[], token: CancellationToken): Promise<void> {
    for (const file of files) {
      if (token.isCancellationRequested) return;
      this.workspace.readAhead(file);
      await nextTurn();
    }
    if (files.length > 0) await this.workspace.pendingFor(...files);
  }

  private report(
    file: string,
    previous: string | undefined,
  ):
    | { kind: typeof DocumentDiagnosticReportKind.Full; resultId: string; items: CheckedFile['diagnostics'][number][] }
    | { kind: typeof DocumentDiagnosticReportKind.Unchanged; resultId: string } {
    const checked = this.checker.check(file);
    const diagnostics = checked?.diagnostics ?? [];
    const text = JSON.stringify(diagnostics);
    const before = this.reported.get(file);
    const id = before?.text === text ? before.id : `${++this.results}`;
    this.reported.set(file, { id, text });
    this.announced.delete(file);
    // A client that asks once more after closing a document may pay no heed to the answer.
    if (checked) this.gones.delete(file);
    return previous === id
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: id, items: [...diagnostics] };
  }
}
