import type { Anchor, Finding, Position, Span } from '@jixiao/core';
import { type AstNode, type CstNode, CstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import { ALLOW, keywordOf } from '../../grammar/keywords.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import type { Change } from '../changes/changes.js';
import { offsetIn, rootOf } from '../cursor.js';
import { spellingOf } from '../vocabulary.js';

/** Blanks for each level of a block. */
const INDENT = '  ';

/** Where a finding stands, with what a fix needs to change the text there. */
export class FixSite {
  constructor(
    readonly analysis: Analysis,
    readonly finding: Finding,
    readonly source: SourceFile,
    readonly piece: ParsedPiece,
  ) {}

  get anchor(): Anchor {
    return this.piece.anchor;
  }

  /** The innermost syntax node of a kind around the beginning of the finding. */
  node<T extends AstNode>(isWanted: (node: unknown) => node is T): T | undefined {
    const root = rootOf(this.piece);
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, this.offset(this.finding.at.start));
    for (let at: AstNode | undefined = leaf?.astNode; at; at = at.$container) if (isWanted(at)) return at;
    return undefined;
  }

  /** The outermost node that takes exactly the place of the finding. */
  exactly<T extends AstNode>(isWanted: (node: unknown) => node is T): T | undefined {
    const found = this.node(isWanted);
    return found && this.offset(this.finding.at.end) === found.$cstNode?.end ? found : undefined;
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
      if (end.line + 1 < this.lineCount) return this.remove({ line: start.line, character: 0 }, { line: end.line + 1, character: 0 });
      return this.remove({ line: start.line, character: 0 }, { line: end.line, character: this.line(end.line).length });
    }
    if (after.trim() === '') {
      const kept = before.trimEnd().length;
      return this.remove({ line: start.line, character: kept }, { line: end.line, character: end.character + blanksAfter });
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
}
