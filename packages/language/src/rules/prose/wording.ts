import { catalogue, parseDate } from '@jixiao/core';
import { dateProblem } from '../../evaluation/expression.js';
import { UNIT } from './amounts.js';
import { listsShouldHaveTheirNumber } from './list-counts.js';
import { isLiteral, type ParagraphText, spanOfStretch } from './paragraph-text.js';
import type { ParagraphRule, SectionRule } from './rule.js';

const { prose } = catalogue;

/** Slips of the pen that are safe to assert. */
export const wordingSlips: ParagraphRule = (paragraph, report, context) => {
  for (const check of CHECKS) check(paragraph, report, context);
};

const checkUntil: ParagraphRule = (paragraph, _report, context) => {
  for (const match of paragraph.text.matchAll(/截止(?=到?\s*(?:\d{4}年|\d{1,2}月\d|本年|年末|[上去]年末))/g)) {
    report(paragraph, match.index, 2, (span) => context.report(prose.untilDate.at(span, { replacement: '截至' })));
  }
};

const checkQuotes: ParagraphRule = (paragraph, _report, context) => {
  for (const match of paragraph.text.matchAll(/(["“”＂])三公(经费)?(["“”＂])/g)) {
    const [found, open, rest = '', close] = match;
    if (open === '“' && close === '”') continue;
    const replacement = `“三公${rest}”`;
    report(paragraph, match.index, found.length, (span) =>
      context.report(prose.quotes.at(span, { found, replacement })),
    );
  }
};

const checkBrackets: ParagraphRule = (paragraph, _report, context) => {
  for (const match of paragraph.text.matchAll(/（[^（）()]*\)|\([^（）()]*）/g)) {
    const [found] = match;
    const replacement = `（${found.slice(1, -1)}）`;
    report(paragraph, match.index, found.length, (span) =>
      context.report(prose.brackets.at(span, { found, replacement })),
    );
  }
};

const checkDates: ParagraphRule = (paragraph, _report, context) => {
  for (const match of paragraph.text.matchAll(/\d{4}年\d{1,2}月(?:\d{1,2}日)?/g)) {
    const [text] = match;
    const parsed = parseDate(text);
    if (parsed.ok) continue;
    report(paragraph, match.index, text.length, (span) =>
      context.report(prose.impossibleDate.at(span, { text, ...dateProblem(parsed.problem) })),
    );
  }
  // Six digits that read as a year and a month, with nothing that would make them an amount.
  for (const match of paragraph.text.matchAll(
    /(?<![\d.．第号])(20\d{2})(0[1-9]|1[0-2])(?![\d.．%％‰]|[万亿号份股字分余多])/g,
  )) {
    const [text, year = '', month = ''] = match;
    if (isMeasured(paragraph.text, match.index + text.length)) continue;
    const suggestion = `${year}年${month.replace(/^0/, '')}月`;
    report(paragraph, match.index, text.length, (span) =>
      context.report(prose.bareDate.at(span, { text, suggestion })),
    );
  }
};

/** A unit follows, so that the digits are an amount. 起 is none after a date: 202411起. */
function isMeasured(text: string, from: number): boolean {
  const unit = UNIT.exec(text.slice(from, from + LONGEST_UNIT).trimStart())?.[0];
  return unit !== undefined && unit !== '起';
}

const LONGEST_UNIT = 8;

const CHECKS: readonly ParagraphRule[] = [
  checkUntil,
  checkQuotes,
  checkBrackets,
  checkDates,
  listsShouldHaveTheirNumber,
];

function report(
  paragraph: ParagraphText,
  from: number,
  length: number,
  tell: (span: ReturnType<typeof spanOfStretch>) => void,
): void {
  if (isLiteral(paragraph, from, from + length)) tell(spanOfStretch(paragraph, from, from + length));
}

const NUMBERED = /^\s*(?:[一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[、．.](?!\d))\s*/;

/** Headings are numbered automatically; a number typed before one would stand there twice. */
export const headingsShouldNotBeNumbered: SectionRule = (section, context) => {
  const number = NUMBERED.exec(section.title)?.[0];
  if (number === undefined || number === section.title) return;
  context.report(
    prose.numberedHeading.at(section.titleSpan, {
      title: section.title,
      number: number.trim(),
      replacement: section.title.slice(number.length),
    }),
  );
};
