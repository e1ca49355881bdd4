/**
 * Takes the pictures of the extension's page and of its walkthrough, in a light and a dark theme, and the one of the
 * project's page, from the packed extension at work on an example:
 *
 *     npm run pictures
 *
 * They go to packages/extension/media/walkthrough, so pack again afterwards, and to docs/images.
 */
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { CodeServer } from './code-server.mjs';
import { newestVsix } from './extension-under-test.mjs';
import { Workbench } from './workbench.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the picture of a name in a theme goes; undefined where there is none. */
const target = (name, theme) => {
  if (name !== 'overview') return join(root, 'packages/extension/media/walkthrough', `${name}-${theme}.png`);
  return theme === 'light' ? join(root, 'docs/images/overview.png') : undefined;
};

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** What of the window would only take room in a picture. */
const bare = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.renderLineHighlight': 'none',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.editor.editorActionsLocation': 'hidden',
  'problems.decorations.enabled': false,
};

/** Wide enough to read, and small enough to be shown beside a text. */
const size = { width: 1040, height: 650 };
const pixels = 1.25;

/** More than 16 colours take twice the room; where squiggles are to be seen, red needs one of its own. */
const colours = { findings: 32, overview: 48 };
const fewColours = 16;

/** The part of the window that a picture shows; all of it unless it is said here. */
const parts = {
  begin: { x: 60, y: 0, width: 920, height: 330 },
  findings: { x: 0, y: 0, width: 780, height: 470 },
  figures: { x: 0, y: 0, width: 780, height: 520 },
  word: { x: 520, y: 60, width: 520, height: 570 },
};

/** What is to be seen in each picture. */
const pictures = {
  async overview(workbench) {
    await workbench.open('as-published.perf');
    await workbench.served();
    await workbench.command('Perf: Open Preview to the Side');
    const paper = workbench.webview();
    await paper.locator('.jx-sheet').first().waitFor();
    await workbench.open('as-published.perf');
    await workbench.editor('as-published.perf').locator('.squiggly-error').first().waitFor({ state: 'attached' });
  },
  async begin(workbench) {
    await workbench.command('Perf: New Report…');
    await workbench.answer('沅陵县明溪口镇人民政府');
    await atStep(workbench, 2);
    await workbench.press('Enter');
    await atStep(workbench, 3);
    await workbench.press('Enter');
    await atStep(workbench, 4);
    await workbench.press('Enter');
    await atStep(workbench, 5);
  },
  async findings(workbench) {
    await workbench.open('as-published.perf');
    await workbench.served();
    await workbench.goTo(7, 9);
    await workbench.hover('77');
  },
  async preview(workbench) {
    await workbench.open('corrected.perf');
    await workbench.served();
    await workbench.goTo(105);
    await workbench.command('Perf: Open Preview to the Side');
    await workbench.webview().locator('.jx-sheet').first().waitFor();
  },
  async figures(workbench) {
    await workbench.open('corrected.perf');
    await workbench.served();
    await workbench.page.keyboard.press('Control+B');
    await workbench.page.locator('.activitybar .action-label[aria-label^="绩效报告"]').first().click();
    await workbench.page.locator('.pane-body .monaco-list-row').nth(3).waitFor();
  },
  async word(workbench) {
    await workbench.open('corrected.perf');
    await workbench.served();
    await workbench.command('Perf: Open Preview to the Side');
    await workbench.webview().locator('.jx-sheet').first().waitFor();
    await workbench.command('Perf: Compile to Word');
    await workbench.notification(/已生成/).waitFor();
  },
};

const place = realpathSync(mkdtempSync(join(tmpdir(), 'jixiao-pictures-')));
const editor = new CodeServer(place, 'zh-cn', {});
try {
  await editor.install(newestVsix());
  await editor.start();
  for (const [theme, colorTheme] of Object.entries(themes)) {
    for (const [name, arrange] of Object.entries(pictures)) {
      const file = target(name, theme);
      if (file !== undefined) await take(name, file, colorTheme, arrange);
    }
  }
} finally {
  await editor.stop();
  rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

async function take(name, file, colorTheme, arrange) {
  const folder = join(place, basename(file, '.png'), '明溪口镇');
  cpSync(join(root, 'examples/mingxikou-2024'), folder, { recursive: true });
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(
    join(folder, '.vscode', 'settings.json'),
    JSON.stringify({ ...bare, 'workbench.colorTheme': colorTheme }),
  );
  const { page, close } = await editor.openWindow(folder);
  try {
    page.setDefaultTimeout(20_000);
    const metrics = { ...size, deviceScaleFactor: pixels, mobile: false };
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setDeviceMetricsOverride', metrics);
    const workbench = new Workbench(page, folder);
    await workbench.ready();
    await page.locator('.activitybar .action-label[aria-label^="绩效报告"]').first().waitFor();
    await page.keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await arrange(workbench);
    await page.waitForTimeout(1500);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'png',
      clip: { x: 0, y: 0, ...size, ...parts[name], scale: 1 },
    });
    mkdirSync(dirname(file), { recursive: true });
    const { size: bytes } = await sharp(Buffer.from(data, 'base64'))
      .png({ palette: true, colours: colours[name] ?? fewColours, effort: 10, compressionLevel: 9, dither: 0 })
      .toFile(file);
    console.log(`${file.slice(root.length)}: ${(bytes / 1024).toFixed(0)} KiB`);
  } finally {
    await close();
  }
}

async function atStep(workbench, number) {
  await workbench.page
    .locator('.quick-input-title')
    .filter({ hasText: `(${number}/5)` })
    .waitFor();
}
