import { Disposable, type Event, EventEmitter, type Uri, window, workspace } from 'vscode';
import type { ServerSession } from '../client/server-session.js';
import { isReport } from './report-source.js';

/**
 * The report that the user works on: that of the editor with the focus, and the last one while the
 * focus is elsewhere. Told anew whenever what is shown of it may have changed.
 */
export class CurrentReport implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  #uri: Uri | undefined;

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(session: ServerSession) {
    this.#follow();
    this.#subscriptions = Disposable.from(
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      window.onDidChangeVisibleTextEditors(() => this.#follow()),
      workspace.onDidCloseTextDocument(() => this.#follow()),
      session.onDidCheck(() => this.#changed.fire()),
      session.onDidBegin(() => this.#changed.fire()),
    );
  }

  get uri(): Uri | undefined {
    return this.#uri;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #follow(): void {
    const active = window.activeTextEditor?.document;
    const next = active && isReport(active) ? active.uri : this.#isOpen() ? this.#uri : undefined;
    if (next?.toString() === this.#uri?.toString()) return;
    this.#uri = next;
    this.#changed.fire();
  }

  #isOpen(): boolean {
    const uri = this.#uri?.toString();
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    return tabs.some(({ input }) => (input as { uri?: Uri } | undefined)?.uri?.toString() === uri);
  }
}
