import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes a generated file. An unchanged one keeps its time stamp, so that an incremental compiler has nothing to do.
 *
 * @param {URL} target
 * @param {string} text
 */
export function writeIfChanged(target, text) {
  if (isCurrent(target, text)) return;
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, text);
}

function isCurrent(target, text) {
  try {
    return readFileSync(target, 'utf8') === text;
  } catch {
    return false;
  }
}
