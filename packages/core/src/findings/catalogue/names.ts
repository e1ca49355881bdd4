import { findingKind } from '../definition.js';

export const unresolved = findingKind<{ name: string; suggestions: readonly string[] }>(
  'name/unresolved',
  'error',
  ({ name, suggestions }) => ({
    zh: `找不到“${name}”${suggestions.length > 0 ? `，是否指“${suggestions.join('”“')}”？` : ''}`,
    en: `“${name}” is not declared${suggestions.length > 0 ? `; did you mean “${suggestions.join('”, “')}”?` : ''}`,
  }),
);

export const ambiguous = findingKind<{ name: string; candidates: readonly string[] }>(
  'name/ambiguous',
  'error',
  ({ name, candidates }) => ({
    zh: `“${name}”所指不明，可能是：${candidates.join('、')}。请写得更完整`,
    en: `“${name}” is ambiguous: ${candidates.join(', ')}. Write more of its path`,
  }),
);

/** 见(…) of something that is no table or chart of the report. */
export const notPrinted = findingKind<{ name: string }>('name/not-printed', 'error', ({ name }) => ({
  zh: `本报告没有印“${name}”的表或图，这里印不出编号`,
  en: `The report prints no table or chart of “${name}”, so that there is no number to print here`,
}));

export const duplicate = findingKind<{ name: string }>('name/duplicate', 'error', ({ name }) => ({
  zh: `“${name}”重复声明`,
  en: `“${name}” is declared twice`,
}));

export const wrongKind = findingKind<{
  name: string;
  foundZh: string;
  foundEn: string;
  wantedZh: string;
  wantedEn: string;
}>('name/wrong-kind', 'error', ({ name, foundZh, foundEn, wantedZh, wantedEn }) => ({
  zh: `“${name}”是${foundZh}，这里需要${wantedZh}`,
  en: `“${name}” is ${foundEn}, but this should be ${wantedEn}`,
}));

export const unknownProperty = findingKind<{ name: string; known: readonly string[] }>(
  'property/unknown',
  'error',
  ({ name, known }) => ({
    zh: `没有“${name}”这一项，可以写：${known.join('、')}`,
    en: `There is no property “${name}”; known are: ${known.join(', ')}`,
  }),
);

export const badProperty = findingKind<{ name: string; wantedZh: string; wantedEn: string }>(
  'property/value',
  'error',
  ({ name, wantedZh, wantedEn }) => ({
    zh: `“${name}”的内容应为${wantedZh}`,
    en: `“${name}” should be ${wantedEn}`,
  }),
);

export const importMissing = findingKind<{ path: string }>('import/missing', 'error', ({ path }) => ({
  zh: `找不到要引入的文件“${path}”`,
  en: `The imported file “${path}” does not exist`,
}));

export const importOutside = findingKind<{ path: string }>('import/outside', 'error', ({ path }) => ({
  zh: `“${path}”在工作区之外，不能引入`,
  en: `“${path}” lies outside the workspace and cannot be imported`,
}));

export const importUnreadable = findingKind<{ path: string; whyZh: string; whyEn: string }>(
  'import/unreadable',
  'error',
  ({ path, whyZh, whyEn }) => ({
    zh: `无法读取引入的文件“${path}”：${whyZh}`,
    en: `The imported file “${path}” cannot be read: ${whyEn}`,
  }),
);

export const importCycle = findingKind<{ files: readonly string[] }>('import/cycle', 'error', ({ files }) => ({
  zh: `文件互相引入，形成循环：${files.join(' → ')}`,
  en: `The files import each other in a circle: ${files.join(' → ')}`,
}));

export const unknownColumn = findingKind<{ name: string; known: readonly string[] }>(
  'name/unknown-column',
  'error',
  ({ name, known }) => ({
    zh: `没有“${name}”这一列，可以写：${known.join('、') || '（没有列）'}`,
    en: `There is no column “${name}”; known are: ${known.join(', ') || '(none)'}`,
  }),
);
