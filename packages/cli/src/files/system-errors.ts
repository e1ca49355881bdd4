import type { Message } from '@jixiao/core';

const CAUSES: Readonly<Record<string, Message>> = {
  ENOENT: { zh: '没有这个文件或文件夹', en: 'there is no such file or folder' },
  ENOTDIR: { zh: '路径中有一段不是文件夹', en: 'a part of the path is not a folder' },
  EACCES: { zh: '没有权限', en: 'permission is denied' },
  EPERM: { zh: '没有权限，或者正被其他程序打开', en: 'permission is denied, or another program has it open' },
  EBUSY: { zh: '正被其他程序（如 Word、WPS）打开', en: 'another program, such as Word, has it open' },
  EISDIR: { zh: '这是一个文件夹，不是文件', en: 'it is a folder, not a file' },
  EROFS: { zh: '磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已用完', en: 'the disk quota is used up' },
  EMFILE: { zh: '同时打开的文件太多', en: 'too many files are open' },
  ELOOP: { zh: '链接互相指向，没有尽头', en: 'the links point at each other without end' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'the name is too long' },
  EEXIST: { zh: '文件已经存在', en: 'the file exists already' },
  EIO: { zh: '磁盘读写出错', en: 'the disk reports an error' },
  ERR_INVALID_ARG_VALUE: { zh: '文件名中有不允许的字符', en: 'the name holds a character that is not allowed' },
};

/** Codes that say that a file is not there, rather than that it cannot be used. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** What the operating system said about a file, as a clause without a full stop. */
export interface SystemCause {
  readonly code: string;
  readonly why: Message;
  readonly absent: boolean;
}

/**
 * Puts an error of the file system into words.
 * @throws the error itself if it does not come from there.
 */
export function systemCause(error: unknown): SystemCause {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') throw error;
  const why = CAUSES[code] ?? { zh: `系统报告 ${code}`, en: `the system reports ${code}` };
  return { code, why, absent: ABSENT.has(code) };
}
