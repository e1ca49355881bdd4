import assert from 'node:assert/strict';

export const workspace = { files: { '坏报告.perf': '这一行写错了，不是任何声明\n' } };

export async function whatIsNoReportIsSaidInChinese(workbench) {
  await workbench.open('坏报告.perf');
  const [problem] = await workbench.problems.any();
  assert.match(problem.message, /\p{Script=Han}/u);
  await workbench.screenshot('opening a broken report');
}
