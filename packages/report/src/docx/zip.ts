import { type AsyncFlateStreamHandler, strToU8, Zip, type ZipInputFile } from 'fflate';
import { joined } from './bytes.js';
import { deflate } from './zlib.js';

/** Files of a package by their paths. */
export type Parts = Map<string, string | Uint8Array>;

/** The first moment that a zip file can name, in local time as the format has it. */
const ZIP_TIME = new Date(1980, 0, 1);

/** Marks deflated data in a zip file. */
const DEFLATED = 8;

/** The bytes of a zip file with these files, in this order; it does not say when it was made. */
export function zip(parts: Parts): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  for (const [path, content] of parts) {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    const { data, crc } = deflate(bytes);
    const file: ZipInputFile & { ondata?: AsyncFlateStreamHandler } = {
      filename: path,
      size: bytes.length,
      crc,
      compression: DEFLATED,
      mtime: ZIP_TIME,
    };
    archive.add(file);
    file.ondata?.(null, data, true);
  }
  archive.end();
  return joined(chunks);
}
