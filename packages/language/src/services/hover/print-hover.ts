import type { Language, ReportItem, Run } from '@jixiao/core';
import { AstUtils, type LeafCstNode } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import type { Cursor } from '../cursor.js';
import { labelled } from './amounts.js';
import { escapeMarkdown } from './markdown.js';

const PRINTS: Readonly<Record<Language, string>> = { zh: '印出', en: 'Prints' };

/** On the brackets or the format of an interpolation: what it prints. */
export function printedText(
  leaf: LeafCstNode,
  { piece }: Cursor,
  analysis: Analysis,
  language: Language,
): string | undefined {
  if (!/^(?:INTERPOLATION_|FORMAT)/.test(leaf.tokenType.name)) return undefined;
  const node = AstUtils.getContainerOfType(leaf.astNode, ast.isInterpolation);
  if (!node) return undefined;
  const { start } = spanOf(node, piece.anchor);
  for (const run of runsOf(piece, analysis)) {
    const { span } = run;
    if (span.anchor !== piece.anchor || run.kind !== 'value') continue;
    if (span.start.line === start.line && span.start.character === start.character) {
      return labelled(PRINTS[language], `**${escapeMarkdown(run.text)}**`, language);
    }
  }
  return undefined;
}

function* runsOf(piece: ParsedPiece, analysis: Analysis): Generator<Run> {
  for (const report of analysis.evaluatedPiece(piece).reports) yield* runsIn(report.items);
}

function* runsIn(items: readonly ReportItem[]): Generator<Run> {
  for (const item of items) {
    if (item.kind === 'prose') for (const { runs } of item.paragraphs) yield* runs;
    else if ('items' in item) yield* runsIn(item.items);
  }
}
