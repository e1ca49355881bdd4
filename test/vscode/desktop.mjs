import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DesktopCode } from './electron.mjs';
import { writtenOutcomes } from './outcomes.mjs';

/** Stands for VS Code and its command line: writes down how it was called, and runs no suite but says that it did. */
const pretender = `#!${process.execPath}
const { appendFileSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync(__dirname.replace(/.bin$/, '') + '/calls', JSON.stringify(args) + '\\n');
if (args.includes('broken.vsix')) process.exit(1);
const { JIXIAO_SUITE_OUTCOME: outcome, JIXIAO_SUITE: suite } = process.env;
const isTest = args.some((arg) => arg.startsWith('--extensionTestsPath='));
if (isTest && suite === undefined) writeFileSync(outcome, '[{"name":"pretended"}]');
`;

/**
 * How a VS Code of the desktop is called. Machines without one try at least this, with a program in its place that
 * takes the same arguments.
 *
 * @param {string} below a folder for what it writes
 * @returns {Promise<import('./outcomes.mjs').Outcome[]>}
 */
export async function desktopChecks(below) {
  // A pretender is a script, which Windows does not run.
  if (process.platform === 'win32') return [];
  return [await outcomeOf('desktop › aVsCodeOfTheDesktopIsCalledAsItWants', () => isCalled(join(below, 'desktop')))];
}

async function isCalled(place) {
  mkdirSync(join(place, 'bin'), { recursive: true });
  const program = join(place, 'code');
  for (const file of [program, join(place, 'bin', 'code')]) {
    writeFileSync(file, pretender);
    chmodSync(file, 0o755);
  }
  const environment = {
    JIXIAO_SUITE: join(place, 'suite.cjs'),
    JIXIAO_SUITE_FOLDER: join(place, 'folder'),
    JIXIAO_SUITE_OUTCOME: join(place, 'outcome.json'),
  };
  await withProgram(program, async () => {
    const editor = new DesktopCode(place, 'zh-cn', environment);
    await editor.install('good.vsix');
    await assert.rejects(editor.install('broken.vsix'), /broken\.vsix was not installed/);
    await editor.start();
    await editor.startSuite();
    assert.deepEqual(await writtenOutcomes(environment.JIXIAO_SUITE_OUTCOME), [{ name: 'pretended' }]);
  });
  const [installing, , testing] = readFileSync(join(place, 'calls'), 'utf8').trim().split('\n').map(JSON.parse);
  const places = [`--user-data-dir=${join(place, 'user-data')}`, `--extensions-dir=${join(place, 'extensions')}`];
  assert.deepEqual(installing, [...places, '--install-extension', 'good.vsix']);
  assert.equal(testing[0], environment.JIXIAO_SUITE_FOLDER);
  for (const wanted of [...places, '--locale=zh-cn', `--extensionTestsPath=${environment.JIXIAO_SUITE}`]) {
    assert.ok(testing.includes(wanted), `${wanted} is missing in ${testing.join(' ')}`);
  }
  await withProgram(join(place, 'nowhere'), () =>
    assert.rejects(new DesktopCode(place, 'en', environment).start(), /VSCODE_TEST_PATH names .*nowhere, which is not/),
  );
}

async function withProgram(path, run) {
  const before = process.env.VSCODE_TEST_PATH;
  process.env.VSCODE_TEST_PATH = path;
  try {
    await run();
  } finally {
    if (before === undefined) delete process.env.VSCODE_TEST_PATH;
    else process.env.VSCODE_TEST_PATH = before;
  }
}

async function outcomeOf(name, check) {
  try {
    await check();
    return { name };
  } catch (error) {
    return { name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
