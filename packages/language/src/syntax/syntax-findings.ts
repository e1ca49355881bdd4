import { type Anchor, catalogue, type Finding, type Span } from '@jixiao/core';
import type { ILexingError, IRecognitionException, IToken } from 'chevrotain';
import type { Gap } from './completion-of-tokens.js';
import { emptySpan } from './spans.js';
import { closingQuote } from './value-converter.js';

const { syntax } = catalogue;

/** What is wrong with the letters of a piece, in words that a clerk understands. */
export function syntaxFindings(read: {
  readonly anchor: Anchor;
  readonly lexerErrors: readonly ILexingError[];
  readonly parserErrors: readonly IRecognitionException[];
  readonly gaps: readonly Gap[];
  readonly text: string;
}): Finding[] {
  const { anchor } = read;
  return [
    ...read.lexerErrors.map((error) => characterFinding(error, read.text, anchor)),
    ...read.gaps.map((gap) => gapFinding(gap, anchor)),
    ...distinct(read.parserErrors).map((error) => parserFinding(error, anchor)),
  ];
}

export function tooDeeplyNested(anchor: Anchor): Finding {
  return syntax.tooDeep.at(emptySpan(anchor), {});
}

function characterFinding(error: ILexingError, text: string, anchor: Anchor): Finding {
  const found = text.slice(error.offset, error.offset + error.length);
  const line = (error.line ?? 1) - 1;
  const character = (error.column ?? 1) - 1;
  const firstLine = found.split('\n', 1)[0] ?? '';
  return syntax.character.at(
    { anchor, start: { line, character }, end: { line, character: character + Math.max(1, firstLine.length) } },
    { found: firstLine.length > 20 ? `${firstLine.slice(0, 20)}…` : firstLine },
  );
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '［': '］', '【': '】' };

function gapFinding(gap: Gap, anchor: Anchor): Finding {
  const at = spanOfToken(gap.token, anchor);
  switch (gap.kind) {
    case 'value':
      return syntax.missingValue.at(at, { after: gap.token.image.trim() });
    case 'block':
      return syntax.unclosedBlock.at(at, {});
    case 'stray-brace':
      return syntax.strayBrace.at(at, {});
    case 'prose':
      return syntax.unclosedProse.at(at, { closing: CLOSING[gap.token.image] ?? ']' });
    case 'interpolation':
      return syntax.unclosedInterpolation.at(at, {});
    case 'text':
      return syntax.unclosedText.at(at, { closing: closingQuote(gap.token.image) });
  }
}

/** The parser reports an error again for each rule it leaves; one a place is enough. */
function distinct(errors: readonly IRecognitionException[]): IRecognitionException[] {
  const seen = new Set<number>();
  return errors.filter(({ token }) => {
    const place = isEnd(token) ? -1 : token.startOffset;
    if (seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function parserFinding(error: IRecognitionException, anchor: Anchor): Finding {
  const atEnd = isEnd(error.token);
  const place = atEnd ? (error as { previousToken?: IToken }).previousToken : error.token;
  const at = place ? spanOfToken(place, anchor) : emptySpan(anchor);
  const found = atEnd ? '' : firstLineOf(error.token.image);
  return syntax.unexpected.at(at, { found, ...expectedIn(error.context.ruleStack, error.message) });
}

/** The token behind the last one stands nowhere: its offset is no number, or below zero. */
function isEnd({ startOffset }: IToken): boolean {
  return !(startOffset >= 0);
}

function firstLineOf(image: string): string {
  const line = image.trimStart().split('\n', 1)[0] ?? '';
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}

const TOKENS: Readonly<Record<string, readonly [string, string]>> = {
  NAME: ['名称', 'a name'],
  QUANTITY: ['数值', 'a number'],
  STRING: ['引号中的文字', 'a text in quotes'],
  DATE: ['日期', 'a date'],
};

/** What may stand in each construct, by the name of its grammar rule. */
const CONSTRUCTS: Readonly<Record<string, readonly [string, string]>> = {
  Model: ['声明，如“单位”“预算”“指标”“报告”', 'a declaration such as “unit”, “budget”, “indicators” or “report”'],
  Declaration: ['声明，如“单位”“预算”“指标”“报告”', 'a declaration such as “unit”, “budget”, “indicators” or “report”'],
  UnitDeclaration: ['单位的信息，如“简称 "我镇"”，或“人员”', 'facts of the unit such as “简称 "…"”, or “staff”'],
  FigureBlock: ['一行数据，如“名称 = 数值”，或“按”“其中”“}”', 'a row such as “name = value”, “by”, “including” or “}”'],
  Row: ['“=”和数值，或“{”', '“=” and a value, or “{”'],
  Cell: ['数值或“—”', 'a value or “—”'],
  IndicatorBlock: ['一行指标，如“名称 10分: >= 目标 -> 实际”', 'an indicator such as “name 10分: >= target -> actual”'],
  IndicatorSubBlock: [
    '一行指标，如“名称 10分: >= 目标 -> 实际”',
    'an indicator such as “name 10分: >= target -> actual”',
  ],
  IndicatorNode: ['分值、“:”或“{”', 'points, “:” or “{”'],
  Target: ['目标值', 'a target'],
  Actual: ['实际完成值', 'an actual value'],
  Expression: ['数值、名称或算式', 'a value, a name or a formula'],
  Operand: ['数值、名称或算式', 'a value, a name or a formula'],
  ReportBlock: [
    '“节”“表”“图”“附件”等，或报告的属性',
    '“section”, “table”, “chart”, “annex” …, or a property of the report',
  ],
  ReportItem: ['“节”“表”“图”“附件”等', '“section”, “table”, “chart”, “annex” …'],
  Section: ['正文“[ … ]”或“{ … }”', 'prose “[ … ]” or “{ … }”'],
  ItemBlock: ['“节”“表”“图”或正文“[ … ]”', '“section”, “table”, “chart” or prose “[ … ]”'],
  RubricRule: ['评分规则，如“总分”“体系”“等级”“方法”', 'a rule such as “total”, “taxonomy”, “grades” or “method”'],
  RubricDeclaration: [
    '评分规则，如“总分”“体系”“等级”“方法”',
    'a rule such as “total”, “taxonomy”, “grades” or “method”',
  ],
  OutlineDeclaration: ['“节 "标题"”', '“section "title"”'],
  FormBlock: ['表式的栏目，如“信息”“资金”“指标”', 'a block such as “facts”, “funds” or “indicators”'],
  Interpolation: ['“}”', '“}”'],
};

function expectedIn(rules: readonly string[], token: string): { expectedZh: string; expectedEn: string } {
  const known = TOKENS[token];
  if (known) return { expectedZh: known[0], expectedEn: known[1] };
  // A block that cannot go on wants its end; what may stand inside it says more.
  if (token !== '' && token !== 'EOF' && token !== '}') return { expectedZh: `“${token}”`, expectedEn: `“${token}”` };
  for (const rule of [...rules].reverse()) {
    const construct = CONSTRUCTS[rule.replace(/\W/g, '')];
    if (construct) return { expectedZh: construct[0], expectedEn: construct[1] };
  }
  return token === '}' ? { expectedZh: '“}”', expectedEn: '“}”' } : { expectedZh: '', expectedEn: '' };
}

export function spanOfToken(token: IToken, anchor: Anchor): Span {
  const start = { line: (token.startLine ?? 1) - 1, character: (token.startColumn ?? 1) - 1 };
  const end = { line: (token.endLine ?? 1) - 1, character: token.endColumn ?? 0 };
  return { anchor, start, end: end.line === start.line && end.character < start.character ? start : end };
}
