import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { lines } from '../expectations.mjs';

export const workspace = { folder: 'examples/mingxikou-2024' };

const example = 'corrected.perf';
const word = 'corrected-部门整体支出绩效自评报告.docx';

export async function aWordFileHoldsTheNewFigure(workbench) {
  await workbench.open(example);
  await workbench.served();
  await workbench.goTo(11, 1);
  await workbench.press('End');
  await workbench.press('Enter');
  await workbench.type('数据 新桥 = 4321米');
  await workbench.replace(/年末实有人员/, '新建桥梁#{新桥}，年末实有人员');
  await workbench.command('Perf: Compile to Word');
  await workbench.said(/已生成|Written/);
  await workbench.screenshot('compiled');
  assert.match(textOfWord(workbench.path(word)), /新建桥梁4321米/);
  assert.deepEqual(leftovers(workbench), []);
}

export async function aReportWithErrorsIsRefusedWhenItsUserCancels(workbench) {
  const question = await questionAboutErrors(workbench);
  await workbench.screenshot('compile with errors');
  await question.getByRole('button', { name: /^(取消|Cancel)$/ }).click();
  await question.waitFor({ state: 'detached' });
  assert.ok(!readdirSync(workbench.path('.')).some((file) => file.endsWith('.docx')));
}

export async function aReportWithErrorsBecomesADraft(workbench) {
  const question = await questionAboutErrors(workbench);
  await question.getByRole('button', { name: /^(生成草稿|Make a Draft)$/ }).click();
  await workbench.said(/已生成|Written/);
  const draft = workbench.path('as-published-部门整体支出绩效自评报告-草稿.docx');
  assert.match(textOfWord(draft, /header/), /草稿/);
}

async function questionAboutErrors(workbench) {
  await workbench.open('as-published.perf');
  await workbench.served();
  await workbench.command('Perf: Compile to Word');
  return workbench.said(/报告还有 3 处错误|still has errors: 3/);
}

export async function theWholeWorkspaceIsCompiled(workbench) {
  await workbench.open(example);
  await workbench.served();
  await workbench.command('Perf: Compile the Whole Workspace');
  await workbench.said(/(已生成 Word 文件 1 个|Word files written: 1).*as-published/);
  await workbench.screenshot('compiled workspace');
  assert.ok(existsSync(workbench.path(word)));
}

export async function aWebPageIsExported(workbench) {
  await workbench.open(example);
  await workbench.served();
  await workbench.command('Perf: Export HTML');
  const name = workbench.page.locator('.quick-input-widget input');
  await name.waitFor();
  await workbench.page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
  await workbench.press('Enter');
  await workbench.said(/已生成|Written/);
  const html = readFileSync(workbench.path('corrected-部门整体支出绩效自评报告.html'), 'utf8');
  lines(html).have(/2799\.38万元/);
}

/** The text of a part of a Word file. */
function textOfWord(file, part = /word\/document\.xml$/) {
  const parts = unzipSync(readFileSync(file));
  return Object.entries(parts)
    .filter(([name]) => part.test(name))
    .map(([, bytes]) => strFromU8(bytes).replaceAll(/<[^>]+>/g, ''))
    .join('\n');
}

function leftovers(workbench) {
  return readdirSync(workbench.path('.')).filter((file) => file.endsWith('.part'));
}
