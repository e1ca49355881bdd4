import { existsSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
import { expect, test } from 'vitest';
import { extensionFolder } from './manifest.js';

/** Everything that is packed; an entry that ends with a slash stands for what lies below. */
const PACKED = [
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'THIRD-PARTY-NOTICES.txt',
  'l10n/',
  'media/',
  'dist/node.cjs',
  'dist/browser.cjs',
  'dist/webview.js',
  'dist/webview.css',
  'dist/server/server.js',
  'dist/server/package.json',
  'dist/syntaxes/',
];

/** Laid into the folder when it is bundled and packed. */
const MADE = /^(?:dist\/|LICENSE$|THIRD-PARTY)/;

test('what is packed is what is shipped: no sources, no tests, no maps', async () => {
  const files = await listFiles({ cwd: extensionFolder, packageManager: PackageManager.None });
  const belongs = (file: string) =>
    PACKED.some((entry) => file === entry || (entry.endsWith('/') && file.startsWith(entry)));
  expect(files.filter((file) => !belongs(file) || /\.map$|\.[cm]?ts$/.test(file))).toEqual([]);
  const missing = PACKED.filter((entry) => !files.some((file) => file === entry || file.startsWith(entry)));
  expect(missing.filter((entry) => !MADE.test(entry) || existsSync(extensionFolder + entry))).toEqual([]);
});
