import assert from 'node:assert/strict';

export const workspace = { folder: 'examples/mingxikou-2024' };

const example = 'as-published.perf';

export async function theFigureStandsOnPaperAndFollowsAnEdit(workbench) {
  await workbench.open(example);
  await workbench.command('Perf: Open Preview to the Side');
  const paper = workbench.webview();
  await paper.locator('.jx-sheet').first().waitFor();
  await workbench.screenshot('preview beside the editor');
}
