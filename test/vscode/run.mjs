/**
 * Tries the packed extension in a real VS Code: code-server, opened in Chromium, or the VS Code of a desktop.
 *
 *     npm run test:vscode -- [--desktop] [--vsix FILE] [--locale en] [--theme dark] [part of a scenario's name …]
 *
 * Without `--vsix`, the newest VSIX in packages/extension is taken; without `--locale`, the display language is
 * Chinese; without `--theme`, the colours are light; with a part of a name, only such scenarios run. Pictures go to `.output/vscode/`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = fileURLToPath(new URL('.', import.meta.url));

const { values, positionals } = parseArgs({
  options: {
    desktop: { type: 'boolean', default: false },
    vsix: { type: 'string' },
    locale: { type: 'string', default: 'zh-cn' },
    theme: { type: 'string', default: 'light' },
  },
  allowPositionals: true,
});

installOwnDependencies();

// Only now: these need the dependencies of this folder.
const { newestVsix } = await import('./extension-under-test.mjs');
const { loadScenarios, runScenarios } = await import('./scenarios.mjs');
const { report, writtenOutcomes } = await import('./outcomes.mjs');
const Editor = values.desktop
  ? (await import('./electron.mjs')).DesktopCode
  : (await import('./code-server.mjs')).CodeServer;

const vsix = values.vsix === undefined ? newestVsix() : resolve(values.vsix);
const place = realpathSync(mkdtempSync(join(tmpdir(), 'jixiao-vscode-')));
const suite = {
  JIXIAO_SUITE: join(here, 'suite', 'index.cjs'),
  JIXIAO_SUITE_FOLDER: join(place, 'suite'),
  JIXIAO_SUITE_OUTCOME: join(place, 'outcome.json'),
};
mkdirSync(suite.JIXIAO_SUITE_FOLDER);
const editor = new Editor(place, values.locale, suite, values.theme);
try {
  await editor.install(vsix);
  await editor.start();
  const scenarios = await loadScenarios(join(here, 'scenarios'), positionals);
  const outcomes = await runScenarios(scenarios, place, (folder) => editor.openWindow(folder));
  if (positionals.length === 0) {
    const { close } = await editor.startSuite();
    outcomes.push(...(await writtenOutcomes(suite.JIXIAO_SUITE_OUTCOME)));
    await close();
    if (!values.desktop) outcomes.push(...(await (await import('./desktop.mjs')).desktopChecks(place)));
  }
  process.exitCode = report(outcomes);
} finally {
  await editor.stop();
  rmSync(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Installed on first use: the native modules of code-server take minutes to build, so the root does without. */
function installOwnDependencies() {
  if (existsSync(join(here, 'node_modules', '.package-lock.json'))) return;
  console.log('installing code-server (builds native modules, some minutes) …');
  // The npm around this process hands down which Node it runs on, which need not be the one that is first on the PATH.
  const { npm_config_user_agent, npm_config_local_prefix, ...env } = process.env;
  const windows = process.platform === 'win32';
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    env,
    shell: windows,
  });
  if (status !== 0) {
    rmSync(join(here, 'node_modules'), { recursive: true, force: true });
    throw new Error('test/vscode: npm ci failed; its native modules need Python, make, a C++ compiler and libkrb5-dev');
  }
}
