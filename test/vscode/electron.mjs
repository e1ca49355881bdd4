import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { _electron } from 'playwright-core';
import { writeDisplayLanguage, writeSettings } from './settings.mjs';

const host = fileURLToPath(new URL('host', import.meta.url));

/**
 * VS Code of the desktop: the one that the environment variable `VSCODE_TEST_PATH` names, else a downloaded one.
 * It takes the same scenarios as code-server, since its window shows the same page, and the same suite, whose
 * `run()` it calls itself.
 */
export class DesktopCode {
  #place;
  #locale;
  #environment;
  #executable;

  /** As of code-server. */
  constructor(place, locale, environment, theme = 'light') {
    this.#place = place;
    this.#locale = locale;
    this.#environment = environment;
    writeSettings(join(place, 'user-data'), theme);
    writeDisplayLanguage(join(place, 'user-data'), locale);
  }

  async install(vsix) {
    const [cli, ...flags] = resolveCliArgsFromVSCodeExecutablePath(await this.#program(), {
      reuseMachineInstall: true,
    });
    const all = [...flags, ...this.#places(), '--install-extension', vsix];
    // The command line of VS Code is a batch file on Windows, which only a shell starts.
    const shell = process.platform === 'win32';
    const quoted = (argument) => (shell ? `"${argument}"` : argument);
    const { status, error } = spawnSync(quoted(cli), all.map(quoted), { stdio: 'inherit', shell });
    if (status !== 0) throw new Error(`${vsix} was not installed: ${error?.message ?? `${cli} ended with ${status}`}`);
  }

  async start() {
    await this.#program();
  }

  async openWindow(folder) {
    const application = await _electron.launch({
      executablePath: await this.#program(),
      args: [folder, ...this.#flags()],
      env: this.#clean(),
    });
    return { page: await application.firstWindow(), close: () => application.close() };
  }

  async startSuite() {
    await runTests({
      vscodeExecutablePath: await this.#program(),
      reuseMachineInstall: true,
      // Something must be under development for VS Code to run tests; what is tested is the installed VSIX.
      extensionDevelopmentPath: host,
      extensionTestsPath: this.#environment.JIXIAO_SUITE,
      // Without the suite's name the host leaves the calling to VS Code.
      extensionTestsEnv: { JIXIAO_SUITE_OUTCOME: this.#environment.JIXIAO_SUITE_OUTCOME },
      launchArgs: [this.#environment.JIXIAO_SUITE_FOLDER, ...this.#flags()],
    });
    return { close: async () => undefined };
  }

  /** Each window was an application of its own, and is closed. */
  async stop() {}

  async #program() {
    this.#executable ??= process.env.VSCODE_TEST_PATH ?? (await downloaded());
    if (!existsSync(this.#executable)) {
      throw new Error(
        `VSCODE_TEST_PATH：没有 ${this.#executable}。 VSCODE_TEST_PATH names ${this.#executable}, which is not there.`,
      );
    }
    return this.#executable;
  }

  #places() {
    return [`--user-data-dir=${join(this.#place, 'user-data')}`, `--extensions-dir=${join(this.#place, 'extensions')}`];
  }

  #flags() {
    const flags = ['--disable-workspace-trust', '--disable-updates', '--disable-telemetry', '--skip-welcome'];
    flags.push('--skip-release-notes', '--disable-gpu', `--locale=${this.#locale}`);
    if (process.getuid?.() === 0) flags.push('--no-sandbox');
    return [...this.#places(), ...flags];
  }

  /** Variables of a VS Code around this process would make the new one believe that it is part of that. */
  #clean() {
    const isForeign = (name) => name.startsWith('VSCODE_') || name === 'ELECTRON_RUN_AS_NODE';
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isForeign(name)));
  }
}

async function downloaded() {
  try {
    return await downloadAndUnzipVSCode();
  } catch (error) {
    throw new Error(
      '没能下载 VS Code：请安装，并用环境变量 VSCODE_TEST_PATH 指明其程序文件。 ' +
        `VS Code could not be downloaded (${error.message}): install it and name its executable in VSCODE_TEST_PATH.`,
    );
  }
}
