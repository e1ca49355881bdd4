import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';

/** The text of a part of a Word file. */
export function wordPart(file: string, name = 'word/document.xml'): string {
  const bytes = unzipSync(readFileSync(file))[name];
  expect(bytes, name).toBeDefined();
  return bytes ? strFromU8(bytes) : '';
}
