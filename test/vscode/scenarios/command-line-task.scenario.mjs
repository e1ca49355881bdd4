import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../packages/cli/bin/jixiao.js', import.meta.url));

/** A task of the user's own, which runs the command line and looks for problems in what it prints. */
const task = {
  label: '核对全部',
  type: 'process',
  command: process.execPath,
  args: [program, 'check', '.'],
  problemMatcher: ['$jixiao-error', '$jixiao-warning', '$jixiao-hint'],
};

export const workspace = {
  folder: 'examples/mingxikou-2024',
  files: {
    '.vscode/settings.json': '{ "jixiao.diagnostics.unopenedFiles": false }',
    '.vscode/tasks.json': JSON.stringify({ version: '2.0.0', tasks: [task] }),
  },
};

export async function whatTheCommandLinePrintsIsListedOfFilesThatAreNotOpen(workbench) {
  await workbench.open('corrected.perf');
  await workbench.served();
  await workbench.problems.expect(1);
  await workbench.runConfiguredTask(/核对全部/);
  const problems = await workbench.problems.expect(9);
  const wrong = problems.find(({ message }) => message.includes('78人'));
  assert.equal(wrong?.severity, 'error');
  assert.match(wrong.code, /sum\/mismatch/);
  assert.match(wrong.place, /\b7\b.*\b9\b/);
}
