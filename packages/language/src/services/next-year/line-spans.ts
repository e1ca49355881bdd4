import type { Position, Span } from '@jixiao/core';

/** What goes when a construct goes: its whole lines where nothing else stands on them, else itself alone. */
export function lineOf(span: Span, text: string): Span {
  const lines = text.split('\n');
  const before = (lines[span.start.line] ?? '').slice(0, span.start.character);
  const after = (lines[span.end.line] ?? '').slice(span.end.character);
  if (before.trim() !== '' || after.trim() !== '') return span;
  const isLast = span.end.line >= lines.length - 1;
  const end: Position = isLast
    ? { line: span.end.line, character: (lines[span.end.line] ?? '').length }
    : { line: span.end.line + 1, character: 0 };
  return { anchor: span.anchor, start: { line: span.start.line, character: 0 }, end };
}
