import { findingKind } from '../definition.js';

/** A literal number in prose that repeats a figure: written twice, it can come to differ. */
export const repeatedFigure = findingKind<{ literal: string; path: string; name: string; value: string; text: string }>(
  'prose/repeated-figure',
  'hint',
  ({ literal, name, path }) => ({
    zh: `“${name}”${literal}是直接写的数字，可改为引用“${path}”，以后不会与表不一致`,
    en: `${literal} repeats the figure “${name}”; refer to “${path}” instead so that they cannot come to differ`,
  }),
);

/** A literal number in prose that contradicts the figure it names: 文表不一致. */
export const differsFromFigure = findingKind<{
  literal: string;
  path: string;
  name: string;
  value: string;
  difference: string;
  /** The difference is one of two rates: 5.5个百分点, which is not 5.5%. */
  inPoints: boolean;
  text: string;
}>('prose/differs-from-figure', 'warning', ({ literal, name, value, difference, inPoints }) => ({
  zh: `正文写“${name}”${literal}，数据中为${value}${difference && `，相差${difference}${inPoints ? '个百分点' : ''}`}`,
  en: `The text gives “${name}” as ${literal}, but the figure is ${value}${difference && `: a difference of ${difference}${inPoints ? ` percentage point${difference === '1' ? '' : 's'}` : ''}`}`,
}));

export const differsFromScore = findingKind<{ what: string; literal: string; value: string; path: string }>(
  'prose/differs-from-score',
  'warning',
  ({ what, literal, value }) => ({
    zh: `正文写${what}${literal}，自评表中为${value}`,
    en: `The text says ${what} ${literal}, but the table has ${value}`,
  }),
);

/** 共N个：a、b、c */
export const listCount = findingKind<{ stated: number; counted: number; list: string }>(
  'prose/list-count',
  'warning',
  ({ stated, counted, list }) => ({
    zh: `写的是${stated}个，列出的有${counted}个：${list}`,
    en: `${stated} are announced, but ${counted} are listed: ${list}`,
  }),
);

export const impossibleDate = findingKind<{ text: string; whyZh: string; whyEn: string }>(
  'date/impossible',
  'warning',
  ({ text, whyZh, whyEn }) => ({ zh: `“${text}”不是正确的日期：${whyZh}`, en: `“${text}” is no date: ${whyEn}` }),
);

export const bareDate = findingKind<{ text: string; suggestion: string }>(
  'date/bare',
  'hint',
  ({ text, suggestion }) => ({
    zh: `“${text}”如果是日期，应写作“${suggestion}”`,
    en: `If “${text}” is a date, write “${suggestion}”`,
  }),
);

/** 截止 needs no date after it; before a date it is 截至. */
export const untilDate = findingKind<{ replacement: string }>('typo/until', 'hint', ({ replacement }) => ({
  zh: `日期前应用“${replacement}”，“截止”后面不带时间`,
  en: `Before a date, write “${replacement}” instead of “截止”`,
}));

export const quotes = findingKind<{ found: string; replacement: string }>(
  'typo/quotes',
  'hint',
  ({ found, replacement }) => ({
    zh: `引号不配对或用了半角：${found}应写作${replacement}`,
    en: `Unpaired or half-width quotes: ${found} should be ${replacement}`,
  }),
);

export const brackets = findingKind<{ found: string; replacement: string }>(
  'typo/brackets',
  'hint',
  ({ found, replacement }) => ({
    zh: `括号全角半角混用：${found}应写作${replacement}`,
    en: `Full-width and half-width brackets are mixed: ${found} should be ${replacement}`,
  }),
);

export const numberedHeading = findingKind<{ title: string; number: string; replacement: string }>(
  'heading/numbered',
  'warning',
  ({ number }) => ({
    zh: `标题序号自动生成，不要写“${number}”，否则会重复`,
    en: `Headings are numbered automatically; without “${number}” they are not numbered twice`,
  }),
);
