const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const { pid } = require('node:process');

const id = 'jixiao.jixiao';

/** The language servers that this extension host has started. */
function servers() {
  const processes = execFileSync('ps', ['-A', '-o', 'ppid=,args='], { encoding: 'utf8' }).split('\n');
  return processes.filter(
    (line) => Number.parseInt(line, 10) === pid && /jixiao.*dist[\\/]server[\\/]server\.js/.test(line),
  );
}

async function eventually(holds) {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`did not come to hold: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

exports.theExtensionIsInstalledAndSleepsWithoutAReport = async (vscode) => {
  const extension = vscode.extensions.getExtension(id);
  assert.ok(extension, `${id} is missing`);
  assert.equal(extension.isActive, false);
  assert.deepEqual(servers(), []);
};

exports.theSideBarWakesTheExtensionButNoServer = async (vscode) => {
  await vscode.commands.executeCommand('jixiao.figures.focus');
  const { activatedInMilliseconds } = await vscode.extensions.getExtension(id).activate();
  assert.deepEqual(servers(), []);
  return `activated in ${activatedInMilliseconds.toFixed(1)} ms`;
};

exports.aReportIsKnownByItsLanguageAndStartsTheServer = async (vscode) => {
  const document = await vscode.workspace.openTextDocument({
    language: 'perf',
    content: '单位 甲局 "甲局" { 简称 "我局" }\n',
  });
  assert.equal(document.languageId, 'perf');
  await eventually(() => servers().length === 1);
};
