import type { IToken } from 'chevrotain';
import { canonicalKeyword } from '../../grammar/keywords.js';
import { isNameToken } from '../../syntax/missing-values.js';
import type { BlockKind } from './blocks.js';

/** Keywords with which a statement of a block begins. */
export const STARTS: Readonly<Record<BlockKind, readonly string[]>> = {
  file: ['引入', '单位', '预算', '人员', '数据', '核对', '指标', '评分办法', '提纲', '表式', '报告'],
  unit: ['预算', '人员', '数据'],
  table: ['列', '按', '其中', '核对'],
  figures: ['按', '其中', '核对'],
  indicators: ['总分', '等级', '资金', '目标'],
  'indicator-group': [],
  rubric: ['总分', '小数', '体系', '等级', '档次', '方法', '超额', '封顶', '要求'],
  taxonomy: [],
  grades: [],
  bands: ['达成', '部分达成', '未达成'],
  cases: ['否则'],
  outline: ['节'],
  form: ['信息', '资金', '目标', '指标', '总分', '签名'],
  'form-columns': [],
  report: ['节', '表', '图', '图片', '附件', '分页', '横向'],
  items: ['节', '表', '图', '图片', '附件', '分页', '横向'],
};

const EXPRESSION = ['如果', '则', '否则', '或', '且'];
const NOTES = ['方法', '因为', '改进'];

/** Keywords that go on with a statement of a block. */
export const CONTINUES: Readonly<Record<BlockKind, readonly string[]>> = {
  file: ['为', '单位为', '采用', '基于', ...EXPRESSION],
  unit: ['单位为', ...EXPRESSION],
  table: ['单位为', ...EXPRESSION],
  figures: ['单位为', ...EXPRESSION],
  indicators: [...NOTES, '达成', '部分达成', '未达成', ...EXPRESSION],
  'indicator-group': [...NOTES, '达成', '部分达成', '未达成', ...EXPRESSION],
  rubric: ['因为', '改进', '适用', '提示', '说明', '扣', ...EXPRESSION],
  taxonomy: ['可选', '方法'],
  grades: [],
  bands: [],
  cases: EXPRESSION,
  outline: ['或', '可选', '必需', '字数', '内容'],
  form: [],
  'form-columns': [],
  report: ['按式', '列', '宽', '横向', '饼图', '柱图', '折线图'],
  items: ['按式', '列', '宽', '横向', '饼图', '柱图', '折线图'],
};

/** Keywords that stand for something themselves and are not followed by an argument. */
const CLOSED = new Set([
  '达成',
  '部分达成',
  '未达成',
  '可选',
  '必需',
  '分页',
  '横向',
  '提示',
  '说明',
  '信息',
  '体系',
  '档次',
]);

/** Blocks in which any name begins a property: a key and its value. */
const PROPERTIES: ReadonlySet<BlockKind> = new Set(['unit', 'report']);

const VALUES = new Set(['QUANTITY', 'DATE', 'STRING', 'BLANK', ')', '}', '%']);

/** Whether a value or a name has come to its end with this token. */
export function endsValue(token: IToken): boolean {
  const kind = token.tokenType.name;
  return VALUES.has(kind) || isNameToken(token) || kind.startsWith('PROSE_C') || kind === 'PROSE_ABORT';
}

/** Adds a token of a block to its statements. */
export function addToken(kind: BlockKind, statements: IToken[][], token: IToken): void {
  const statement = statements.at(-1);
  if (!statement || beginsStatement(kind, statement, token)) statements.push([token]);
  else statement.push(token);
}

/** Whether a token begins a statement of its own instead of going on with the one before. */
function beginsStatement(kind: BlockKind, statement: readonly IToken[], token: IToken): boolean {
  return isNameToken(token) && mayBegin(kind, statement, canonicalKeyword(token.image), token.startLine ?? 1);
}

/** Whether a word on this line would begin a statement of its own. */
export function mayBegin(kind: BlockKind, statement: readonly IToken[], word: string, line: number): boolean {
  const previous = statement.at(-1);
  if (!previous) return true;
  if (!endsValue(previous)) return false;
  const closing = previous.tokenType.name;
  if (closing === '}' || closing.startsWith('PROSE_')) return true;
  const isNewLine = (previous.endLine ?? line) !== line;
  if (wantsArgument(kind, statement, isNewLine)) return false;
  if (CONTINUES[kind].includes(word)) return isNewLine && STARTS[kind].includes(word) && !isOpenCondition(statement);
  return true;
}

/** Whether the last token is a keyword, or the key of a property, whose argument comes next. */
export function wantsArgument(kind: BlockKind, statement: readonly IToken[], isNewLine = false): boolean {
  const previous = statement.at(-1);
  if (!previous || !isNameToken(previous) || kind === 'form') return false;
  const word = canonicalKeyword(previous.image);
  const first = statement.length === 1;
  if (first && PROPERTIES.has(kind) && !isNewLine) return !CLOSED.has(word);
  if (CLOSED.has(word)) return false;
  if (first) return STARTS[kind].includes(word);
  return CONTINUES[kind].includes(word);
}

function isOpenCondition(statement: readonly IToken[]): boolean {
  const words = statement.map(({ image }) => canonicalKeyword(image));
  return words.lastIndexOf('如果') > words.lastIndexOf('否则');
}
