import type { Language, Message } from '@jixiao/core';
import { definitionsOf, libraryFiles, type ParsedPiece } from '@jixiao/language';
import { type Failure, failure } from '../failure.js';

/** What a copy begins with. */
const HEAD: Message = {
  zh: '// 复制自标准库，可按本地办法修改。报告里引入本文件后，即以这里的规定为准。',
  en: '// Copied from the standard library, to be changed as local rules require. A report that imports this file follows it.',
};

/** What of the standard library can be copied. */
export type LibraryKind = 'rubric' | 'outline' | 'form';

export const KIND_NAMES: Readonly<Record<LibraryKind, Message>> = {
  rubric: { zh: '评分办法', en: 'rubric' },
  outline: { zh: '提纲', en: 'outline' },
  form: { zh: '表式', en: 'form' },
};

/** The names of one kind in the standard library, in its order. */
export function libraryNamesOf(kind: LibraryKind): string[] {
  return declarations(kind).map(({ name }) => name);
}

/**
 * A declaration of the standard library with its comments, as the text of a file of one's own. The
 * name is kept: a file's own declaration takes precedence over the library's.
 * @throws Failure if the library has none of that name
 */
export function libraryCopy(kind: LibraryKind, name: string, language: Language): string {
  const found = declarations(kind).find((declaration) => declaration.name === name);
  if (!found) throw unknownName(kind, name);
  return `${HEAD[language]}\n\n${found.piece.text.trimEnd()}\n`;
}

/** What is said of a name that the library does not have. */
export function unknownName(kind: LibraryKind, name: string): Failure {
  const { zh, en } = KIND_NAMES[kind];
  const known = libraryNamesOf(kind);
  return failure(
    `标准库里没有名为“${name}”的${zh}，有：${known.join('、')}。`,
    `The standard library has no ${en} “${name}”; it has: ${known.join(', ')}.`,
  );
}

function declarations(kind: LibraryKind): { name: string; piece: ParsedPiece }[] {
  return [...libraryFiles().values()].flatMap(({ pieces }) =>
    pieces.flatMap((piece) =>
      definitionsOf(piece)
        .symbols.filter((symbol) => symbol.kind === kind)
        .map(({ path }) => ({ name: path.at(-1) ?? '', piece })),
    ),
  );
}
