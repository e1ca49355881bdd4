import { readFileSync } from 'node:fs';

/** A stretch of text on a page; measures in millimetres from the upper left corner. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PlacedText[];
  /** Lines from top to bottom: words whose middles are on one height, from left to right. */
  readonly lines: readonly PlacedText[];
}

const MM_PER_POINT = 25.4 / 72;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads what `pdftotext -bbox-layout` wrote. */
export function readPages(file: string): RenderedPage[] {
  const xml = readFileSync(file, 'utf8');
  return [...xml.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)].map(
    ([, width = '', height = '', content = '']) => {
      const words = [...content.matchAll(WORD)].map(placedText);
      return { width: millimetres(width), height: millimetres(height), words, lines: linesOf(words) };
    },
  );
}

const WORD = /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">([^<]*)<\/word>/g;

function placedText([, left = '', top = '', right = '', bottom = '', text = '']: RegExpMatchArray): PlacedText {
  return {
    text: text.replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole),
    left: millimetres(left),
    top: millimetres(top),
    right: millimetres(right),
    bottom: millimetres(bottom),
  };
}

function millimetres(points: string): number {
  return Number(points) * MM_PER_POINT;
}

/** Two words are on one line if the middle of each lies within the other. */
function linesOf(words: readonly PlacedText[]): PlacedText[] {
  const lines: PlacedText[][] = [];
  const sorted = [...words].sort((a, b) => middle(a) - middle(b));
  for (const word of sorted) {
    const last = lines[lines.length - 1];
    if (last?.[0] && Math.abs(middle(last[0]) - middle(word)) < 2) last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const ordered = [...line].sort((a, b) => a.left - b.left);
    return {
      text: ordered.map(({ text }) => text).join(''),
      left: Math.min(...line.map(({ left }) => left)),
      top: Math.min(...line.map(({ top }) => top)),
      right: Math.max(...line.map(({ right }) => right)),
      bottom: Math.max(...line.map(({ bottom }) => bottom)),
    };
  });
}

export function middle({ top, bottom }: PlacedText): number {
  return (top + bottom) / 2;
}
