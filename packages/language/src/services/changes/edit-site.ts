import type { Anchor, Position, Span } from '@jixiao/core';
import { type AstNode, type CstNode, CstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import { ALLOW, keywordOf } from '../../grammar/keywords.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import { offsetIn, rootOf } from '../cursor.js';
import { spellingOf } from '../vocabulary.js';
import type { Change } from './changes.js';

/** Blanks for each level of a block. */
const INDENT = '  ';

const BLANKS_AND_COMMENTS = /(?:[\s\u3000]|(?:\/\/|／／)[^\n]*)*/y;

/** A declaration that is to be changed, with what it takes to write into it as its author would. */
export class EditSite {
  constructor(
    readonly analysis: Analysis,
    readonly source: SourceFile,
    readonly piece: ParsedPiece,
  ) {}

  get anchor(): Anchor {
    return this.piece.anchor;
  }

  spanOf(node: AstNode | undefined): Span {
    return spanOf(node, this.anchor);
  }

  /** From the end of one node to the end of another. */
  between(from: Position, to: Position): Span {
    return { anchor: this.anchor, start: from, end: to };
  }

  textOf({ start, end }: Span): string {
    return this.piece.text.slice(this.offset(start), this.offset(end));
  }

  offset(position: Position): number {
    return offsetIn(this.piece.text, position);
  }

  position(offset: number): Position {
    const before = this.piece.text.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length - 1, character: offset - lineStart };
  }

  replace(what: Span | AstNode, text: string): Change {
    return { span: 'anchor' in what ? (what as Span) : this.spanOf(what as AstNode), text };
  }

  insert(at: Position, text: string, placeholder?: string): Change {
    return { span: this.between(at, at), text, ...(placeholder !== undefined && { placeholder }) };
  }

  insertAfter(node: AstNode, text: string): Change {
    return this.insert(this.spanOf(node).end, text);
  }

  remove(from: Position, to: Position): Change {
    return { span: this.between(from, to), text: '' };
  }

  /** Takes a statement away with the line that it leaves empty. */
  removeStatement(node: AstNode): Change {
    return this.removeSpan(this.spanOf(node));
  }

  removeSpan({ start, end }: Span): Change {
    const before = this.line(start.line).slice(0, start.character);
    const after = this.line(end.line).slice(end.character);
    const blanksAfter = /^[ \t\u3000]*/.exec(after)?.[0].length ?? 0;
    if (before.trim() === '' && after.trim() === '') {
      if (end.line + 1 < this.lineCount)
        return this.remove({ line: start.line, character: 0 }, { line: end.line + 1, character: 0 });
      return this.remove({ line: start.line, character: 0 }, { line: end.line, character: this.line(end.line).length });
    }
    if (after.trim() === '') {
      const kept = before.trimEnd().length;
      return this.remove(
        { line: start.line, character: kept },
        { line: end.line, character: end.character + blanksAfter },
      );
    }
    return this.remove(start, { line: end.line, character: end.character + blanksAfter });
  }

  /** A line of the piece without its line end. */
  line(line: number): string {
    return (this.lines[line] ?? '').replace(/\r$/, '');
  }

  private get lines(): string[] {
    return this.piece.text.split('\n');
  }

  private get lineCount(): number {
    return this.lines.length;
  }

  /** The white space with which a line begins. */
  indentOf(line: number): string {
    return /^[ \t\u3000]*/.exec(this.line(line))?.[0] ?? '';
  }

  get indent(): string {
    return INDENT;
  }

  get newline(): string {
    return this.source.text.includes('\r\n') ? '\r\n' : '\n';
  }

  /** A keyword, given in Chinese, in the spelling that the file uses. */
  keyword(zh: string): string {
    return keywordOf(zh)?.[spellingOf(this.source)] ?? zh;
  }

  /** 允许, in the spelling that the file uses. */
  get allow(): string {
    return ALLOW[spellingOf(this.source)];
  }

  /** The token at an offset of the piece. */
  tokenAt(offset: number): CstNode | undefined {
    const root = rootOf(this.piece);
    return root && CstUtils.findLeafNodeAtOffset(root, offset);
  }

  /**
   * Whether a node was read as it stands. Where something in it or right behind it could not be read, its end is only
   * where reading stopped.
   */
  isSound(node: AstNode | undefined): boolean {
    const cst = node?.$cstNode;
    return cst !== undefined && this.isReadable(cst.offset, cst.end);
  }

  /** Whether everything between two offsets could be read, with what stands right behind them. */
  isReadable(start: number, end: number): boolean {
    BLANKS_AND_COMMENTS.lastIndex = end;
    BLANKS_AND_COMMENTS.test(this.piece.text);
    const behind = BLANKS_AND_COMMENTS.lastIndex;
    return !this.piece.findings.some(({ at }) => {
      const offset = this.offset(at.start);
      return offset >= start && offset <= behind;
    });
  }

  /** The line on which the declaration around a node begins, above the comments that belong to it. */
  lineAbove(node: AstNode | undefined): number {
    let outermost = node;
    while (outermost?.$container && outermost.$container.$type !== 'Model') outermost = outermost.$container;
    let line = outermost ? this.spanOf(outermost).start.line : 0;
    while (line > 0 && /^(?:\/\/|／／)/.test(this.line(line - 1))) line--;
    return line;
  }

  /** Puts a declaration above the one around a node; an empty line sets them apart where one stood there before. */
  insertDeclaration(node: AstNode | undefined, declaration: string): Change {
    const line = this.lineAbove(node);
    const above = this.anchor.line + line - 1;
    const isAfterText = above >= 0 && (this.source.text.split('\n')[above] ?? '').trim() !== '';
    const gap = isAfterText ? this.newline : this.newline + this.newline;
    return this.insert({ line, character: 0 }, declaration + gap);
  }
}
