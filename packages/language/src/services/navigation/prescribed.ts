import type { Position, Span } from '@jixiao/core';
import { type AstNode, AstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import { type ExpectedSection, type Outline, readOutline } from '../../evaluation/outline.js';
import type { Rubric, RubricGroup } from '../../evaluation/rubric.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOf, spanOfProperty } from '../../syntax/spans.js';
import { cursorAt } from '../cursor.js';
import { reportProperties } from './expression-context.js';
import { touches } from './ranges.js';

/** Something written in a report or a table of indicators, and where an outline or a rubric prescribes it. */
export interface Prescription {
  readonly origin: Span;
  readonly declaration: Span;
}

/** The section of the outline, the group or the grade of the rubric, to which the words at a position correspond. */
export function prescriptionAt(analysis: Analysis, file: string, position: Position): Prescription | undefined {
  const source = analysis.sources.files.get(file);
  const cursor = source && cursorAt(source, position);
  if (!cursor?.node) return undefined;
  const { anchor } = cursor.piece;
  const section = AstUtils.getContainerOfType(cursor.node, ast.isSection);
  if (section?.title) {
    const origin = spanOf(section.title, anchor);
    const expected = touches(origin, position) ? expectedSection(section, cursor.piece, analysis) : undefined;
    return expected && { origin, declaration: expected.span };
  }
  const grade = AstUtils.getContainerOfType(cursor.node, ast.isStatedGrade);
  if (grade) {
    const origin = spanOfProperty(grade, 'grade', anchor);
    const rule = rubricAround(grade, cursor.piece, analysis)?.grades.find(({ name }) => name === grade.grade);
    return rule && touches(origin, position) ? { origin, declaration: rule.span } : undefined;
  }
  const indicator = AstUtils.getContainerOfType(cursor.node, ast.isIndicatorNode);
  if (!indicator?.name) return undefined;
  const origin = spanOf(indicator.name, anchor);
  const group = touches(origin, position) ? prescribedGroup(indicator, cursor.piece, analysis) : undefined;
  return group && { origin, declaration: group.span };
}

/** The section of the outline in force that has the title of a section, below those around it. */
export function expectedSection(
  node: ast.Section,
  piece: ParsedPiece,
  analysis: Analysis,
): ExpectedSection | undefined {
  const titles = [node.title?.value ?? ''];
  for (let at = AstUtils.getContainerOfType(node.$container, ast.isSection); at; ) {
    titles.unshift(at.title?.value ?? '');
    at = AstUtils.getContainerOfType(at.$container, ast.isSection);
  }
  const report = AstUtils.getContainerOfType(node, ast.isReportDeclaration);
  let level = (report && outlineOf(report, piece, analysis)?.sections) ?? [];
  let found: ExpectedSection | undefined;
  for (const title of titles) {
    found = level.find((section) => section.titles.includes(title));
    if (!found) return undefined;
    level = found.sections;
  }
  return found;
}

/** The outline that a report names. */
export function outlineOf(node: ast.ReportDeclaration, piece: ParsedPiece, analysis: Analysis): Outline | undefined {
  const { evaluation } = analysis;
  const name = reportProperties(node, piece, analysis).outline;
  if (name === undefined) return undefined;
  const found = evaluation.scopeOf(piece.anchor.file).resolve([name], [], ({ kind }) => kind === 'outline');
  if (found.kind !== 'found' || found.symbol.kind !== 'outline') return undefined;
  const { node: outline, nameSpan } = found.symbol;
  return readOutline(outline, { ...evaluation.contextAt(nameSpan.anchor), report: () => undefined });
}

/** The group of the rubric in force that has the name of an indicator, below those around it. */
export function prescribedGroup(
  node: ast.IndicatorNode,
  piece: ParsedPiece,
  analysis: Analysis,
): RubricGroup | undefined {
  const names: string[] = [];
  for (let at: ast.IndicatorNode | undefined = node; at; at = parentOf(at)) names.unshift(at.name?.text ?? '');
  let level = rubricAround(node, piece, analysis)?.groups ?? [];
  let found: RubricGroup | undefined;
  for (const name of names) {
    found = level.find((group) => group.name === name);
    if (!found) return undefined;
    level = found.groups;
  }
  return found;
}

function rubricAround(node: AstNode, { anchor }: ParsedPiece, analysis: Analysis): Rubric | undefined {
  const table = AstUtils.getContainerOfType(node, ast.isIndicatorDeclaration);
  return table && analysis.evaluation.indicatorTable(table, anchor)?.rubric;
}

function parentOf(node: ast.IndicatorNode): ast.IndicatorNode | undefined {
  return node.$container.$type === 'IndicatorSubBlock' ? node.$container.$container : undefined;
}
