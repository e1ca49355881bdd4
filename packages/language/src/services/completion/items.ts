import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Range,
} from 'vscode-languageserver-types';
import { filterText } from './filter-text.js';
import { positionAt, type Reading } from './reading.js';

/** Something that can be written at the cursor, before it becomes an item of the editor's list. */
export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** What is written; the label where absent. */
  readonly text?: string;
  /** Written instead of `text` where the editor knows snippets. */
  readonly snippet?: string;
  /** Shown beside the label: a value, a heading. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  /** Words under which it is found, instead of the label. */
  readonly words?: readonly string[];
  /** The smaller, the further up; the order of the candidates decides among equals. */
  readonly rank: number;
  /** Only a part of the partial token is replaced: offset in the piece where that part begins. */
  readonly from?: number;
}

export interface ItemOptions {
  readonly pinyin: boolean;
  readonly snippets: boolean;
}

const RANGES = new WeakMap<Reading, Range>();

/** The range that a completion replaces: the partial token, or what follows a place in it. */
function replacedRange(reading: Reading, from: number | undefined): Range {
  const known = RANGES.get(reading);
  if (known && from === undefined) return known;
  const range = {
    start: positionAt(reading, from ?? reading.partial.start),
    end: positionAt(reading, reading.partial.end),
  };
  if (from === undefined) RANGES.set(reading, range);
  return range;
}

function filterTextOf(candidate: Candidate, reading: Reading, options: ItemOptions): string {
  return filterText([...new Set(candidate.words ?? [candidate.label])], {
    pinyin: options.pinyin,
    typed: candidate.from === undefined ? reading.partial.text : '',
  });
}

/** Makes the item of a candidate; `place` is its place in the list. */
export function itemOf(candidate: Candidate, place: number, reading: Reading, options: ItemOptions): CompletionItem {
  const { label, kind, detail, documentation, rank, snippet, text = label, from } = candidate;
  const useSnippet = options.snippets && snippet !== undefined;
  const newText = useSnippet ? snippet : text;
  return {
    label,
    kind,
    ...(detail !== undefined && detail !== '' && { detail }),
    ...(documentation !== undefined && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    sortText: `${padded(rank, 2)}${padded(place, 5)}`,
    filterText: filterTextOf(candidate, reading, options),
    textEdit: { range: replacedRange(reading, from), newText },
    insertTextFormat: useSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    ...(newText.includes('\n') && { insertTextMode: InsertTextMode.adjustIndentation }),
  };
}

function padded(value: number, digits: number): string {
  return value.toString().padStart(digits, '0');
}

/** A text that a snippet shows as it is. */
export function inSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
