import type { PreviewUpdate } from '@jixiao/server/protocol';

/*
 * What the preview and the extension tell each other. Types only: the one runs in a web page, the other beside it.
 */

/** A place on paper: a block by its key, and the number of the place in it. */
export interface PaperPlace {
  readonly key: string;
  readonly place?: number;
}

/** What a preview shows, kept over a reload of the window. */
export interface PreviewState {
  readonly uri: string;
  readonly report: string;
  /** Percent of the real size; absent for as wide as the window. */
  readonly zoom?: number | undefined;
  readonly outline?: boolean;
  /** What stands at the top, and how many pixels of it are above. */
  readonly top?: PaperPlace & { readonly above: number };
}

export interface ReportChoice {
  readonly id: string;
  readonly title: string;
}

/** The words on the page, in the language of the editor. */
export interface PreviewTexts {
  readonly report: string;
  readonly otherFile: string;
  readonly outline: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fitWidth: string;
  readonly loading: string;
}

export type ToPreview =
  /** What is shown from now on, with all reports of its file. */
  | {
      readonly type: 'source';
      readonly uri: string;
      readonly report: string;
      readonly reports: readonly ReportChoice[];
      readonly showsFindings: boolean;
    }
  | { readonly type: 'update'; readonly update: PreviewUpdate }
  /** There is nothing to show, and why. */
  | { readonly type: 'nothing'; readonly why: string }
  /** Scrolls a place into sight; `select` marks it as well. */
  | { readonly type: 'reveal'; readonly at: PaperPlace; readonly where: 'top' | 'near' }
  /** The answer to `explain`: Markdown, or nothing to say. */
  | { readonly type: 'explanation'; readonly question: number; readonly markdown: string };

export type FromPreview =
  /** The page listens; it shows `revision`, or nothing yet. */
  | { readonly type: 'ready' }
  /** The first update stands on the page, and no place of an earlier visit is to be found again. */
  | { readonly type: 'shown' }
  /** The first update stands on the page, at the place of an earlier visit. */
  | { readonly type: 'restored' }
  /** The update could not be applied, everything is needed. */
  | { readonly type: 'lost' }
  | { readonly type: 'scrolled'; readonly at: PaperPlace }
  | { readonly type: 'clicked'; readonly at: PaperPlace }
  | { readonly type: 'explain'; readonly at: PaperPlace; readonly question: number }
  | { readonly type: 'choose'; readonly report: string }
  | { readonly type: 'chooseOther' };
