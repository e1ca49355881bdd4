import type { IToken } from 'chevrotain';
import { canonicalKeyword } from '../../grammar/keywords.js';
import { isNameToken } from '../../syntax/missing-values.js';
import type { BlockKind } from './blocks.js';
import type { Wanted } from './place.js';

const FIGURES: ReadonlySet<string> = new Set(['预算', '人员', '数据']);

/** What may go on with a statement that could also end here. */
export function continuationsOf(kind: BlockKind, statement: readonly IToken[]): Wanted[] {
  if (kind === 'indicators' || kind === 'indicator-group') return inIndicators(statement);
  const words = keywordsAfter(kind, statement);
  return words.length > 0 ? [{ kind: 'keywords', words }] : [];
}

function keywordsAfter(kind: BlockKind, statement: readonly IToken[]): readonly string[] {
  const [head] = statement;
  if (!head) return [];
  const first = canonicalKeyword(head.image);
  const written = new Set(statement.map(({ image }) => canonicalKeyword(image)));
  const missing = (words: readonly string[]) => words.filter((word) => !written.has(word));
  const logical = logicalAfter(statement);
  if (logical.length > 0) return logical;
  switch (kind) {
    case 'file':
      if (first === '引入') return missing(['为']);
      if (first === '指标') return missing(['采用']);
      if (first === '评分办法') return missing(['基于']);
      if (first === '核对') return missing(['否则', '或', '且']);
      return FIGURES.has(first) && !hasMark(statement, '=') ? missing(['单位为']) : [];
    case 'unit':
      return FIGURES.has(first) && !hasMark(statement, '=') ? missing(['单位为']) : [];
    case 'table':
    case 'figures':
      return inFigures(first, statement, missing);
    case 'rubric':
      return inRubric(first, statement, missing);
    case 'taxonomy':
      return missing(['可选', '方法']);
    case 'outline':
      return missing(written.size > 2 ? ['可选', '必需', '字数', '内容'] : ['或', '可选', '必需', '字数', '内容']);
    case 'report':
    case 'items':
      return inReport(first, statement, missing);
    default:
      return [];
  }
}

type Missing = (words: readonly string[]) => readonly string[];

function inFigures(first: string, statement: readonly IToken[], missing: Missing): readonly string[] {
  if (first === '核对') return missing(['否则', '或', '且']);
  if (first === '按' || first === '其中') return [];
  if (first !== '列') return hasMark(statement, '=') ? [] : missing(['单位为']);
  const kinds = statement.map(({ tokenType }) => tokenType.name);
  const column = statement.slice(kinds.lastIndexOf('|') + 1);
  const isPlain = !hasMark(column, '=') && !column.some(({ image }) => canonicalKeyword(image) === '单位为');
  return isPlain ? ['单位为'] : [];
}

function inRubric(first: string, statement: readonly IToken[], missing: Missing): readonly string[] {
  const last = statement.at(-1)?.tokenType.name;
  if (first === '方法') return last === ')' && !hasMark(statement, '=') ? missing(['适用']) : [];
  if (first === '超额' && last === 'QUANTITY') {
    return missing(['提示', '说明', '扣']).length === 3 ? ['提示', '说明', '扣'] : [];
  }
  return [];
}

function inReport(first: string, statement: readonly IToken[], missing: Missing): readonly string[] {
  const last = statement.at(-1);
  if (first === '附件') return last?.tokenType.name === 'STRING' ? missing(['横向']) : [];
  if (first === '图片') return last?.tokenType.name === 'STRING' ? missing(['宽']) : [];
  if (statement.some(({ image }) => canonicalKeyword(image) === '列')) return [];
  if (first === '表') return missing(['按式', '列']);
  return first === '图' && statement.length > 2 ? missing(['列']) : [];
}

/** 则 and 否则 of an open condition. */
function logicalAfter(statement: readonly IToken[]): readonly string[] {
  const words = statement.map(({ image }) => canonicalKeyword(image));
  const opened = words.lastIndexOf('如果');
  if (opened < 0) return [];
  const rest = words.slice(opened);
  if (!rest.includes('则')) return ['则', '或', '且'];
  return rest.includes('否则') ? [] : ['否则'];
}

/** Points behind the name of an indicator; notes behind what was reached. */
function inIndicators(statement: readonly IToken[]): Wanted[] {
  const last = statement.at(-1);
  if (!last) return [];
  const isHead = statement.every((token) => isNameToken(token) || token.tokenType.name === 'STRING');
  if (isHead && statement.length <= 2) return [{ kind: 'points' }];
  const isMeasured = hasMark(statement, '->') || (hasMark(statement, '=') && !hasMark(statement, ':'));
  if (!isMeasured || canonicalKeyword(statement[0]?.image ?? '') === '目标') return [];
  const logical = logicalAfter(statement);
  if (logical.length > 0) return [{ kind: 'keywords', words: logical }];
  const written = new Set(statement.map(({ image }) => canonicalKeyword(image)));
  const notes = ['因为', '改进', '方法'].filter((word) => !written.has(word));
  return notes.length > 0 ? [{ kind: 'keywords', words: notes }] : [];
}

function hasMark(statement: readonly IToken[], mark: string): boolean {
  return statement.some(({ tokenType }) => tokenType.name === mark);
}
