import type { Location, Position, Range, TextEdit } from 'vscode-languageserver-types';

/*
 * What editors may ask of the language server beyond the Language Server Protocol. The one file that
 * server and extension share: types, method names and addresses, nothing that runs.
 */

/** A request by its method; the type parameters exist for the compiler only. */
export interface CustomRequest<Params, Result> {
  readonly method: string;
  readonly signature?: (params: Params) => Result;
}

/** A notification by its method. */
export interface CustomNotification<Params> {
  readonly method: string;
  readonly signature?: (params: Params) => void;
}

const request = <Params, Result>(method: string): CustomRequest<Params, Result> => ({ method });

/** The language of .perf files in every editor. */
export const LANGUAGE_ID = 'perf';

/** Scheme of the documents of the standard library: read-only, text from {@link contentRequest}. */
export const LIBRARY_SCHEME = 'perf-library';

/** Scheme of the pages that explain findings: read-only Markdown, text from {@link contentRequest}. */
export const PAGES_SCHEME = 'perf-docs';

/** The address of the page that explains a finding code such as `sum/mismatch`. */
export function findingPageUri(code: string): string {
  return `${PAGES_SCHEME}:/${code}.md`;
}

/** What a client may say in `initializationOptions`. All of it is optional. */
export interface InitializationOptions {
  /** How findings travel. Without it they are pulled where the client can, else pushed. */
  readonly diagnostics?: 'push' | 'pull';
  /** The client answers {@link readFileRequest} and its like, for files that the server cannot reach itself. */
  readonly files?: boolean;
}

interface InDocument {
  readonly uri: string;
}

// Read-only documents ---------------------------------------------------------------------------

/** The text of a `perf-library:` or `perf-docs:` document; null if there is none of that name. */
export const contentRequest = request<InDocument, { readonly text: string } | null>('jixiao/content');

// State -----------------------------------------------------------------------------------------

/**
 * Sent after files have been checked anew and their findings published: what previews, trees and
 * status items show of them may have changed.
 */
export const checkedNotification: CustomNotification<{
  readonly files: readonly { readonly uri: string; readonly version?: number }[];
}> = { method: 'jixiao/checked' };

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly hint: number;
  /** Findings that the author allowed with a reason. */
  readonly allowed: number;
}

/** One self-evaluation table as a status item shows it. */
export interface TableStatus {
  readonly name: string;
  readonly label: string;
  /** Total score and full points as printed, without unit; absent while a score is missing. */
  readonly total?: string;
  readonly points?: string;
  readonly grade?: string;
  readonly range: Range;
}

export interface FileStatus {
  readonly version?: number;
  readonly findings: FindingCounts;
  readonly tables: readonly TableStatus[];
}

/** Scores, grades and counts of findings of one file; null for a file that the server does not know. */
export const statusRequest = request<InDocument, FileStatus | null>('jixiao/status');

// Tree of figures -------------------------------------------------------------------------------

export type FigureNodeKind =
  | 'unit'
  | 'report'
  | 'section'
  | 'annex'
  | 'table'
  | 'figure'
  | 'group'
  | 'indicators'
  | 'indicator';

/** A line of the tree of figures. */
export interface FigureNode {
  /** Unique in its file and stable while the names above it stay the same. */
  readonly id: string;
  readonly kind: FigureNodeKind;
  readonly label: string;
  /** The value, or the score of an indicator, as printed. */
  readonly value?: string;
  /** How the value came about, where it is not written: computed, blank, missing, invalid. */
  readonly state?: 'computed' | 'blank' | 'missing' | 'invalid';
  /** The heaviest finding in it. */
  readonly severity?: 'error' | 'warning' | 'hint';
  readonly range: Range;
  readonly selectionRange: Range;
  readonly children: readonly FigureNode[];
}

/** The evaluated figures, indicators and reports of a file, in the order of the text. */
export const figuresRequest = request<InDocument, readonly FigureNode[]>('jixiao/figures');

// Preview ---------------------------------------------------------------------------------------

export interface ReportInFile {
  /** Tells the reports of one file apart; stable while their titles and order stay the same. */
  readonly id: string;
  readonly title: string;
  readonly range: Range;
}

/** The reports that a file declares. */
export const reportsRequest = request<InDocument, readonly ReportInFile[]>('jixiao/reports');

export interface PreviewParams extends InDocument {
  readonly report: string;
  /** Revision that the client shows; without it everything is sent. */
  readonly since?: number;
  /** Address under which the client serves the folder of the document; without it pictures are left out. */
  readonly imageBase?: string;
}

export interface PreviewBlock {
  readonly key: string;
  /** One element, `data-key` is its key; `data-at` numbers the places in it. No script, no style attribute. */
  readonly html: string;
}

/** A finding at a block. */
export interface PreviewMark {
  /** Value of `data-at` in the block; absent where the finding concerns the whole of it. */
  readonly place?: number;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly code: string;
  readonly message: string;
}

/** All findings at one block. */
export interface PreviewMarks {
  readonly key: string;
  readonly marks: readonly PreviewMark[];
}

/** The whole report, or what has to be done to the blocks of `since`. */
export type PreviewUpdate = {
  readonly revision: number;
  readonly title: string;
} & (
  | {
      readonly kind: 'full';
      readonly blocks: readonly PreviewBlock[];
      /** Blocks that have marks. */
      readonly marked: readonly PreviewMarks[];
      readonly styleSheet: string;
    }
  | {
      readonly kind: 'patch';
      /** Keys whose elements go. */
      readonly removed: readonly string[];
      /** In order: an element of that key goes, the new one comes after `after` (null: to the front). */
      readonly put: readonly (PreviewBlock & { readonly after: string | null })[];
      /** Blocks whose marks are others than in `since`, none at all perhaps; a block that is put keeps its marks. */
      readonly marked: readonly PreviewMarks[];
    }
);

