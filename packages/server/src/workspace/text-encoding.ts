import type { ReadResult } from '@jixiao/language';

/** Drops a byte order mark, as editors do: positions are counted without it. */
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a file; other encodings are refused rather than guessed, since figures would survive and names not. */
export function readUtf8(bytes: Uint8Array): ReadResult {
  try {
    return { ok: true, text: UTF8.decode(bytes) };
  } catch {
    return {
      ok: false,
      missing: false,
      why: { zh: '文件不是UTF-8编码', en: 'the file is not encoded in UTF-8' },
    };
  }
}
