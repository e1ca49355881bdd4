import type { Message } from '@jixiao/core';

/** Why a name is not changed. */
export const REFUSALS = {
  nothing: { zh: '这里没有可以改名的名称', en: 'There is no name here that can be changed' },
  library: {
    zh: '这是内置库里的名称，不能修改；可以把该声明复制到自己的文件里再改',
    en: 'This name belongs to the built-in library and cannot be changed; copy the declaration into a file of your own',
  },
  fixed: {
    zh: '这是语言规定的名称，改了就失去含义',
    en: 'This name is fixed by the language and would lose its meaning',
  },
  prescribed: {
    zh: '这是评分办法规定的名称，改了就对不上评分办法',
    en: 'The rubric gives this name; under another one the table would not follow it',
  },
  empty: { zh: '名称不能为空', en: 'A name cannot be empty' },
  characters: {
    zh: '名称不能换行，也不能同时含有“」”和“`”',
    en: 'A name cannot contain a line break, nor both 」 and `',
  },
} as const satisfies Record<string, Message>;

export function alreadyDeclared(path: readonly string[]): Message {
  const name = path.join('.');
  return { zh: `同一处已有名为“${name}”的声明`, en: `“${name}” is already declared there` };
}

/** A mention that no path can make clear after the change. `file`: its name, if it is another than where one is. */
export function unclear(written: string, line: number, file?: string): Message {
  return {
    zh: `改名后，${file === undefined ? '' : `${file} `}第${line}行的“${written}”会指向别的内容，写全路径也分不清`,
    en: `After the change “${written}” in line ${line}${file === undefined ? '' : ` of ${file}`} would mean something else, however much of its path is written`,
  };
}

export const UNREADABLE: Message = {
  zh: '改名后文件读不出来，请换一个名称',
  en: 'The file could not be read after this change; choose another name',
};
