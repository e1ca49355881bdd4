import { findingKind } from '../definition.js';

export const failed = findingKind<{
  condition: string;
  left: string;
  right: string;
  difference: string;
  inPoints: boolean;
  explanation: string;
}>('check/failed', 'error', ({ condition, left, right, difference, inPoints, explanation }) => ({
  zh: `${explanation ? `${explanation}：` : '核对不成立：'}${condition}${left && `（${left}与${right}${difference && `，相差${difference}${inPoints ? '个百分点' : ''}`}）`}`,
  en: `${explanation ? `${explanation}: ` : 'The check does not hold: '}${condition}${left && ` (${left} against ${right}${difference && `, a difference of ${difference}${inPoints ? ' percentage points' : ''}`})`}`,
}));

/** An equation that holds only because rounding is allowed for: 尾差. */
export const rounding = findingKind<{
  condition: string;
  left: string;
  right: string;
  difference: string;
  bound: string;
}>('check/rounding', 'hint', ({ condition, left, right, difference, bound }) => ({
  zh: `核对在尾差之内成立：${condition}（${left}与${right}，相差${difference}，属四舍五入尾差，允许${bound}）`,
  en: `The check holds within rounding: ${condition} (${left} against ${right}; the difference of ${difference} is within ${bound})`,
}));

export const undecided = findingKind<{ condition: string }>('check/undecided', 'warning', ({ condition }) => ({
  zh: `缺少数值，无法核对：${condition}`,
  en: `Values are missing, so the check cannot be decided: ${condition}`,
}));

export const allowWithoutReason = findingKind<{ code: string }>('allow/no-reason', 'warning', ({ code }) => ({
  zh: `允许“${code}”要写明理由：// 允许 ${code}: 理由`,
  en: `Allowing “${code}” takes a reason: // allow ${code}: reason`,
}));

export const allowUnused = findingKind<{ code: string }>('allow/unused', 'warning', ({ code }) => ({
  zh: `这里没有“${code}”的问题，可以删去这条允许`,
  en: `There is no “${code}” here; this comment can go`,
}));
