import { previewRequest, type ReportInFile } from '@jixiao/server/protocol';
import { l10n, type Uri } from 'vscode';
import type { ToPreview } from '../../../webview/messages.js';
import type { ServerSession } from '../client/server-session.js';
import { reportsOf } from '../reports/report-choice.js';
import { shownName } from '../reports/report-source.js';

interface Shown {
  readonly uri: Uri;
  /** Undefined for the first report of the file. */
  report: string | undefined;
  /** Where the report stood among those of its file: its id changes with its title. */
  index: number;
}

interface Options {
  readonly session: ServerSession;
  readonly post: (message: ToPreview) => void;
  /** The address under which the page finds the pictures beside the file. */
  readonly imageBase: (uri: Uri) => string | undefined;
  readonly showsFindings: (uri: Uri) => boolean;
}

/** Keeps a page up to date: asks for what changed since it was last told, one question at a time. */
export class PreviewFeed {
  readonly #options: Options;
  #shown: Shown;
  #revision: number | undefined;
  #source = '';
  /** Counts the beginnings: an answer to a question from before the last one is about what the page has forgotten. */
  #generation = 0;
  #asking = false;
  #askAgain = false;

  constructor(uri: Uri, report: string | undefined, options: Options) {
    this.#options = options;
    this.#shown = { uri, report, index: 0 };
  }

  get uri(): Uri {
    return this.#shown.uri;
  }

  /** Undefined until the file has answered which reports it has. */
  get report(): string | undefined {
    return this.#shown.report;
  }

  /** Shows another report. */
  show(uri: Uri, report: string | undefined): void {
    this.#shown = { uri, report, index: 0 };
    this.restart();
  }

  /** The page, or the server, remembers nothing of what was sent. */
  restart(): void {
    this.#generation += 1;
    this.#revision = undefined;
    this.#source = '';
    this.refresh();
  }

  /** Something may have changed. */
  refresh(): void {
    if (this.#asking) {
      this.#askAgain = true;
      return;
    }
    this.#asking = true;
    const generation = this.#generation;
    void this.#update(generation)
      .catch((error: unknown) => {
        if (generation === this.#generation) this.#nothing(error instanceof Error ? error.message : String(error));
      })
      .finally(() => {
        this.#asking = false;
        if (!this.#askAgain) return;
        this.#askAgain = false;
        this.refresh();
      });
  }

  /** Gives up when the feed begins anew meanwhile: it asks again then. */
  async #update(generation: number): Promise<void> {
    const { session, post, imageBase } = this.#options;
    const shown = this.#shown;
    const reports = await reportsOf(session, shown.uri);
    if (generation !== this.#generation) return;
    const report = reports.find(({ id }) => id === shown.report) ?? reports[shown.index] ?? reports[0];
    if (!report) return this.#nothing(l10n.t('{0} declares no report.', shownName(shown.uri)));
    shown.report = report.id;
    shown.index = reports.indexOf(report);
    this.#tellSource(reports);
    const base = imageBase(shown.uri);
    const update = await session.ask(previewRequest, {
      uri: shown.uri.toString(),
      report: report.id,
      ...(this.#revision !== undefined && { since: this.#revision }),
      ...(base !== undefined && { imageBase: base }),
    });
    if (generation !== this.#generation) return;
    if (!update) return this.#nothing(l10n.t('The report is not there any more.'));
    this.#revision = update.revision;
    const isNews =
      update.kind === 'full' || [update.removed, update.put, update.marked].some((changes) => changes.length > 0);
    if (isNews) post({ type: 'update', update });
  }

  #tellSource(reports: readonly ReportInFile[]): void {
    const { uri, report = '' } = this.#shown;
    const message = {
      type: 'source',
      uri: uri.toString(),
      report,
      reports: reports.map(({ id, title }) => ({ id, title })),
      showsFindings: this.#options.showsFindings(uri),
    } as const;
    const text = JSON.stringify(message);
    if (text === this.#source) return;
    this.#source = text;
    this.#options.post(message);
  }

  #nothing(why: string): void {
    this.#revision = undefined;
    this.#source = '';
    this.#options.post({ type: 'nothing', why });
  }
}
