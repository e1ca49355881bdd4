import type { Anchor, Span } from '@jixiao/core';
import { type AstNode, AstUtils } from 'langium';
import { splitQuantity } from '../../evaluation/expression.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import type { Change } from '../changes/changes.js';
import { lineOf } from './line-spans.js';

const YEAR = ['年度', 'year'];
const DATE = ['日期', 'date'];

/** The year that the reports of a file are about. */
export function reportYear({ pieces }: SourceFile): number | undefined {
  for (const declaration of pieces.flatMap((piece) => piece.declarations)) {
    if (!ast.isReportDeclaration(declaration)) continue;
    const [value] = propertyOf(declaration, YEAR)?.values ?? [];
    const year = ast.isQuantityValue(value) ? splitQuantity(value.quantity.literal) : undefined;
    if (year && /^\d{4}$/.test(year.digits)) return Number.parseInt(year.digits, 10);
  }
  return undefined;
}

/**
 * Moves a declaration on by a year: the year of the report, dates of that year, and the year where
 * texts name it. The day on which it was signed goes; nobody knows the next one.
 */
export function advancedReport(declaration: ast.Declaration, piece: ParsedPiece, year: number | undefined): Change[] {
  const { anchor, text } = piece;
  const signed = ast.isReportDeclaration(declaration) ? propertyOf(declaration, DATE) : undefined;
  const gone = signed ? [{ span: lineOf(spanOf(signed, anchor), text), text: '' }] : [];
  if (year === undefined) return gone;
  const nodes = AstUtils.streamAst(declaration).filter((node) => !signed || !isWithin(node, signed));
  return [...gone, ...nodes.flatMap((node) => advanced(node, anchor, year)).toArray()];
}

function advanced(node: AstNode, anchor: Anchor, year: number): Change[] {
  if (ast.isProperty(node) && YEAR.includes(node.key.text) && ast.isReportBlock(node.$container)) {
    const [value] = node.values;
    return value ? [{ span: spanOf(value, anchor), text: `${year + 1}` }] : [];
  }
  if (ast.isDateLiteral(node)) return inText(node, anchor, new RegExp(`^${year}(?=[-－])`), `${year + 1}`);
  if (ast.isText(node) || ast.isProseText(node)) return yearsNamed(node, anchor, year);
  return [];
}

/** 2024年 becomes 2025年, and the year before it 2024年. */
function yearsNamed(node: ast.Text | ast.ProseText, anchor: Anchor, year: number): Change[] {
  const named = new RegExp(`(?<!\\d)(?:${year}|${year - 1})(?=年)`, 'g');
  return [...(node.$cstNode?.text ?? '').matchAll(named)].map(({ index, 0: found }) => ({
    span: within(node, anchor, index, found.length),
    text: `${Number.parseInt(found, 10) + 1}`,
  }));
}

function inText(node: ast.DateLiteral, anchor: Anchor, wanted: RegExp, text: string): Change[] {
  const match = wanted.exec(node.$cstNode?.text ?? '');
  return match ? [{ span: within(node, anchor, match.index, match[0].length), text }] : [];
}

/** A stretch of a node's text, by lines and characters. */
function within(
  node: ast.Text | ast.ProseText | ast.DateLiteral,
  anchor: Anchor,
  offset: number,
  length: number,
): Span {
  const { start } = spanOf(node, anchor);
  const before = (node.$cstNode?.text ?? '').slice(0, offset).split('\n');
  const last = before.at(-1) ?? '';
  const from =
    before.length === 1
      ? { line: start.line, character: start.character + last.length }
      : { line: start.line + before.length - 1, character: last.length };
  return { anchor, start: from, end: { line: from.line, character: from.character + length } };
}

function propertyOf({ block }: ast.ReportDeclaration, names: readonly string[]): ast.Property | undefined {
  return block.properties.find(({ key }) => names.includes(key.text));
}

function isWithin(node: AstNode, property: ast.Property): boolean {
  return node === property || AstUtils.streamAst(property).some((inside) => inside === node);
}
