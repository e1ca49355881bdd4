import assert from 'node:assert/strict';
import { eventually } from '../expectations.mjs';

export const workspace = { folder: 'examples/mingxikou-2024' };

const example = 'as-published.perf';
const sideBar = /^(绩效自评|绩效报告|Performance Report)/;

async function opened(workbench) {
  await workbench.open(example);
  await workbench.served();
}

const statusText = async (workbench) => {
  const item = workbench.page.locator('.statusbar-item[id$="jixiao.status"]');
  return (await item.innerText()).replaceAll(/\s+/g, ' ').trim();
};

export async function theSideBarListsSectionsFiguresAndScores(workbench) {
  await opened(workbench);
  await workbench.view(sideBar);
  await workbench.entry('部门整体支出绩效自评报告').first().waitFor();
  const spending = workbench.entry('部门整体支出').filter({ hasText: '2799.38万元' });
  await spending.waitFor();
  await workbench.screenshot('side bar');
  await spending.click();
  await eventually(async () => (await workbench.cursor()).line === 30);
  await workbench.entry('效益指标').click();
  await eventually(async () => (await workbench.cursor()).line === 85);
  await workbench.entry('效益指标').filter({ hasText: '26/30' }).waitFor();
}

export async function theStatusBarFollowsAnEdit(workbench) {
  await opened(workbench);
  await eventually(async () => /^96\/100 优秀 3 2 2$/.test(await statusText(workbench)));
  await workbench.replace(/编制 = 78人/, '编制 = 77人');
  await eventually(async () => /^96\/100 优秀 2 2 2$/.test(await statusText(workbench)));
  await workbench.page.locator('.statusbar-item[id$="jixiao.status"]').hover();
  const tooltip = workbench.page.locator('.monaco-hover:visible').filter({ hasText: '96/100' });
  await tooltip.waitFor();
  assert.match(
    (await tooltip.innerText()).replaceAll(/\s+/g, ' '),
    /错误 2，警告 2，提示 2|Errors: 2, warnings: 2, hints: 2/,
  );
  await workbench.screenshot('status bar');
}

export async function evaluatedFiguresAreListed(workbench) {
  await opened(workbench);
  await workbench.command('Perf: Show Evaluated Figures');
  const page = workbench.webview();
  await page.locator('tr', { hasText: '监测户' }).filter({ hasText: '403人' }).first().waitFor();
  await workbench.screenshot('evaluated figures');
  await workbench.replace(/实有 = 83人/, '实有 = 97人');
  await page.locator('tr', { hasText: '97人' }).first().waitFor();
}
