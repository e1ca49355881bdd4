import { spawnSync } from 'node:child_process';

export const workspace = { folder: 'examples/mingxikou-2024' };

/** Takes a picture for the pages that show the product; smaller where `pngquant` is installed. */
async function take(workbench, name) {
  const language = await workbench.page.evaluate(() => navigator.language.slice(0, 2).toLowerCase());
  const file = await workbench.screenshot(`marketplace/${name}.${language}`);
  spawnSync('pngquant', ['--force', '--skip-if-larger', '--ext', '.png', '--speed', '1', '96', file]);
}

export async function findingsInTheEditor(workbench) {
  await workbench.open('as-published.perf');
  await workbench.served();
  await workbench.problems.goTo('78人');
  await workbench.quickFixes();
  await take(workbench, 'findings');
  await workbench.press('Escape');
}

export async function thePaperBesideTheEditor(workbench) {
  await workbench.open('corrected.perf');
  await workbench.served();
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  await workbench.command('Perf: Open Preview to the Side');
  const paper = workbench.webview();
  await paper.locator('.jx-sheet').first().waitFor();
  await workbench.goTo(131, 1);
  await paper.locator('.jx-value', { hasText: '2799.38' }).first().hover();
  await paper.locator('.explanation', { hasText: '2799.38万元' }).waitFor();
  await take(workbench, 'preview');
}

export async function figuresAndScores(workbench) {
  await workbench.open('as-published.perf');
  await workbench.served();
  await workbench.view(/^(绩效报告|Performance Report)/);
  await workbench.entry('部门整体支出绩效自评报告').first().waitFor();
  await workbench.entry('效益指标').locator('.monaco-tl-twistie').click();
  await workbench.entry('经济效益指标').click();
  await workbench.page.locator('.statusbar-item[id$="jixiao.status"]').hover();
  await workbench.page.locator('.monaco-hover:visible').filter({ hasText: '96/100' }).waitFor();
  await take(workbench, 'figures');
}
