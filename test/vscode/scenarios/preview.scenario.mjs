import assert from 'node:assert/strict';

export const workspace = { folder: 'examples/mingxikou-2024' };

const example = 'as-published.perf';

export async function theFigureStandsOnPaperAndFollowsAnEdit(workbench) {
  await workbench.open(example);
  await workbench.command('Perf: Open Preview to the Side');
  const paper = workbench.webview();
  await paper.locator('.jx-sheet').first().waitFor();
  await workbench.screenshot('preview beside the editor');
  await paper.locator('.flag').first().hover();
  await paper.locator('.explanation').waitFor();
  await workbench.screenshot('preview flag');
  await paper.locator('.jx-value').nth(2).hover();
  await workbench.page.waitForTimeout(1500);
  await workbench.screenshot('preview hover');
  await paper.locator('.toolbar button').first().click();
  await workbench.command('Perf: Show Evaluated Figures');
  await workbench.page.waitForTimeout(2500);
  await workbench.screenshot('figures');
  await workbench.page
    .locator('.activitybar [aria-label="绩效报告"], .activitybar [aria-label="Performance Report"]')
    .first()
    .click();
  await workbench.page.waitForTimeout(1500);
  await workbench.screenshot('tree');
}