/** Renders a report; null if the file has no such report. */
export const previewRequest = request<PreviewParams, PreviewUpdate | null>('jixiao/preview');

/** The place in the source that made a block, or one place in it; null if it is generated text. */
export const previewSourceRequest = request<
  InDocument & { readonly report: string; readonly key: string; readonly place?: number },
  Location | null
>('jixiao/preview/source');

/** The block, and the place in it, that a position of the source made. */
export const previewTargetRequest = request<
  InDocument & {
    readonly report: string;
    readonly position: Position;
    /** The file of the position, where it is not the report's own but one that it imports. */
    readonly source?: string;
  },
  { readonly key: string; readonly place?: number } | null
>('jixiao/preview/target');

// Word ------------------------------------------------------------------------------------------

export interface CompileParams extends InDocument {
  readonly report: string;
  /** Marks every page with 草稿. */
  readonly draft?: boolean;
}

export interface CompiledReport {
  /** The .docx file in base64; the client decides where it goes. */
  readonly content: string;
  /** By their severities as the catalogue has them; settings of the editor do not change these. */
  readonly findings: FindingCounts;
  /** Pictures that could not be read, as the report names them; the paper has a gap there. */
  readonly missingImages: readonly string[];
}

/** Turns a report into a Word document; null if the file has no such report. */
export const compileRequest = request<CompileParams, CompiledReport | null>('jixiao/compile');

// Web page --------------------------------------------------------------------------------------

export interface ExportedPage {
  /** A whole HTML file; pictures are part of it. */
  readonly html: string;
  /** Pictures that could not be read, as the report names them. */
  readonly missingImages: readonly string[];
}

/** A report as a web page of its own; null if the file has no such report. */
export const exportPageRequest = request<InDocument & { readonly report: string }, ExportedPage | null>(
  'jixiao/exportPage',
);

// Checking --------------------------------------------------------------------------------------

/** A finding with its severity as the catalogue has it; settings of the editor do not change it. */
export interface CheckedFinding {
  readonly range: Range;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly code: string;
  readonly message: string;
}

export interface CheckedFile {
  readonly uri: string;
  readonly findings: readonly CheckedFinding[];
  /** Findings that the author allowed with a reason. */
  readonly allowed: number;
}

/** Checks a file, all .perf files below a folder, or without an address all of the workspace. */
export const checkRequest = request<Partial<InDocument>, readonly CheckedFile[]>('jixiao/check');

// Editing ---------------------------------------------------------------------------------------

export interface PasteParams extends InDocument {
  /** What the pasted text replaces. */
  readonly range: Range;
  /** The clipboard as plain text. */
  readonly text: string;
}

export interface PastedRows {
  /** How it is offered to the user. */
  readonly title: string;
  /** The rows alone, to stand in place of the clipboard's text. */
  readonly text: string;
  /** The rows where they belong, and what aligns those around them. Instead of `text`. */
  readonly edits: readonly TextEdit[];
}

/** What a block of spreadsheet cells becomes at this place; null where plain text is best left alone. */
export const pasteRequest = request<PasteParams, PastedRows | null>('jixiao/paste');

/** The edits that lay a file out with all keywords in one spelling. */
export const convertKeywordsRequest = request<
  InDocument & { readonly keywords: 'zh' | 'en' },
  { readonly edits: readonly TextEdit[] } | null
>('jixiao/convertKeywords');

/** An outline or a rubric of the standard library that a new report can be begun with. */
export interface LibraryChoice {
  readonly name: string;
  readonly label: string;
  /** The sections of an outline, the groups of a rubric with their points. */
  readonly parts: readonly string[];
  /** Where it comes from and what has to be heeded; may be empty. */
  readonly remark: string;
}

/** What a new report can be begun with, in the order of the standard library. */
export const newReportChoicesRequest = request<
  null,
  { readonly outlines: readonly LibraryChoice[]; readonly rubrics: readonly LibraryChoice[] }
>('jixiao/newReport/choices');

export interface NewReportParams {
  readonly outline: string;
  /** Without it the report has no self-evaluation table. */
  readonly rubric?: string;
  /** Full name of the public body. */
  readonly unit: string;
  /** How texts call it, such as 我局. */
  readonly shortName?: string;
  readonly year: number;
  /** Spelling of the keywords; by default the one that files are formatted to, else the language of the messages. */
  readonly keywords?: 'zh' | 'en';
}

/** The text of a new report with every section that its outline expects; null for an unknown outline or rubric. */
export const newReportRequest = request<NewReportParams, { readonly text: string } | null>('jixiao/newReport');

export interface NextYearParams extends InDocument {
  /** Where the new report will lie. */
  readonly target: string;
}

/** The text of a report for the year after, made from last year's; null if there is no such file. */
export const nextYearRequest = request<NextYearParams, { readonly text: string; readonly year?: number } | null>(
  'jixiao/newReport/fromLastYear',
);

// Files, asked of the client --------------------------------------------------------------------

/** The text of a file; answered by a client that announced `files`. */
export const readFileRequest = request<
  InDocument,
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly missing: boolean; readonly why?: string }
>('jixiao/files/read');

/** The bytes of a file in base64; null if it cannot be read. */
export const readBytesRequest = request<InDocument, { readonly content: string } | null>('jixiao/files/readBytes');

/** Pictures that Word shows, by the ending of their names. */
export const PICTURE_EXTENSIONS = ['png', 'jpg', 'jpeg', 'gif', 'bmp'] as const;

/** The .perf files and the pictures below a folder. */
export const listFilesRequest = request<InDocument, { readonly uris: readonly string[] }>('jixiao/files/list');
