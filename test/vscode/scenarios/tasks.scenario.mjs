import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { eventually } from '../expectations.mjs';

export const workspace = { folder: 'examples/mingxikou-2024' };

const settings = '.vscode/settings.json';

async function run(workbench, task) {
  await workbench.command('Tasks: Run Task');
  await workbench.pick(/^\s*jixiao$/);
  await workbench.pick(task);
}

/** What a task has printed so far. */
const printed = (workbench) => workbench.page.locator('.terminal-wrapper.active .xterm-rows').innerText();

export async function tasksCheckAndBuild(workbench) {
  await workbench.open('as-published.perf');
  await workbench.served();
  await run(workbench, /核对报告|check reports/);
  await eventually(async () => /(文件 3 个：错误 3|Files: 3; errors: 3)/.test(await printed(workbench)));
  await workbench.screenshot('task');
  // What the editor lists already is not listed twice.
  await workbench.problems.expect(9);
  await run(workbench, /生成 Word|build Word/);
  await eventually(() => existsSync(workbench.path('corrected-部门整体支出绩效自评报告.docx')));
}

export async function whatATaskFindsIsListedWhereTheEditorDoesNotCheck(workbench) {
  workbench.write(settings, '{ "jixiao.diagnostics.enabled": false }');
  await workbench.open('as-published.perf');
  await workbench.served();
  await workbench.problems.expect(0);
  await run(workbench, /核对报告|check reports/);
  const problems = await workbench.problems.expect(9);
  const wrong = problems.find(({ message }) => message.includes('78人'));
  assert.equal(wrong?.severity, 'error');
  assert.match(wrong.code, /sum\/mismatch/);
  assert.match(wrong.place, /\b7\b.*\b9\b/);
  await workbench.screenshot('problems of a task');
}
