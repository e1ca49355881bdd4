import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type RenderedPage, readPages } from './page-text.js';

const run = promisify(execFile);

const here = new URL('.', import.meta.url).pathname;

/** Where documents, PDF files and pictures are left. */
export const output = join(here, '.output');

/** Whether pages can be looked at here; in CI they must be. */
export const canRender = process.env.CI === 'true' || ['soffice', 'pdftotext', 'pdftoppm'].every(isInstalled);

/** Pictures are as fine as this, in dots per inch. */
const RESOLUTION = '80';

/** Opens a document in LibreOffice and reads its pages. */
export async function render(name: string, document: Uint8Array): Promise<readonly RenderedPage[]> {
  mkdirSync(output, { recursive: true });
  const docx = join(output, `${name}.docx`);
  const pdf = join(output, `${name}.pdf`);
  const text = join(output, `${name}.xml`);
  writeFileSync(docx, document);
  const profile = join(output, `profile-${name}`);
  await run(
    'soffice',
    [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', output, docx],
    {
      env: { ...process.env, FONTCONFIG_FILE: join(here, 'fonts.conf') },
    },
  );
  rmSync(profile, { recursive: true, force: true });
  await run('pdftotext', ['-bbox-layout', pdf, text]);
  await run('pdftoppm', ['-r', RESOLUTION, '-png', pdf, join(output, name)]);
  return readPages(text);
}

function isInstalled(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
