import type { Language, Position, Span } from '@jixiao/core';
import { GrammarAST, type LeafCstNode } from 'langium';
import { type Hover, MarkupKind } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import { keywordOf } from '../../grammar/keywords.js';
import { spanOfCst } from '../../syntax/spans.js';
import { type Cursor, cursorAt } from '../cursor.js';
import { mentionsInPiece } from '../navigation/mentions.js';
import { lspRange, touches } from '../navigation/ranges.js';
import { type NameAt, nameAt } from '../navigation/target-at.js';
import { isSamePlace, sourceOf, targetOfSymbol } from '../navigation/targets.js';
import { codeText, type PageOf } from './code-hover.js';
import { printedText } from './print-hover.js';
import { targetText } from './target-hover.js';
import { unitText } from './unit-hover.js';
import { keywordText, wordText } from './word-hover.js';

/** What is known about the token at a position, as Markdown; `pageOf` gives the pages about findings. */
export function hover(
  analysis: Analysis,
  file: string,
  position: Position,
  language: Language,
  pageOf?: PageOf,
): Hover | undefined {
  const source = sourceOf(analysis, file);
  const cursor = source && cursorAt(source, position);
  if (!cursor) return undefined;
  const allowance = cursor.piece.allowances.find(({ codeSpan }) => touches(codeSpan, position));
  if (allowance) {
    return hoverOn(allowance.codeSpan, codeText(allowance, analysis, file, language, pageOf));
  }
  const { leaf } = cursor;
  if (!leaf || leaf.length === 0 || leaf.tokenType.name === 'MISSING') return undefined;
  const span = spanOfCst(leaf, cursor.piece.anchor);
  return hoverOn(span, leafText(leaf, cursor, position, analysis, language));
}

function leafText(
  leaf: LeafCstNode,
  cursor: Cursor,
  position: Position,
  analysis: Analysis,
  language: Language,
): string | undefined {
  if (GrammarAST.isKeyword(leaf.grammarSource)) {
    const keyword = keywordOf(leaf.text);
    if (keyword) return keywordText(keyword, language);
  }
  const value = unitText(leaf, language) ?? printedText(leaf, cursor, analysis, language);
  if (value !== undefined) return value;
  const name = linkedName(leaf, cursor, analysis) ?? nameAt(analysis, cursor.piece.anchor.file, position);
  return name ? targetText(name, cursor, analysis, language) : wordText(leaf, cursor, analysis, language);
}

/** A declared name, or one that the evaluation has linked, exactly on the token. */
function linkedName(leaf: LeafCstNode, { piece }: Cursor, analysis: Analysis): NameAt | undefined {
  const span = spanOfCst(leaf, piece.anchor);
  for (const symbol of definitionsOf(piece).symbols) {
    if (isSamePlace(symbol.nameSpan, span)) return { target: targetOfSymbol(symbol), span, role: 'declaration' };
  }
  const mentions = analysis.sources.files.has(piece.anchor.file) ? mentionsInPiece(analysis, piece) : [];
  const mention = mentions.find((candidate) => isSamePlace(candidate.span, span));
  if (mention?.target.kind === 'symbol') return { target: mention.target, span, role: 'mention' };
  return undefined;
}

function hoverOn(span: Span, text: string | undefined): Hover | undefined {
  if (text === undefined || text === '') return undefined;
  return { contents: { kind: MarkupKind.Markdown, value: text }, range: lspRange(span) };
}
