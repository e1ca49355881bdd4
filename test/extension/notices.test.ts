import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { extensionFolder } from './manifest.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { thirdPartyNotices } = (await import(`${extensionFolder}third-party-notices.mjs`)) as {
  thirdPartyNotices(folders: readonly string[], root: string, remarks: readonly string[]): string;
};

/** What any text of a licence says, and its mere name does not. */
const LICENCE = /without warranty|"as is"|as-is|‘as is’|without warranties|no liability/i;

function packages(...manifests: readonly Readonly<Record<string, unknown>>[]) {
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-notices-'));
  for (const { licence, ...manifest } of manifests) {
    const place = join(folder, 'node_modules', `${manifest.name}`);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'package.json'), JSON.stringify({ version: '1.0.0', ...manifest }));
    if (licence !== undefined) writeFileSync(join(place, 'LICENSE'), `${licence}`);
  }
  return folder;
}

describe('the notices of what is bundled', () => {
  const bundled = `${extensionFolder}dist/bundled-packages.json`;

  test.skipIf(!existsSync(bundled))('hold the text of every licence', () => {
    const notices = thirdPartyNotices(JSON.parse(readFileSync(bundled, 'utf8')), root, []);
    const parts = notices.split(`\n${'-'.repeat(80)}\n\n`).slice(1);
    expect(parts.length).toBeGreaterThan(20);
    expect(parts.filter((part) => !LICENCE.test(part.replaceAll(/\s+/g, ' ')))).toEqual([]);
    for (const name of ['langium', 'docx', 'vscode-languageclient', 'saxes']) {
      expect(parts.filter((part) => part.startsWith(`${name} `))).toHaveLength(1);
    }
  });

  test('name what the bundled packages may have taken in', () => {
    const folder = packages(
      { name: 'outer', license: 'MIT', licence: 'outer: AS IS', dependencies: { inner: '*' } },
      { name: 'inner', license: 'ISC', licence: 'inner: AS IS' },
    );
    const notices = thirdPartyNotices(['node_modules/outer'], folder, ['from the code', '']);
    expect(notices).toMatch(/inner 1\.0\.0\nLicence: ISC\n\ninner: AS IS\n[\s\S]*outer 1\.0\.0\nLicence: MIT/);
    expect(notices).toContain('from the code');
  });

  test('are refused for a package without a licence, or without its text', () => {
    const none = packages({ name: 'none', licence: 'text' });
    expect(() => thirdPartyNotices(['node_modules/none'], none, [])).toThrow('none states no licence');
    const bare = packages({ name: 'bare', license: 'MIT' });
    expect(() => thirdPartyNotices(['node_modules/bare'], bare, [])).toThrow('without the text of its licence');
  });
});
