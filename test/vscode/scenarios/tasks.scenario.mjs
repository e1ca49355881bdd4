import { existsSync } from 'node:fs';
import { eventually } from '../expectations.mjs';

export const workspace = { folder: 'examples/mingxikou-2024' };

/** What a task has printed so far. */
const printed = (workbench) => workbench.page.locator('.terminal-wrapper.active .xterm-rows').innerText();

export async function tasksCheckAndBuild(workbench) {
  await workbench.open('as-published.perf');
  await workbench.served();
  await workbench.runTask(/核对报告|check reports/);
  await eventually(async () => /(文件 3 个：错误 3|Files: 3; errors: 3)/.test(await printed(workbench)));
  await workbench.screenshot('task');
  // What the editor lists already is not listed twice.
  await workbench.problems.expect(9);
  await workbench.runTask(/生成 Word|build Word/);
  await eventually(() => existsSync(workbench.path('corrected-部门整体支出绩效自评报告.docx')));
}
