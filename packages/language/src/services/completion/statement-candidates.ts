import { CompletionItemKind } from 'vscode-languageserver-types';
import { figuresOf } from '../../evaluation/definitions.js';
import { INDICATOR_COLUMNS } from '../../evaluation/indicator-columns.js';
import { SHORT_NAME } from '../../evaluation/public-body.js';
import { REPORT_PROPERTIES } from '../../evaluation/report-properties.js';
import { definitionsOf } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import { canonicalKeyword } from '../../grammar/keywords.js';
import { writtenName } from '../written-name.js';
import { groupCandidates, groupsHere, pointsCandidates } from './indicator-candidates.js';
import type { Candidate } from './items.js';
import { sectionCandidates } from './section-candidates.js';
import { indicatorSnippet } from './snippets.js';
import { nodeOfBlock, type Surroundings } from './surroundings.js';

/** What begins a statement of the innermost block besides keywords. */
export function statementCandidates(surroundings: Surroundings): Candidate[] {
  switch (surroundings.nesting.innermost.kind) {
    case 'unit':
      return shortName(surroundings);
    case 'table':
    case 'figures':
      return rowCandidates(surroundings);
    case 'indicators':
    case 'indicator-group':
      return groupsHere(surroundings).length > 0 ? groupCandidates(surroundings) : [indicatorLine(surroundings)];
    case 'form-columns':
      return formColumnCandidates(surroundings);
    case 'report':
      return [...sectionCandidates(surroundings), ...propertyCandidates(surroundings)];
    case 'items':
      return sectionCandidates(surroundings);
    default:
      return [];
  }
}

function shortName({ reading, nesting, spelling, language }: Surroundings): Candidate[] {
  const node = nodeOfBlock(reading, nesting.innermost);
  const properties = node?.$type === 'UnitDeclaration' ? (node as ast.UnitDeclaration).properties : [];
  const isPresent = properties.some(
    ({ key, values }) => values.length > 0 && SHORT_NAME.some((name) => name === key?.text),
  );
  if (isPresent) return [];
  const label = SHORT_NAME[spelling === 'zh' ? 0 : 1];
  const detail = language === 'zh' ? '正文中的简称' : 'the short name used in running text';
  return [{ label, kind: CompletionItemKind.Property, detail, text: `${label} "`, snippet: `${label} "$0"`, rank: 0 }];
}

/** Names that other breakdowns of the same declaration use, and this one does not yet. */
function rowCandidates({ reading, nesting }: Surroundings): Candidate[] {
  const node = nodeOfBlock(reading, nesting.innermost);
  if (node?.$type !== 'FigureBlock') return [];
  const present = new Set(
    (node as ast.FigureBlock).rows.flatMap((row) => (isBehind(row, reading.offset) ? [] : [row.name?.text])),
  );
  const names = new Map<string, string>();
  for (const table of definitionsOf(reading.piece).tables.values()) {
    for (const figure of figuresOf(table.root)) {
      const isTyped = figure.nameSpan.anchor === reading.piece.anchor && isAtCursor(figure.nameSpan, reading);
      if (figure.parent && !isTyped && !present.has(figure.name)) names.set(figure.name, figure.label);
    }
  }
  return [...names].map(([name, label]) => ({
    label: writtenName(name),
    kind: CompletionItemKind.Value,
    ...(label !== name && { detail: label }),
    rank: 7,
  }));
}

/** Whether a row is the one that is being typed. */
function isBehind(row: ast.Row, offset: number): boolean {
  const name = row.name?.$cstNode;
  return name !== undefined && name.offset <= offset && offset <= name.end;
}

function isAtCursor(
  span: { readonly start: { readonly line: number; readonly character: number } },
  { piece, partial }: Surroundings['reading'],
): boolean {
  const before = piece.text.slice(0, partial.start);
  const character = before.length - (before.lastIndexOf('\n') + 1);
  return span.start.line === before.split('\n').length - 1 && span.start.character === character;
}

function indicatorLine(surroundings: Surroundings): Candidate {
  const { spelling, language } = surroundings;
  const worth = pointsCandidates(surroundings).at(-1)?.label ?? '10分';
  return {
    label: spelling === 'zh' ? '指标名称 …' : 'indicator …',
    kind: CompletionItemKind.Snippet,
    detail: language === 'zh' ? '名称 分值: 目标 -> 实际' : 'name points: target -> actual',
    text: '',
    snippet: indicatorSnippet(worth, spelling),
    words: [spelling === 'zh' ? '指标名称' : 'indicator'],
    rank: 0,
  };
}

function propertyCandidates({ reading, nesting, spelling, language }: Surroundings): Candidate[] {
  const node = nodeOfBlock(reading, nesting.innermost);
  const properties = node?.$type === 'ReportBlock' ? (node as ast.ReportBlock).properties : [];
  const present = new Set(
    properties.flatMap(({ key }) => {
      const cst = key?.$cstNode;
      const isTyped = cst && cst.offset <= reading.offset && reading.offset <= cst.end;
      return key && !isTyped ? [canonicalKeyword(key.text)] : [];
    }),
  );
  return REPORT_PROPERTIES.filter(({ zh, en }) => !present.has(zh) && !present.has(en)).map((property) => ({
    label: property[spelling],
    kind: CompletionItemKind.Property,
    detail: property.meaning[language],
    words: [property[spelling], property[spelling === 'zh' ? 'en' : 'zh']],
    rank: 3,
  }));
}

/** Columns of a form that show what indicators have. */
export function formColumnCandidates({ nesting, spelling }: Surroundings): Candidate[] {
  const { innermost } = nesting;
  if (canonicalKeyword(innermost.header[0]?.image ?? '') !== '指标') return [];
  const present = new Set(innermost.statements.flat().map(({ image }) => image));
  return INDICATOR_COLUMNS.filter(({ zh, en }) => !present.has(zh) && !present.has(en)).map((column) => ({
    label: column[spelling],
    kind: CompletionItemKind.Field,
    words: [column[spelling], column[spelling === 'zh' ? 'en' : 'zh']],
    rank: 0,
  }));
}
