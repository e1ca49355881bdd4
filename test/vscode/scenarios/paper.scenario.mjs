import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { eventually, lines } from '../expectations.mjs';

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
  await workbench.notification(/已生成|Written/).waitFor();
  await workbench.screenshot('compiled');
  assert.match(textOfWord(workbench.path(word)), /新建桥梁4321米/);
  assert.deepEqual(leftovers(workbench), []);
}

export async function aReportWithErrorsBecomesADraftOrNothing(workbench) {
  await workbench.open('as-published.perf');
  await workbench.served();
  await workbench.command('Perf: Compile to Word');
  const question = workbench.notification(/错误|errors/);
  await question.waitFor();
  await workbench.screenshot('compile with errors');
  await question.getByRole('button', { name: /^(取消|Cancel)$/ }).click();
  await question.waitFor({ state: 'detached' });
  assert.ok(!readdirSync(workbench.path('.')).some((file) => file.endsWith('.docx')));
  // VS Code shows no more than three messages within a second.
  await workbench.page.waitForTimeout(1500);
  await workbench.command('Perf: Compile to Word');
  await question.waitFor();
  await workbench.page.waitForTimeout(1500);
  await question.getByRole('button', { name: /^(生成草稿|Make a Draft)$/ }).click();
  await workbench.notification(/已生成|Written/).waitFor();
  const draft = workbench.path('as-published-部门整体支出绩效自评报告-草稿.docx');
  assert.match(textOfWord(draft, /header/), /草稿/);
}

export async function theWholeWorkspaceIsCompiled(workbench) {
  await workbench.open(example);
  await workbench.served();
  await workbench.command('Perf: Compile the Whole Workspace');
  const message = workbench.notification(/as-published/);
  await message.waitFor();
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
  await workbench.notification(/已生成|Written/).waitFor();
  const html = readFileSync(workbench.path('corrected-部门整体支出绩效自评报告.html'), 'utf8');
  lines(html).have(/2799\.38万元/);
}

export async function tasksCheckAndBuild(workbench) {
  await workbench.open('as-published.perf');
  await workbench.served();
  await workbench.command('Tasks: Run Task');
  await workbench.pick(/^jixiao(contributed)?$/);
  await workbench.pick(/核对报告|check reports/);
  await workbench.page.locator('.terminal-tab, .single-terminal-tab').first().waitFor();
  await workbench.page.waitForTimeout(2000);
  await workbench.screenshot('task');
  // Nothing is listed twice.
  await workbench.problems.expect(9);
  await workbench.command('Tasks: Run Task');
  await workbench.pick(/^jixiao(contributed)?$/);
  await workbench.pick(/生成 Word|build Word/);
  await eventually(() => existsSync(workbench.path(word)));
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
