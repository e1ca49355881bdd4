/** A stretch of a text by offsets; the end is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What ends a Chinese sentence, or a clause long enough to stand for one. */
const SENTENCE_END = /[。！？；!?;]+[”’」』）)]*/g;

let segmenter: Intl.Segmenter | undefined;

/** The word around an offset, as a Chinese reader would split the text. */
export function wordAround(text: string, offset: number, within: Stretch): Stretch {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const stretch = lineAround(text, offset, within);
  let last: Stretch = { start: offset, end: offset };
  for (const { index, segment, isWordLike } of segmenter.segment(text.slice(stretch.start, stretch.end))) {
    const start = stretch.start + index;
    if (start > offset) break;
    const word = { start, end: start + segment.length };
    if (offset < word.end) return isWordLike || last.end !== offset ? word : last;
    last = isWordLike ? word : { start: word.end, end: word.end };
  }
  return last;
}

/** The sentence around an offset, its closing mark included. */
export function sentenceAround(text: string, offset: number, within: Stretch): Stretch {
  let { start } = within;
  for (const match of text.slice(within.start, within.end).matchAll(SENTENCE_END)) {
    const end = within.start + match.index + match[0].length;
    if (end >= offset && end > start) return { start, end };
    start = end;
  }
  return { start, end: within.end };
}

function lineAround(text: string, offset: number, { start, end }: Stretch): Stretch {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const to = text.indexOf('\n', offset);
  return { start: Math.max(start, from), end: to < 0 ? end : Math.min(end, to) };
}
