import { KEYWORDS } from '../grammar/keywords.js';

const NAME = String.raw`(?:[^\s"“”#{}｛｝()（）\[\]［］【】=＝:：,，|｜.<>＜＞]+|「[^」\n]*」|\`[^\`\n]*\`)`;
const GAP = String.raw`[ \t\u3000]+`;
const MAYBE_GAP = String.raw`[ \t\u3000]*`;
const OPEN = '[{｛]';
const QUOTE = '["“]';
const ASSIGN = '[=＝]';

/**
 * For each keyword that begins a declaration, what must follow it on the line. Specific enough
 * that a line of prose which happens to begin with such a word is not taken for one.
 */
const FOLLOWING: Readonly<Record<string, string>> = {
  引入: `${MAYBE_GAP}${QUOTE}`,
  单位: `${GAP}${NAME}${MAYBE_GAP}(?:${QUOTE}|${OPEN})`,
  预算: figuresFollow(),
  人员: figuresFollow(),
  数据: figuresFollow(),
  核对: String.raw`${GAP}[^\n]*?(?:[<>=≤≥≠＜＞＝])`,
  指标: `${GAP}${NAME}${MAYBE_GAP}(?:${QUOTE}|${OPEN}|(?:采用|using)(?![^\\s「\`]))`,
  评分办法: `${GAP}${NAME}${MAYBE_GAP}(?:${QUOTE}|${OPEN}|(?:基于|extends)(?![^\\s「\`]))`,
  提纲: `${GAP}${NAME}${MAYBE_GAP}(?:${QUOTE}|${OPEN})`,
  表式: `${GAP}${NAME}${MAYBE_GAP}(?:${QUOTE}|${OPEN})`,
  报告: `(?:${GAP}${NAME})?${MAYBE_GAP}${QUOTE}[^"”\\n]*["”]?${MAYBE_GAP}${OPEN}`,
};

function figuresFollow(): string {
  return `${GAP}${NAME}${MAYBE_GAP}(?:${QUOTE}|${OPEN}|${ASSIGN}|(?:单位为|in)(?![^\\s「\`"“]))`;
}

/** The keywords with which a declaration can begin, Chinese spelling. */
export const DECLARATION_KEYWORDS: readonly string[] = Object.keys(FOLLOWING);

const STARTS = KEYWORDS.flatMap(({ zh, en }) => {
  const following = FOLLOWING[zh];
  return following === undefined ? [] : [`(?:${zh}|${en})${following}`];
});

const DECLARATION_START = new RegExp(`(?:${STARTS.join('|')})`, 'y');

/** Whether a declaration begins at this offset, which must be the first character of a line. */
export function declarationStartsAt(text: string, offset: number): boolean {
  DECLARATION_START.lastIndex = offset;
  return DECLARATION_START.test(text);
}

const SECTION_START = new RegExp(
  String.raw`[ \t\u3000]*(?:节|section|附件${GAP}[0-9０-９]+|annex${GAP}[0-9０-９]+)${MAYBE_GAP}(?:"[^"\n]*"|“[^”\n]*”)${MAYBE_GAP}(?:(?:横向|landscape)${MAYBE_GAP})?[[［【{｛]`,
  'y',
);

/**
 * Whether a section or an annex begins at this offset, the first character of a line. Prose that
 * was left open above ends there, so that it costs its own section and no other.
 */
export function sectionStartsAt(text: string, offset: number): boolean {
  SECTION_START.lastIndex = offset;
  return SECTION_START.test(text);
}
