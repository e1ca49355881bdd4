import { type Disposable, EventEmitter, env, l10n, Uri, type WebviewPanel, window, workspace } from 'vscode';
import type { FromPreview, PreviewState, PreviewTexts, ToPreview } from '../../../webview/messages.js';
import type { Services } from '../feature.js';
import { reportsOf } from '../reports/report-choice.js';
import { isReport, type ShownReport, shownName } from '../reports/report-source.js';
import { newNonce, previewPage } from './page.js';
import { PreviewFeed } from './preview-feed.js';
import { PreviewSync } from './preview-sync.js';

/** After so long without a keystroke the paper follows where no check leads it. */
const PAUSE_MILLISECONDS = 300;

/** One preview: a page, what it is told, and where it stands beside the editor. */
export class PreviewPanel implements Disposable {
  static readonly viewType = 'jixiao.preview';

  readonly #panel: WebviewPanel;
  readonly #services: Services;
  readonly #feed: PreviewFeed;
  readonly #sync: PreviewSync;
  readonly #disposed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[] = [];
  #pause: ReturnType<typeof setTimeout> | undefined;

  readonly onDidDispose = this.#disposed.event;

  constructor(panel: WebviewPanel, { uri, report }: { uri: Uri; report?: string | undefined }, services: Services) {
    this.#panel = panel;
    this.#services = services;
    const { context, session } = services;
    const post = (message: ToPreview) => void panel.webview.postMessage(message);
    this.#feed = new PreviewFeed(uri, report, {
      session,
      post,
      imageBase: (file) =>
        file.scheme === 'untitled' ? undefined : `${panel.webview.asWebviewUri(Uri.joinPath(file, '..'))}`,
      showsFindings: (file) => workspace.getConfiguration('jixiao', file).get('preview.findings', true),
    });
    this.#sync = new PreviewSync({
      session,
      post,
      shown: () => this.#feed,
      previewColumn: () => panel.viewColumn,
    });
    panel.iconPath = {
      light: Uri.joinPath(context.extensionUri, 'media', 'file-light.svg'),
      dark: Uri.joinPath(context.extensionUri, 'media', 'file-dark.svg'),
    };
    this.#subscriptions.push(
      panel.webview.onDidReceiveMessage((message: FromPreview) => void this.#receive(message)),
      panel.onDidDispose(() => this.dispose()),
      session.onDidCheck(() => this.#refresh()),
      session.onDidBegin(() => this.#feed.restart()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isReport(document)) this.#edited();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('jixiao')) this.#refresh();
      }),
      this.#sync.follow(),
    );
    this.#load();
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  get shown(): ShownReport | undefined {
    const { uri, report } = this.#feed;
    return report === undefined ? undefined : { uri, report };
  }

  get uri(): Uri {
    return this.#feed.uri;
  }

  /** Brings the preview to the front where it is. */
  reveal(): void {
    this.#panel.reveal(undefined, true);
  }

  /** Shows a report, perhaps of another file. */
  show(uri: Uri, report?: string): void {
    const isOther = uri.toString() !== this.#feed.uri.toString();
    this.#feed.show(uri, report);
    if (isOther) this.#load();
  }

  dispose(): void {
    clearTimeout(this.#pause);
    for (const subscription of this.#subscriptions.splice(0)) subscription.dispose();
    this.#panel.dispose();
    this.#disposed.fire();
    this.#disposed.dispose();
  }

  /** Lays the page anew: what it may read depends on the file. */
  #load(): void {
    const { webview } = this.#panel;
    const { extensionUri } = this.#services.context;
    const { uri } = this.#feed;
    const program = Uri.joinPath(extensionUri, 'dist');
    const folders = (workspace.workspaceFolders ?? []).map((folder) => folder.uri);
    const beside = uri.scheme === 'untitled' ? [] : [Uri.joinPath(uri, '..')];
    webview.options = { enableScripts: true, localResourceRoots: [program, ...folders, ...beside] };
    this.#panel.title = l10n.t('Preview {0}', shownName(uri).split('/').at(-1) ?? '');
    webview.html = previewPage({
      script: webview.asWebviewUri(Uri.joinPath(program, 'webview.js')).toString(),
      styleSheet: webview.asWebviewUri(Uri.joinPath(program, 'webview.css')).toString(),
      imageSource: webview.cspSource,
      nonce: newNonce(),
      language: env.language,
      texts: texts(),
    });
  }

  #refresh(): void {
    // A page that is hidden is gone; it asks for everything when it is shown again.
    if (this.#panel.visible) this.#feed.refresh();
  }

  /** Where findings are not shown, no check tells that something is new. */
  #edited(): void {
    if (workspace.getConfiguration('jixiao', this.#feed.uri).get('diagnostics.enabled', true)) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#refresh(), PAUSE_MILLISECONDS);
  }

  async #receive(message: FromPreview): Promise<void> {
    switch (message.type) {
      case 'ready':
        // The server knows files that lie outside of the workspace only while they are open.
        await workspace.openTextDocument(this.#feed.uri).then(undefined, () => undefined);
        return this.#feed.restart();
      case 'lost':
        return this.#feed.restart();
      case 'shown':
        return this.#sync.revealCursor();
      case 'restored':
        return this.#sync.paperRestored();
      case 'scrolled':
        return this.#sync.paperScrolled(message.at);
      case 'clicked':
        return this.#sync.openSource(message.at);
      case 'explain': {
        const markdown = await this.#sync.explain(message.at);
        void this.#panel.webview.postMessage({
          type: 'explanation',
          question: message.question,
          markdown,
        } satisfies ToPreview);
        return;
      }
      case 'choose':
        return this.#feed.show(this.#feed.uri, message.report);
      case 'chooseOther':
        return this.#chooseOther();
    }
  }

  /** Lets the user pick any report of the workspace. */
  async #chooseOther(): Promise<void> {
    const { session } = this.#services;
    const files = await workspace.findFiles('**/*.perf');
    const found = await Promise.all(
      files.map(async (uri) => (await reportsOf(session, uri)).map(({ id, title }) => ({ uri, id, title }))),
    );
    const items = found.flat().map(({ uri, id, title }) => ({ label: title, description: shownName(uri), uri, id }));
    items.sort((a, b) => a.description.localeCompare(b.description, 'zh'));
    const picked = await window.showQuickPick(items, {
      placeHolder: l10n.t('Which report?'),
      matchOnDescription: true,
    });
    if (picked) this.show(picked.uri, picked.id);
  }
}

/** What a page that is restored after a reload says that it showed. */
export function restored(state: unknown): { uri: Uri; report: string | undefined } | undefined {
  const { uri, report } = (state ?? {}) as Partial<PreviewState>;
  return typeof uri === 'string'
    ? { uri: Uri.parse(uri), report: typeof report === 'string' ? report : undefined }
    : undefined;
}

function texts(): PreviewTexts {
  return {
    report: l10n.t('Report'),
    otherFile: l10n.t('Other reports of the workspace…'),
    outline: l10n.t('Outline'),
    zoomIn: l10n.t('Zoom In'),
    zoomOut: l10n.t('Zoom Out'),
    fitWidth: l10n.t('Fit to Width'),
    loading: l10n.t('Laying out the report…'),
  };
}
