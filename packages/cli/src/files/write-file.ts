import { constants } from 'node:fs';
import { access, chmod, mkdir, readlink, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Message } from '@jixiao/core';
import { failure } from '../failure.js';
import { systemCause } from './system-errors.js';

const ANY_WRITE = 0o222;

/**
 * Writes a file so that at every moment either the old or the new content stands there in whole:
 * into a temporary file beside it, which is then renamed.
 * @param shown how the file is named in sentences
 * @throws Failure if it cannot be written; the old content is untouched then.
 */
export async function replaceFile(file: string, content: Uint8Array, shown: string): Promise<void> {
  const refuse = (zh: string, en: string) =>
    failure(`无法写入“${shown}”：${zh}。`, `“${shown}” cannot be written: ${en}.`);
  // Through a symbolic link the file behind it is written, and the link stays.
  const target = await behindLinks(file);
  try {
    const mode = await writableMode(target);
    if (mode === 'folder') throw refuse('那里是一个文件夹', 'a folder stands there');
    if (mode === 'special')
      throw refuse('那里是设备或管道，不是普通文件', 'a device or a pipe stands there, no regular file');
    if (mode === 'read-only') throw refuse('已有的文件是只读的', 'the file that stands there is read-only');
    const temporary = join(dirname(target), `.jixiao-${unusedName()}.tmp`);
    try {
      await writeFile(temporary, content, { flag: 'wx' });
      if (mode !== undefined) await chmod(temporary, mode);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    const why = await causeAt(target, target === file ? shown : target, error);
    throw refuse(why.zh, why.en);
  }
}

/** The file to which links lead, also where the last of them points at nothing yet. */
async function behindLinks(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    // Links that point at each other have another code; writing tells of it.
    if (systemCause(error).code !== 'ENOENT') return file;
    const link = await readlink(file).catch(() => undefined);
    return link === undefined ? file : await behindLinks(resolve(await realpath(dirname(file)), link));
  }
}

/** Of a new file the system only says that something is not there; it is always the folder. */
async function causeAt(file: string, shown: string, error: unknown): Promise<Message> {
  const { code, why } = systemCause(error);
  if (code !== 'ENOENT' || (await exists(dirname(file)))) return why;
  const folder = dirname(shown);
  return { zh: `没有文件夹“${folder}”`, en: `there is no folder “${folder}”` };
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}

/** Who else writes beside the file has another process, thread or moment; a name that is taken all the same is refused. */
function unusedName(): string {
  return `${process.pid}-${Math.random().toString(36).slice(2)}`;
}

/**
 * Writes a file that must not exist yet.
 * @throws Failure if it does, or if it cannot be written.
 */
export async function createFile(file: string, content: string, shown: string): Promise<void> {
  try {
    await writeFile(file, content, { flag: 'wx' });
  } catch (error) {
    const why = await causeAt(file, shown, error);
    throw failure(`无法新建“${shown}”：${why.zh}。`, `“${shown}” cannot be created: ${why.en}.`);
  }
}

/**
 * Makes a folder with all folders above it.
 * @throws Failure if that is not possible.
 */
export async function makeFolder(folder: string, shown: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const why = (await obstacleAt(folder)) ?? systemCause(error).why;
    throw failure(`无法建立文件夹“${shown}”：${why.zh}。`, `The folder “${shown}” cannot be made: ${why.en}.`);
  }
}

/** What stands in the place of a folder. The system would only say that something exists already. */
async function obstacleAt(folder: string): Promise<Message | undefined> {
  const status = await stat(folder).catch(() => undefined);
  if (!status || status.isDirectory()) return undefined;
  if (status.isFile()) return { zh: '那里已有一个文件', en: 'a file stands there' };
  return { zh: '那里是设备或管道，不是文件夹', en: 'a device or a pipe stands there, no folder' };
}

/** The permissions of what stands at the target: renaming would replace even what must not be written to. */
async function writableMode(target: string): Promise<number | 'folder' | 'special' | 'read-only' | undefined> {
  const status = await stat(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!status) return undefined;
  if (status.isDirectory()) return 'folder';
  if (!status.isFile()) return 'special';
  // The superuser may write everything; a file marked read-only was still meant to stay.
  if ((status.mode & ANY_WRITE) === 0) return 'read-only';
  await access(target, constants.W_OK);
  return status.mode & 0o777;
}
