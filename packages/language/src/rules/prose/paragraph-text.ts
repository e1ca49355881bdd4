import type { Paragraph, Prose, Run, Span } from '@jixiao/core';

/** A paragraph as one text, with the way back from each character to the source. */
export interface ParagraphText {
  readonly text: string;
  /** Headings around the paragraph, the innermost last. */
  readonly headings: readonly string[];
  readonly pieces: readonly TextPiece[];
  readonly paragraph: Paragraph;
}

interface TextPiece {
  readonly from: number;
  readonly to: number;
  readonly run: Run;
}

export function paragraphTexts(prose: Prose, headings: readonly string[]): ParagraphText[] {
  return prose.paragraphs.map((paragraph) => paragraphText(paragraph, headings));
}

function paragraphText(paragraph: Paragraph, headings: readonly string[]): ParagraphText {
  let text = '';
  const pieces: TextPiece[] = [];
  for (const run of paragraph.runs) {
    const part = run.kind === 'text' || run.kind === 'value' ? run.text : '';
    pieces.push({ from: text.length, to: text.length + part.length, run });
    text += part;
  }
  return { text, headings, pieces, paragraph };
}

/** Whether a stretch of the text was typed as it stands, not computed. */
export function isLiteral(source: ParagraphText, from: number, to: number): boolean {
  const piece = pieceAt(source, from);
  return piece?.run.kind === 'text' && to <= piece.to;
}

/** Where a stretch of the text stands in the source; the whole run where escapes hide the exact place. */
export function spanOfStretch(source: ParagraphText, from: number, to: number): Span {
  const first = pieceAt(source, from);
  const last = pieceAt(source, to - 1);
  if (!first || !last) return source.paragraph.span;
  return { anchor: first.run.span.anchor, start: within(first, from).start, end: within(last, to).end };
}

/** The piece that a character belongs to. Asked for every number of a text, so it halves the pieces instead of walking them. */
function pieceAt({ pieces }: ParagraphText, at: number): TextPiece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as TextPiece).to <= at) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low];
  return piece && piece.from <= at ? piece : undefined;
}

function within(piece: TextPiece, at: number): Pick<Span, 'start' | 'end'> {
  const { run, from, to } = piece;
  const { start, end } = run.span;
  const isExact = run.kind === 'text' && start.line === end.line && end.character - start.character === to - from;
  if (!isExact) return { start, end };
  const place = { line: start.line, character: start.character + at - from };
  return { start: place, end: place };
}
