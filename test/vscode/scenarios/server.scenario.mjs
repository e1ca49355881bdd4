import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { eventually } from '../expectations.mjs';

export const workspace = { folder: 'examples/mingxikou-2024' };

const example = 'as-published.perf';

export async function everythingGoesOnAfterARestartOfTheServer(workbench) {
  await workbench.open(example);
  await workbench.served();
  await workbench.command('Perf: Open Preview to the Side');
  const paper = workbench.webview();
  await paper.locator('.jx-sheet').first().waitFor();
  await workbench.command('Perf: Restart Language Server');
  await eventually(async () => (await workbench.statusBar()).some((text) => /重新启动|started again/.test(text)));
  await workbench.open(example);
  await workbench.replace(/实有 = 83人/, '实有 = 93人');
  await paper.locator('.jx-text', { hasText: '年末实有人员' }).filter({ hasText: '93人' }).waitFor();
  const problems = await workbench.problems.expect(9);
  assert.ok(problems.some(({ message }) => message.includes('93人')));
  assert.ok(!problems.some(({ message }) => message.includes('83人')));
}

export async function aServerThatIsKilledComesBackByItself(workbench) {
  await workbench.open(example);
  await workbench.served();
  await workbench.problems.expect(9);
  const before = serverProcesses();
  assert.ok(before.length > 0, 'no process of the language server is seen');
  for (const id of before) process.kill(id, 'SIGKILL');
  await eventually(() => serverProcesses().some((id) => !before.includes(id)));
  await workbench.open(example);
  await workbench.replace(/实有 = 83人/, '实有 = 93人');
  await eventually(async () => (await workbench.problems.expect(9)).some(({ message }) => message.includes('93人')));
  // Nothing has to be answered or clicked away.
  assert.equal(await workbench.notification(/./).count(), 0);
}

/** The processes that run the server of the packed extension. */
function serverProcesses() {
  const all = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return all.flatMap((line) => {
    const [, id] = /^\s*(\d+) .*jixiao[^ ]*[/\\]dist[/\\]server[/\\]server\.js\b/.exec(line) ?? [];
    return id === undefined ? [] : [Number.parseInt(id, 10)];
  });
}

export async function anIssueSaysTheEnvironmentAndNothingOfTheReport(workbench) {
  await workbench.open(example);
  await workbench.served();
  await workbench.command('Perf: Report an Issue');
  const editor = workbench.page.locator('.editor-instance .monaco-editor[data-uri^="untitled:"]');
  await editor.locator('.view-line', { hasText: 'Jixiao:' }).waitFor();
  await workbench.screenshot('issue');
  const text = (await editor.locator('.view-lines').innerText()).replaceAll('\u00a0', ' ');
  assert.match(text, /Jixiao: \d+\.\d+\.\d+/);
  assert.match(text, /运行中|running/);
  assert.doesNotMatch(text, /明溪口|2799/);
}
