import { readFile, stat } from 'node:fs/promises';
import { LARGEST_SOURCE, type Message, whyNotRead, whyTooLarge } from '@jixiao/core';
import type { ReadResult } from '@jixiao/language';
import { noteSource } from '../engine.js';
import { systemCause } from './system-errors.js';

/** Reads a file of UTF-8 text; a byte order mark is dropped. */
export async function readTextFile(file: string): Promise<ReadResult> {
  try {
    const status = await stat(file);
    const why = whyNotRead(status, LARGEST_SOURCE);
    if (why) return { ok: false, missing: false, why };
    noteSource(status.size);
    return decode(await readFile(file));
  } catch (error) {
    const { why, absent } = systemCause(error);
    return { ok: false, missing: absent, why };
  }
}

const UTF_16_MARKS = ['fffe', 'feff'];

/** The text of a file's bytes, or why they are no text that is read. */
export function decode(bytes: Uint8Array): ReadResult {
  const large = whyTooLarge(bytes.length, LARGEST_SOURCE);
  if (large) return { ok: false, missing: false, why: large };
  if (UTF_16_MARKS.includes(Buffer.from(bytes.subarray(0, 2)).toString('hex'))) {
    return unusable('文字编码是 UTF-16，请另存为 UTF-8', 'it is encoded in UTF-16; save it as UTF-8');
  }
  if (bytes.includes(0)) return unusable('这不是文本文件', 'it is not a text file');
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const line = firstUndecodableLine(bytes);
    return unusable(
      `第 ${line} 行起不是 UTF-8 编码（可能是 GBK），请另存为 UTF-8`,
      `from line ${line} on it is not UTF-8 (perhaps GBK); save it as UTF-8`,
    );
  }
}

/** Line, from 1, of the first character that could not be decoded. */
function firstUndecodableLine(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8').decode(bytes);
  return lenient.slice(0, lenient.indexOf('\ufffd')).split('\n').length;
}

function unusable(zh: string, en: string): ReadResult & { ok: false; why: Message } {
  return { ok: false, missing: false, why: { zh, en } };
}
