import { findingKind } from '../definition.js';

/** A picture that is not there, cannot be read, or that a Word file cannot hold. */
export const unusable = findingKind<{ path: string; whyZh: string; whyEn: string }>(
  'image/unusable',
  'error',
  ({ path, whyZh, whyEn }) => ({
    zh: `图片“${path}”不能使用：${whyZh}`,
    en: `The picture “${path}” cannot be used: ${whyEn}`,
  }),
);
