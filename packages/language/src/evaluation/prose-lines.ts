import type { Anchor, Position, Span } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { spanOf } from '../syntax/spans.js';

/** A part of a line: literal text, or an interpolation. */
export type LinePart =
  | { readonly kind: 'text'; readonly text: string; readonly emphasis: boolean; readonly span: Span }
  | { readonly kind: 'value'; readonly node: ast.Interpolation; readonly emphasis: boolean; readonly span: Span };

export interface ProseLine {
  readonly kind: 'paragraph' | 'numbered' | 'bullet';
  readonly parts: readonly LinePart[];
  readonly start: Position;
  readonly end: Position;
}

type Atom =
  | { readonly kind: 'text'; readonly text: string; readonly start: Position; readonly end: Position }
  | { readonly kind: 'star'; readonly start: Position; readonly end: Position }
  | { readonly kind: 'value'; readonly node: ast.Interpolation; readonly start: Position; readonly end: Position };

/** Splits prose into its lines: blank ones and comment lines fall away, `+ ` and `- ` begin items. */
export function splitProse(prose: ast.Prose, anchor: Anchor): ProseLine[] {
  const lines: Atom[][] = [[]];
  for (const part of prose.parts) {
    const span = spanOf(part, anchor);
    if (part.$type === 'ProseText') {
      readText(part.text, span.start, lines);
      continue;
    }
    const end = part.cut ? { line: span.start.line, character: span.start.character + 2 } : span.end;
    lines.at(-1)?.push({ kind: 'value', node: part, start: span.start, end });
    if (part.cut?.includes('\n')) lines.push([]);
    else if (part.cut) readText(part.cut, afterCut(span), lines);
  }
  return lines.flatMap((atoms) => readLine(atoms, anchor));
}

/** Where the punctuation stands that ended an unclosed interpolation: it belongs to the text. */
function afterCut({ end }: Span): Position {
  return { line: end.line, character: Math.max(0, end.character - 1) };
}

/** Adds the atoms of a stretch of text, a new line for each line break. */
function readText(text: string, start: Position, lines: Atom[][]): void {
  let { line, character } = start;
  let buffer = '';
  let from: Position = start;
  const flush = () => {
    if (buffer !== '') lines.at(-1)?.push({ kind: 'text', text: buffer, start: from, end: { line, character } });
    buffer = '';
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] as string;
    if (buffer === '') from = { line, character };
    if (sign === '\n') {
      flush();
      lines.push([]);
      line++;
      character = 0;
      continue;
    }
    if (sign === '*') {
      flush();
      lines.at(-1)?.push({ kind: 'star', start: { line, character }, end: { line, character: character + 1 } });
      character++;
      continue;
    }
    if (sign === '\\' && i + 1 < text.length && text[i + 1] !== '\n') {
      buffer += text[++i];
      character += 2;
      continue;
    }
    buffer += sign;
    character++;
  }
  flush();
}

const COMMENT = /^[\s\u3000]*(?:\/\/|／／)/;

function readLine(atoms: readonly Atom[], anchor: Anchor): ProseLine[] {
  const trimmed = trim(atoms);
  const [first] = trimmed;
  if (!first) return [];
  if (first.kind === 'text' && COMMENT.test(first.text)) return [];
  const mark = first.kind === 'text' ? /^([+＋-])[ \t\u3000]+/.exec(first.text) : null;
  const kind = !mark ? 'paragraph' : mark[1] === '-' ? 'bullet' : 'numbered';
  const content = mark && first.kind === 'text' ? [cutStart(first, mark[0].length), ...trimmed.slice(1)] : trimmed;
  const last = content.at(-1) ?? first;
  return [{ kind, parts: emphasise(content, anchor), start: first.start, end: last.end }];
}

function trim(atoms: readonly Atom[]): Atom[] {
  const result = [...atoms];
  const [first] = result;
  if (first?.kind === 'text') {
    const lead = /^[\s\u3000]*/.exec(first.text)?.[0].length ?? 0;
    if (lead === first.text.length) return trim(result.slice(1));
    result[0] = cutStart(first, lead);
  }
  const last = result.at(-1);
  if (last?.kind === 'text') {
    const text = last.text.trimEnd();
    if (text === '') return trim(result.slice(0, -1));
    const lost = last.text.length - text.length;
    result[result.length - 1] = { ...last, text, end: { ...last.end, character: last.end.character - lost } };
  }
  return result;
}

function cutStart(atom: Extract<Atom, { kind: 'text' }>, length: number): Atom {
  return { ...atom, text: atom.text.slice(length), start: { ...atom.start, character: atom.start.character + length } };
}

/** Pairs the stars of a line; one that finds no partner is a star. */
function emphasise(atoms: readonly Atom[], anchor: Anchor): LinePart[] {
  const partners = starPartners(atoms);
  const parts: LinePart[] = [];
  let emphasis = false;
  atoms.forEach((atom, index) => {
    const span = { anchor, start: atom.start, end: atom.end };
    if (atom.kind === 'star' && partners.has(index)) emphasis = !emphasis;
    else if (atom.kind === 'star') parts.push({ kind: 'text', text: '*', emphasis, span });
    else if (atom.kind === 'text') {
      if (atom.text !== '') parts.push({ kind: 'text', text: atom.text, emphasis, span });
    } else parts.push({ kind: 'value', node: atom.node, emphasis, span });
  });
  return parts;
}

function starPartners(atoms: readonly Atom[]): Set<number> {
  const partners = new Set<number>();
  let open: number | undefined;
  atoms.forEach((atom, index) => {
    if (atom.kind !== 'star') return;
    const before = atoms[index - 1];
    const after = atoms[index + 1];
    const opens = after !== undefined && !(after.kind === 'text' && /^[\s\u3000]/.test(after.text));
    const closes = before !== undefined && !(before.kind === 'text' && /[\s\u3000]$/.test(before.text));
    if (open === undefined) {
      if (opens) open = index;
    } else if (closes && index > open + 1) {
      partners.add(open).add(index);
      open = undefined;
    }
  });
  return partners;
}
