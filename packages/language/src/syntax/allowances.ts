import type { Anchor, Span } from '@jixiao/core';
import type { IToken } from 'chevrotain';
import { ALLOW } from '../grammar/keywords.js';

/** A comment `// 允许 CODE: reason`, which silences one kind of finding on one construct. */
export interface Allowance {
  readonly code: string;
  readonly reason: string;
  /** The comment. */
  readonly span: Span;
  readonly codeSpan: Span;
  /** Line, counted from the anchor, that the comment speaks of: its own, or the next one with code. */
  readonly line: number;
}

const PATTERN = new RegExp(
  String.raw`^(\s*(?:\/\/|／／)\s*(?:${ALLOW.zh}|${ALLOW.en})[\s\u3000]+)([A-Za-z][\w-]*\/[\w-]+)\s*(?:[:：]\s*(.*))?$`,
);

/** Whether a comment line is an allowance. */
export function isAllowance(line: string): boolean {
  return PATTERN.test(line.trimEnd());
}

/** The allowances among the comments of a piece. */
export function allowancesIn(comments: readonly IToken[], text: string, anchor: Anchor): Allowance[] {
  const lines = text.split('\n');
  return comments.flatMap((comment) => {
    const image = comment.image.trimEnd();
    const match = PATTERN.exec(image);
    if (!match) return [];
    const [, lead = '', code = '', reason = ''] = match;
    const line = (comment.startLine ?? 1) - 1;
    const character = (comment.startColumn ?? 1) - 1;
    const alone = (lines[line] ?? '').slice(0, character).trim() === '';
    const from = character + lead.length;
    return [
      {
        code,
        reason: isWritten(reason) ? reason.trim() : '',
        span: { anchor, start: { line, character }, end: { line, character: character + image.length } },
        codeSpan: { anchor, start: { line, character: from }, end: { line, character: from + code.length } },
        line: alone ? nextLineWithCode(lines, line + 1) : line,
      },
    ];
  });
}

/** Dots stand where an author has still to write. */
export function isWritten(text: string): boolean {
  return /[^\s\u3000.…．。]/.test(text);
}

function nextLineWithCode(lines: readonly string[], from: number): number {
  let line = from;
  while (line < lines.length && /^[\s\u3000]*(?:$|\/\/|／／)/.test(lines[line] ?? '')) line++;
  return line;
}
