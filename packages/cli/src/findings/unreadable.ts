import type { Message } from '@jixiao/core';

/** The sentence about a file that was asked for and cannot be read. */
export function unreadableSentence(shown: string, { missing, why }: { missing: boolean; why: Message }): Message {
  if (missing) return { zh: `找不到文件“${shown}”：${why.zh}。`, en: `The file “${shown}” is not there: ${why.en}.` };
  return { zh: `无法读取“${shown}”：${why.zh}。`, en: `“${shown}” cannot be read: ${why.en}.` };
}
