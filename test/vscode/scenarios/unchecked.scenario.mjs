import assert from 'node:assert/strict';

export const workspace = {
  folder: 'examples/mingxikou-2024',
  files: { '.vscode/settings.json': '{ "jixiao.diagnostics.enabled": false }' },
};

export async function whatATaskFindsIsListedWhereTheEditorDoesNotCheck(workbench) {
  await workbench.open('as-published.perf');
  await workbench.served();
  await workbench.problems.expect(0);
  await workbench.runTask(/核对报告|check reports/);
  const problems = await workbench.problems.expect(9);
  const wrong = problems.find(({ message }) => message.includes('78人'));
  assert.equal(wrong?.severity, 'error');
  assert.match(wrong.code, /sum\/mismatch/);
  assert.match(wrong.place, /\b7\b.*\b9\b/);
  await workbench.screenshot('problems of a task');
}
