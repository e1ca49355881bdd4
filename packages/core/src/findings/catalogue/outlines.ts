import { findingKind } from '../definition.js';

export const missingSection = findingKind<{ title: string; outline: string; within: string }>(
  'outline/missing-section',
  'warning',
  ({ title, outline, within }) => ({
    zh: `${within && `“${within}”中`}缺少“${title}”一节（“${outline}”要求）`,
    en: `The section “${title}”${within && ` within “${within}”`} is missing; “${outline}” requires it`,
  }),
);

export const emptySection = findingKind<{ title: string }>('outline/empty-section', 'warning', ({ title }) => ({
  zh: `“${title}”一节没有内容`,
  en: `The section “${title}” is empty`,
}));

export const unexpectedSection = findingKind<{ title: string; outline: string; within: string }>(
  'outline/unexpected-section',
  'hint',
  ({ title, outline, within }) => ({
    zh: `“${outline}”${within && `的“${within}”`}中没有“${title}”一节`,
    en: `“${outline}” has no section “${title}”${within && ` within “${within}”`}`,
  }),
);

export const missingContent = findingKind<{ title: string; content: string; outline: string }>(
  'outline/missing-content',
  'warning',
  ({ title, content, outline }) => ({
    zh: `“${title}”一节应当写明“${content}”（“${outline}”要求），现在没有`,
    en: `The section “${title}” says nothing of “${content}”, which “${outline}” requires`,
  }),
);

/** 附件编号重复，或没有依次递增。 */
export const annexNumber = findingKind<{ number: number; previous: number; repeated: boolean }>(
  'annex/number',
  'error',
  ({ number, previous, repeated }) => ({
    zh: repeated ? `附件${number}的编号与前面的附件重复` : `附件${number}排在附件${previous}之后，附件应当依次编号`,
    en: repeated
      ? `There is an annex ${number} already`
      : `Annex ${number} follows annex ${previous}; annexes are numbered in order`,
  }),
);

export const tooLong = findingKind<{ title: string; length: number; limit: number }>(
  'outline/too-long',
  'warning',
  ({ title, length, limit }) => ({
    zh: `“${title}”一节${length}字，超过${limit}字的限制，多${length - limit}字`,
    en: `The section “${title}” has ${length} characters, ${length - limit} over its limit of ${limit}`,
  }),
);

export const tooShort = findingKind<{ title: string; length: number; limit: number }>(
  'outline/too-short',
  'warning',
  ({ title, length, limit }) => ({
    zh: `“${title}”一节只有${length}字，要求不少于${limit}字`,
    en: `The section “${title}” has only ${length} characters; at least ${limit} are required`,
  }),
);
