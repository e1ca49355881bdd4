/** A place in a text: line and UTF-16 character, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * Where a declaration begins: its file and the line of its first character (always column 0).
 * Everything inside a declaration is placed relative to it, so that text inserted above moves
 * one number instead of every range, and an unchanged declaration keeps its evaluated data.
 */
export interface Anchor {
  readonly file: string;
  line: number;
}

/** A stretch of text inside a declaration; lines count from the anchor. The end is exclusive. */
export interface Span {
  readonly anchor: Anchor;
  readonly start: Position;
  readonly end: Position;
}

/** A stretch of text in a file; lines count from the top of the file. The end is exclusive. */
export interface SourceRange {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** Where the span stands now, after all edits above its declaration. */
export function rangeOf(span: Span): SourceRange {
  const { file, line } = span.anchor;
  return {
    file,
    start: { line: span.start.line + line, character: span.start.character },
    end: { line: span.end.line + line, character: span.end.character },
  };
}

/** The smallest span that covers both; both lie in the same declaration. */
export function cover(from: Span, to: Span): Span {
  return { anchor: from.anchor, start: from.start, end: to.end };
}

/** An empty span where the given one begins. */
export function startOf(span: Span): Span {
  return { anchor: span.anchor, start: span.start, end: span.start };
}

/** An empty span where the given one ends. */
export function endOf(span: Span): Span {
  return { anchor: span.anchor, start: span.end, end: span.end };
}

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}
