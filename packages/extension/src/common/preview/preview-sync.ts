import { previewSourceRequest, previewTargetRequest } from '@jixiao/server/protocol';
import {
  commands,
  Disposable,
  type Hover,
  type Location,
  type MarkdownString,
  type MarkedString,
  type Position,
  Range,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { PaperPlace, ToPreview } from '../../../webview/messages.js';
import type { ServerSession } from '../client/server-session.js';
import { isReport } from '../reports/report-source.js';
import { Initiative } from './initiative.js';

interface Options {
  readonly session: ServerSession;
  readonly post: (message: ToPreview) => void;
  readonly shown: () => { readonly uri: Uri; readonly report: string | undefined };
  /** The column of the preview, where the source is not to be opened. */
  readonly previewColumn: () => ViewColumn | undefined;
}

/** Keeps editor and paper at the same place, and leads from the one to the other. */
export class PreviewSync {
  readonly #options: Options;
  readonly #initiative = new Initiative();
  /** The line at the top of each editor: what is seen below it changes also with every line that wraps. */
  readonly #tops = new WeakMap<TextEditor, number>();
  /** After a reload: editors that have been put where they stood, however long that took. */
  readonly #settled = new WeakSet<TextEditor>();
  #isRestored = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Follows the editors, until it is disposed. */
  follow(): Disposable {
    for (const editor of window.visibleTextEditors) this.#isScrolled(editor, editor.visibleRanges[0]);
    return Disposable.from(
      window.onDidChangeTextEditorVisibleRanges(({ textEditor, visibleRanges: [first] }) => {
        if (!this.#isScrolled(textEditor, first) || !first || this.#isPutBack(textEditor)) return;
        if (this.#isSynchronised(textEditor) && this.#initiative.moved('editor')) {
          void this.#revealOnPaper(textEditor, first.start, 'top');
        }
      }),
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [first] }) => {
        if (first && this.#isSynchronised(textEditor)) void this.#revealOnPaper(textEditor, first.active, 'near');
      }),
    );
  }

  /** Shows on paper where the cursor is. */
  revealCursor(): void {
    const editor = window.visibleTextEditors.find((candidate) => this.#isSynchronised(candidate));
    if (editor) void this.#revealOnPaper(editor, editor.selection.active, 'near');
  }

  /** Whether another line is at the top of an editor than when it was last asked. */
  #isScrolled(editor: TextEditor, first: Range | undefined): boolean {
    if (!first) return false;
    const before = this.#tops.get(editor);
    this.#tops.set(editor, first.start.line);
    return before !== undefined && before !== first.start.line;
  }

  /** The paper stands where it stood before the window was loaded anew. */
  paperRestored(): void {
    this.#isRestored = true;
    this.#initiative.take('paper');
  }

  /** Whether an editor moves for the first time after a reload: to where it stood, and not by the user. */
  #isPutBack(editor: TextEditor): boolean {
    if (!this.#isRestored || this.#settled.has(editor)) return false;
    this.#settled.add(editor);
    this.#initiative.take('paper');
    return true;
  }

  /** The paper was scrolled by the user. */
  async paperScrolled(at: PaperPlace): Promise<void> {
    if (!this.#isOn() || !this.#initiative.moved('paper')) return;
    const location = await this.#source(at);
    const editor = location && visibleEditor(location.uri);
    if (editor) editor.revealRange(location.range, TextEditorRevealType.AtTop);
  }

  /** Puts the cursor where a place on paper was written. */
  async openSource(at: PaperPlace): Promise<void> {
    const location = await this.#source(at);
    if (!location) return;
    this.#initiative.moved('paper');
    const { start } = location.range;
    const open = visibleEditor(location.uri);
    await window.showTextDocument(location.uri, {
      selection: new Range(start, start),
      viewColumn: open?.viewColumn ?? this.#otherColumn(),
    });
  }

  /** What the editor would say of the place, as Markdown; empty where it says nothing. */
  async explain(at: PaperPlace): Promise<string> {
    const location = await this.#source(at);
    if (!location) return '';
    await workspace.openTextDocument(location.uri);
    const { start, end } = location.range;
    // Inside of `#{…}` rather than on its mark.
    const inside = end.line === start.line ? start.translate(0, (end.character - start.character) >> 1) : start;
    const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', location.uri, inside);
    return hovers.flatMap(({ contents }) => contents.map(markdownOf)).join('\n\n');
  }

  async #revealOnPaper(editor: TextEditor, { line, character }: Position, where: 'top' | 'near'): Promise<void> {
    const { session, shown, post } = this.#options;
    const { uri, report } = shown();
    if (report === undefined) return;
    const source = editor.document.uri.toString();
    // The indent of a line belongs to what stands in the line.
    const { firstNonWhitespaceCharacterIndex: indent } = editor.document.lineAt(line);
    const at = await session.ask(previewTargetRequest, {
      uri: uri.toString(),
      report,
      position: { line, character: Math.max(character, indent) },
      ...(source !== uri.toString() && { source }),
    });
    // What was asked for while the editor led is too late when the paper does.
    if (at && (where === 'near' || this.#initiative.leads('editor'))) post({ type: 'reveal', at, where });
  }

  async #source(at: PaperPlace): Promise<Location | undefined> {
    const { session, shown } = this.#options;
    const { uri, report } = shown();
    if (report === undefined) return undefined;
    const location = await session.ask(previewSourceRequest, { uri: uri.toString(), report, ...at });
    return location ? session.toCode.asLocation({ ...location }) : undefined;
  }

  #isSynchronised({ document }: TextEditor): boolean {
    return this.#isOn() && isReport(document);
  }

  #isOn(): boolean {
    return workspace.getConfiguration('jixiao', this.#options.shown().uri).get('preview.synchronise', true);
  }

  #otherColumn(): ViewColumn {
    return this.#options.previewColumn() === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
  }
}

function visibleEditor(uri: Uri): TextEditor | undefined {
  return window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

function markdownOf(content: MarkdownString | MarkedString): string {
  return typeof content === 'string' ? content : content.value;
}
