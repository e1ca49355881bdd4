import type { IToken } from 'chevrotain';
import { allowancesIn } from '../../syntax/allowances.js';
import type { PerfLexingReport } from '../../syntax/lexer.js';
import { isNameToken } from '../../syntax/missing-values.js';
import { grammarServices } from '../../syntax/parser.js';
import { cutIntoPieces } from '../../syntax/pieces.js';
import { type Atom, COMMENT, TEXT } from './atoms.js';

/**
 * Whether a piece reads the same after formatting: the tokens that were meant (of an atom, its text)
 * in the same order, values left out at the same places, the same lines of prose, the same comments,
 * and allowances that speak of the same tokens. Formatting is built to keep all of this; here it is
 * seen to, since a report must never change by being tidied.
 */
export function readsTheSame(before: string, after: string, atoms: readonly Atom[]): boolean {
  const meant = new Map(atoms.filter(({ kind }) => kind !== TEXT).map(({ start, text }) => [start, text]));
  const a = readingOf(before, (offset, image) => meant.get(offset) ?? image);
  const b = readingOf(after, (_, image) => image);
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

type Image = (offset: number, image: string) => string;

function readingOf(text: string, image: Image): string[] {
  const reading = new Reading(image);
  for (const piece of cutIntoPieces(text)) reading.add(piece.text, piece.offset);
  return reading.entries();
}

/** What the lexer sees in the pieces of a text, as lines that can be compared. */
class Reading {
  private count = 0;
  private readonly tokens: string[] = [];
  private readonly comments: string[] = [];
  private readonly places: string[] = [];

  constructor(private readonly image: Image) {}

  add(text: string, offset: number): void {
    const { tokens, errors, report } = grammarServices().parser.Lexer.tokenize(text);
    const { comments, gaps } = report as PerfLexingReport;
    const firstOnLine = new Map<number, number>();
    // White space may become a token where prose begins; the words of prose are compared line by line.
    const numbers = new Map(
      tokens.filter((token) => kindOf(token) !== TEXT).map((token, index) => [token, this.count + index]),
    );
    let prose: string | undefined;
    for (const token of tokens) {
      const line = (token.startLine ?? 1) - 1;
      const number = numbers.get(token);
      if (number !== undefined && !firstOnLine.has(line)) firstOnLine.set(line, number);
      const kind = kindOf(token);
      if (kind === 'PROSE_OPEN') prose = '';
      if (kind === 'PROSE_CLOSE') {
        this.tokens.push(...linesOf(prose ?? ''));
        prose = undefined;
      }
      // What stands for something that was left out has no text of its own.
      const inserted = token.image.trim() === '' && kind !== TEXT;
      const entry = inserted ? kind : `${kind} ${this.image(offset + token.startOffset, token.image)}`;
      if (prose === undefined || kind === 'PROSE_OPEN') this.tokens.push(entry);
      else prose += kind === TEXT ? token.image : `\u0000${entry}\u0000`;
    }
    this.places.push(...errors.map(({ message }) => `error ${message}`));
    this.places.push(...gaps.map(({ kind, token }) => `gap ${kind} ${numbers.get(token)}`));
    for (const comment of comments) {
      const { startOffset } = comment;
      this.comments.push(`${COMMENT} ${this.image(offset + startOffset, comment.image.trimEnd())}`);
    }
    for (const { code, reason, line } of allowancesIn(comments, text, { file: '', line: 0 })) {
      this.places.push(`allowance ${code} ${reason} ${firstOnLine.get(line)}`);
    }
    this.count += numbers.size;
  }

  entries(): string[] {
    return [...this.tokens, ...this.comments, ...this.places];
  }
}

/** A name that is respelled may become a word that is a keyword elsewhere, or cease to be one: both are names. */
function kindOf(token: IToken): string {
  if (isNameToken(token)) return 'NAME';
  const [kind = ''] = token.tokenType.name.split(' ');
  return kind;
}

/** The lines of prose that reach the paper. */
function linesOf(prose: string): string[] {
  const lines = prose.split('\n');
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
