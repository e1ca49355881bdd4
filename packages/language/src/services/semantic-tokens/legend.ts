import type { Message } from '@jixiao/core';
import type { SemanticTokensLegend } from 'vscode-languageserver-types';

interface TokenKind {
  readonly id: string;
  /** The kind of the protocol that comes closest, for those of our own. */
  readonly like?: string;
  readonly meaning: Message;
}

const kind = (id: string, like: string | undefined, zh: string, en: string): TokenKind => ({
  id,
  ...(like !== undefined && { like }),
  meaning: { zh, en },
});

/** Every kind of token; the place in the list is its number. */
export const TOKEN_TYPES = [
  kind('keyword', undefined, '关键字', 'a keyword'),
  kind('function', undefined, '函数', 'a function'),
  kind('string', undefined, '引号中的文字', 'a quoted text'),
  kind('number', undefined, '数值和日期', 'a number or a date'),
  kind('unitOfMeasure', 'type', '计量单位', 'a unit of measure'),
  kind('figure', 'variable', '数据', 'a figure'),
  kind('group', 'namespace', '分项的口径', 'a breakdown'),
  kind('column', 'property', '列', 'a column'),
  kind('indicator', 'enumMember', '指标', 'an indicator or a table of them'),
  kind('publicBody', 'class', '预算单位', 'a public body'),
  kind('property', undefined, '属性', 'a property or an attribute'),
  kind('rules', 'interface', '评分办法、提纲、表式、报告', 'a rubric, an outline, a form or a report'),
  kind('method', undefined, '计分方法', 'a scoring method'),
  kind('parameter', undefined, '计分方法的参数', 'a parameter of a scoring method'),
  kind('namespace', undefined, '引入文件的别名', 'the alias of an imported file'),
  kind('enumMember', undefined, '等级等固定的词', 'a grade or another fixed word'),
  kind('emphasis', 'string', '正文中强调的文字', 'emphasised running text'),
  kind('interpolation', 'operator', '正文中的插入', 'the brackets of an interpolation'),
  kind('format', 'regexp', '插入的格式', 'the format of an interpolation'),
  kind('findingCode', 'macro', '提示的代码', 'the code of a finding'),
] as const satisfies readonly TokenKind[];

export type TokenType = (typeof TOKEN_TYPES)[number]['id'];

export const TOKEN_MODIFIERS = [
  kind('declaration', undefined, '声明', 'a declaration'),
  kind('unresolved', undefined, '没有找到的名称', 'a name that stands for nothing'),
  kind('defaultLibrary', undefined, '标准库中的名称', 'a name of the standard library'),
] as const satisfies readonly TokenKind[];

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number]['id'];

export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: TOKEN_TYPES.map(({ id }) => id),
  tokenModifiers: TOKEN_MODIFIERS.map(({ id }) => id),
};

const TYPE_NUMBERS: ReadonlyMap<string, number> = new Map(TOKEN_TYPES.map(({ id }, index) => [id, index]));
const MODIFIER_BITS: ReadonlyMap<string, number> = new Map(TOKEN_MODIFIERS.map(({ id }, index) => [id, 1 << index]));

/** What a token is, as the protocol numbers it. */
export interface TokenKindNumbers {
  readonly type: number;
  readonly modifiers: number;
}

/** The numbers of a type with modifiers; one object for each combination. */
export function numbersOf(type: TokenType, ...modifiers: readonly TokenModifier[]): TokenKindNumbers {
  const key = `${type} ${modifiers.join(' ')}`;
  let numbers = NUMBERS.get(key);
  if (!numbers) {
    const bits = modifiers.reduce((sum, modifier) => sum | (MODIFIER_BITS.get(modifier) ?? 0), 0);
    numbers = { type: TYPE_NUMBERS.get(type) ?? 0, modifiers: bits };
    NUMBERS.set(key, numbers);
  }
  return numbers;
}

const NUMBERS = new Map<string, TokenKindNumbers>();
