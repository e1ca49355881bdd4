import { findingKind } from '../definition.js';

export const weights = findingKind<{ name: string; total: string; sum: string; difference: string }>(
  'rubric/weights',
  'error',
  ({ name, total, sum, difference }) => ({
    zh: `“${name}”应为${total}，下面各项分值之和为${sum}，相差${difference}`,
    en: `“${name}” should be worth ${total}, but its groups make ${sum}: a difference of ${difference}`,
  }),
);

export const bandGap = findingKind<{ from: string; to: string }>('rubric/band-gap', 'error', ({ from, to }) => ({
  zh: `档次之间有空档：${from}至${to}不属于任何一档`,
  en: `The bands leave a gap: nothing covers ${from} to ${to}`,
}));

export const bandOverlap = findingKind<{ from: string; to: string }>(
  'rubric/band-overlap',
  'error',
  ({ from, to }) => ({
    zh: `档次重叠：${from}至${to}同时属于两档`,
    en: `The bands overlap from ${from} to ${to}`,
  }),
);

export const gradeGap = findingKind<{ lowest: string; threshold: string }>(
  'rubric/grade-gap',
  'error',
  ({ lowest, threshold }) => ({
    zh: `低于${threshold}没有等级，最低一级“${lowest}”应从0分起`,
    en: `Below ${threshold} there is no grade; the lowest, “${lowest}”, should begin at 0`,
  }),
);

export const gradeOverlap = findingKind<{ first: string; second: string; threshold: string }>(
  'rubric/grade-overlap',
  'error',
  ({ first, second, threshold }) => ({
    zh: `“${first}”和“${second}”都从${threshold}起，分不清`,
    en: `“${first}” and “${second}” both begin at ${threshold}`,
  }),
);

export const methodOutside = findingKind<{
  name: string;
  score: string;
  points: string;
  example: string;
  exampleEn: string;
}>('rubric/method-outside', 'error', ({ name, score, points, example, exampleEn }) => ({
  zh: `计分方法“${name}”会算出${score}，不在0分至分值${points}之间，例如${example}`,
  en: `The method “${name}” can give ${score}, outside 0 to ${points}, for example with ${exampleEn}`,
}));

export const methodDivides = findingKind<{ name: string; example: string; exampleEn: string }>(
  'rubric/method-divides-by-zero',
  'error',
  ({ name, example, exampleEn }) => ({
    zh: `计分方法“${name}”会除以零，例如${example}`,
    en: `The method “${name}” can divide by zero, for example with ${exampleEn}`,
  }),
);

export const methodUncovered = findingKind<{ name: string; example: string; exampleEn: string }>(
  'rubric/method-uncovered',
  'error',
  ({ name, example, exampleEn }) => ({
    zh: `计分方法“${name}”有情况没有规定，例如${example}，可加一行“否则 -> …”`,
    en: `The method “${name}” leaves a case open, for example with ${exampleEn}; add “else -> …”`,
  }),
);

export const methodParameter = findingKind<{ name: string; known: readonly string[] }>(
  'rubric/method-parameter',
  'error',
  ({ name, known }) => ({
    zh: `计分方法没有“${name}”这个参数，可用：${known.join('、')}`,
    en: `A scoring method has no parameter “${name}”; use: ${known.join(', ')}`,
  }),
);

export const unknownGroup = findingKind<{ name: string; rubric: string; known: readonly string[]; elsewhere: string }>(
  'taxonomy/unknown-group',
  'error',
  ({ name, rubric, known, elsewhere }) => ({
    zh: `“${rubric}”的指标体系中，这里没有“${name}”${elsewhere && `（它属于“${elsewhere}”，新旧体系不能混用）`}，应为：${known.join('、')}`,
    en: `The taxonomy of “${rubric}” has no “${name}” here${elsewhere && ` (it belongs to “${elsewhere}”; do not mix taxonomies)`}; expected: ${known.join(', ')}`,
  }),
);

export const missingGroup = findingKind<{ name: string; rubric: string }>(
  'taxonomy/missing-group',
  'warning',
  ({ name, rubric }) => ({
    zh: `缺少“${name}”，“${rubric}”的指标体系要求有`,
    en: `“${name}” is missing; the taxonomy of “${rubric}” requires it`,
  }),
);
