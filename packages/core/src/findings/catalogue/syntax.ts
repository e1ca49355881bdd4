import { findingKind } from '../definition.js';

export const unexpected = findingKind<{ found: string; expectedZh: string; expectedEn: string }>(
  'syntax/unexpected',
  'error',
  ({ found, expectedZh, expectedEn }) => ({
    zh: found
      ? `这里不应出现“${found}”${expectedZh && `，应为${expectedZh}`}`
      : `内容没有写完${expectedZh && `，应为${expectedZh}`}`,
    en: found
      ? `“${found}” is not expected here${expectedEn && `; expected ${expectedEn}`}`
      : `The text ends too early${expectedEn && `; expected ${expectedEn}`}`,
  }),
);

export const character = findingKind<{ found: string }>('syntax/character', 'error', ({ found }) => ({
  zh: `无法识别的字符“${found}”`,
  en: `The character “${found}” has no meaning here`,
}));

export const missingValue = findingKind<{ after: string }>('syntax/missing-value', 'error', ({ after }) => ({
  zh: after ? `“${after}”后面没有写内容` : '这里没有写内容',
  en: after ? `Nothing is written after “${after}”` : 'Nothing is written here',
}));

export const unclosedProse = findingKind<{ closing: string }>('syntax/unclosed-prose', 'error', ({ closing }) => ({
  zh: `这段正文没有结束，缺少“${closing}”`,
  en: `This prose has no end: “${closing}” is missing`,
}));

export const unclosedInterpolation = findingKind('syntax/unclosed-interpolation', 'error', () => ({
  zh: '“#{”没有结束，缺少“}”',
  en: '“#{” has no end: “}” is missing',
}));

export const unclosedText = findingKind<{ closing: string }>('syntax/unclosed-text', 'error', ({ closing }) => ({
  zh: `引号没有配对，缺少“${closing}”`,
  en: `The quoted text has no end: ${closing} is missing`,
}));

export const tooDeep = findingKind('syntax/too-deep', 'error', () => ({
  zh: '嵌套层次过多，这一声明无法读取',
  en: 'Nested too deeply: this declaration cannot be read',
}));

export const unclosedBlock = findingKind('syntax/unclosed-block', 'error', () => ({
  zh: '“{”没有结束，缺少“}”',
  en: '“{” has no end: “}” is missing',
}));

export const strayBrace = findingKind('syntax/stray-brace', 'error', () => ({
  zh: '多余的“}”，前面没有与它配对的“{”',
  en: 'This “}” closes nothing',
}));
