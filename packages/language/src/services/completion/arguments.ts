import type { IToken } from 'chevrotain';
import { canonicalKeyword } from '../../grammar/keywords.js';
import { isNameToken } from '../../syntax/missing-values.js';
import type { BlockKind } from './blocks.js';
import type { Wanted } from './place.js';

const VALUES: readonly Wanted[] = [{ kind: 'values', prose: false }];
const LOGICAL = new Set(['如果', '则', '或', '且']);
const ATTAINMENTS: Wanted = { kind: 'keywords', words: ['达成', '部分达成', '未达成'] };

/** What must follow where a statement breaks off: after a keyword, the key of a property or a mark. */
export function argumentAt(kind: BlockKind, statement: readonly IToken[]): Wanted[] {
  const first = word(statement[0]);
  const previous = statement.at(-1);
  const mark = previous?.tokenType.name ?? '';
  const isWord = previous !== undefined && isNameToken(previous);
  return [...(isWord ? afterWord(kind, first, word(previous), statement) : afterMark(kind, first, mark, statement))];
}

function word(token: IToken | undefined): string {
  return canonicalKeyword(token?.image ?? '');
}

function afterWord(kind: BlockKind, first: string, previous: string, statement: readonly IToken[]): readonly Wanted[] {
  if (LOGICAL.has(previous)) return VALUES;
  if (previous === '否则') return first === '核对' ? [] : VALUES;
  if (previous === '单位为') return [{ kind: 'units' }];
  switch (kind) {
    case 'file':
      if (previous === '引入') return [{ kind: 'imports' }];
      if (previous === '采用' || previous === '基于') return [{ kind: 'names', of: ['rubric'] }];
      return previous === '核对' && statement.length === 1 ? VALUES : [];
    case 'table':
    case 'figures':
      return previous === '核对' ? VALUES : [];
    case 'indicators':
    case 'indicator-group':
      return inIndicators(previous, statement.length === 1);
    case 'rubric':
      return inRubric(first, previous);
    case 'taxonomy':
      return previous === '方法' ? [{ kind: 'methods' }] : [];
    case 'report':
    case 'items':
      return inReport(kind, previous, statement);
    default:
      return [];
  }
}

function inIndicators(previous: string, isFirst: boolean): readonly Wanted[] {
  if (previous === '方法' && !isFirst) return [{ kind: 'methods' }];
  if (!isFirst) return [];
  if (previous === '总分') return [{ kind: 'total' }];
  if (previous === '等级') return [{ kind: 'grades' }];
  return previous === '资金' ? [{ kind: 'names', of: ['figure', 'group'] }] : [];
}

function inRubric(first: string, previous: string): readonly Wanted[] {
  if (first === '要求') return previous === '要求' ? [{ kind: 'keywords', words: ['因为', '改进'] }] : VALUES;
  return previous === '封顶' ? VALUES : [];
}

const REPORT_NAMES: ReadonlyMap<string, Wanted> = new Map<string, Wanted>([
  ['表', { kind: 'names', of: ['figure', 'group', 'indicators'] }],
  ['图', { kind: 'keywords', words: ['饼图', '柱图', '折线图'] }],
  ['饼图', { kind: 'names', of: ['figure', 'group'] }],
  ['柱图', { kind: 'names', of: ['figure', 'group'] }],
  ['折线图', { kind: 'names', of: ['figure', 'group'] }],
  ['按式', { kind: 'names', of: ['form'] }],
  ['节', { kind: 'headings' }],
  ['图片', { kind: 'images' }],
]);

const SWITCH: Wanted = {
  kind: 'words',
  words: [
    ['是', 'yes'],
    ['否', 'no'],
  ],
};

/** Values of the report's properties that are names or words. */
const PROPERTY_VALUES: ReadonlyMap<string, Wanted> = new Map<string, Wanted>([
  ['单位', { kind: 'names', of: ['unit'] }],
  ['提纲', { kind: 'names', of: ['outline'] }],
  ['目录', SWITCH],
  ['contents', SWITCH],
  ['盖章', SWITCH],
  ['sealed', SWITCH],
]);

function inReport(kind: BlockKind, previous: string, statement: readonly IToken[]): readonly Wanted[] {
  if (previous === '列') return [{ kind: 'columns', statement }];
  const wanted = REPORT_NAMES.get(previous) ?? (kind === 'report' ? PROPERTY_VALUES.get(previous) : undefined);
  return wanted ? [wanted] : [];
}

function afterMark(kind: BlockKind, first: string, mark: string, statement: readonly IToken[]): readonly Wanted[] {
  if (kind === 'form-columns') return mark === '|' ? [{ kind: 'form-columns' }] : [];
  if (mark === '|' && statement.some((token) => word(token) === '列')) {
    return kind === 'report' || kind === 'items' ? [{ kind: 'columns', statement }] : [];
  }
  switch (kind) {
    case 'indicators':
    case 'indicator-group':
      if (first === '目标' && mark === '->') return [];
      return mark === '->' && describesQuality(statement) ? [ATTAINMENTS] : VALUES;
    case 'rubric':
      return inRubricAfterMark(first, mark, statement);
    case 'cases':
    case 'table':
    case 'figures':
      return VALUES;
    case 'file':
    case 'unit':
      return statement.some(({ tokenType }) => tokenType.name === '=') || first === '核对' ? VALUES : [];
    default:
      return [];
  }
}

/** Whether the target of an indicator is a text: then its actual is an attainment, else a value. */
function describesQuality(statement: readonly IToken[]): boolean {
  const colon = statement.findIndex(({ tokenType }) => tokenType.name === ':');
  return statement[colon + 1]?.tokenType.name === 'STRING';
}

function inRubricAfterMark(first: string, mark: string, statement: readonly IToken[]): readonly Wanted[] {
  if (first === '封顶' || first === '要求') return VALUES;
  if (first !== '方法') return [];
  const kinds = statement.map(({ tokenType }) => tokenType.name);
  const isOpen = kinds.indexOf(')') < 0;
  if (isOpen) return mark === '(' || mark === ',' ? [{ kind: 'parameters' }] : [];
  const body = kinds.indexOf('=', kinds.indexOf(')'));
  return body >= 0 && !(mark === ',' && statement.some((token) => word(token) === '适用') && body === kinds.length - 1)
    ? VALUES
    : [];
}
