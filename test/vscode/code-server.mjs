import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './browser.mjs';
import { writeDisplayLanguage, writeSettings } from './settings.mjs';
import { packFolder } from './vsix.mjs';

const program = fileURLToPath(new URL('node_modules/code-server/out/node/entry.js', import.meta.url));
const host = fileURLToPath(new URL('host', import.meta.url));

/**
 * VS Code as a server, with its windows in Chromium. It keeps to folders of its own below `place`; nothing of the
 * user's own settings is read or written.
 */
export class CodeServer {
  #place;
  #locale;
  #environment;
  #server;
  #browser;
  #url;

  /**
   * @param {string} place a fresh folder
   * @param {string} locale display language, such as `zh-cn`
   * @param {Record<string, string>} environment what the suite in the extension host is to see
   * @param {'light' | 'dark'} theme
   */
  constructor(place, locale, environment, theme = 'light') {
    this.#place = place;
    this.#locale = locale;
    this.#environment = environment;
    writeSettings(join(place, 'user-data'), theme);
    writeDisplayLanguage(join(place, 'user-data'), locale);
  }

  /** @param {string} vsix path; a folder laid into the extensions folder would not be noticed */
  async install(vsix) {
    const child = this.#spawn(['--install-extension', vsix]);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) throw new Error(`${vsix} was not installed:\n${output}`);
  }

  /** Installs what calls the suite, then starts. */
  async start() {
    const vsix = join(this.#place, 'test-host.vsix');
    packFolder(host, vsix);
    await this.install(vsix);
    const port = await freePort();
    const flags = ['--auth=none', `--bind-addr=127.0.0.1:${port}`, `--locale=${this.#locale}`, '--ignore-last-opened'];
    flags.push('--disable-telemetry', '--disable-update-check', '--disable-workspace-trust');
    flags.push('--disable-getting-started-override', '--disable-proxy');
    // A window that was closed does not come back: its extension host need not wait for it.
    flags.push('--reconnection-grace-time=5');
    this.#server = this.#spawn(flags);
    const log = createWriteStream(join(this.#place, 'code-server.log'));
    for (const stream of [this.#server.stdout, this.#server.stderr]) stream.pipe(log, { end: false });
    this.#url = `http://127.0.0.1:${port}`;
    await this.#answers();
    this.#browser = await launchBrowser();
  }

  async openWindow(folder, viewport = { width: 1440, height: 900 }) {
    const context = await this.#browser.newContext({ viewport, locale: this.#locale });
    const page = await context.newPage();
    await page.goto(`${this.#url}/?folder=${encodeURIComponent(folder)}`);
    return { page, close: () => context.close() };
  }

  /** Starts the suite: the test host runs it in the window of the suite's folder. */
  async startSuite() {
    const { close } = await this.openWindow(this.#environment.JIXIAO_SUITE_FOLDER);
    return { close };
  }

  /** Ends the browser, the server and the extension hosts it started. */
  async stop() {
    await this.#browser?.close();
    const server = this.#server;
    if (server === undefined || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once('close', resolve));
    process.kill(-server.pid, 'SIGTERM');
    const forced = setTimeout(() => process.kill(-server.pid, 'SIGKILL'), 5_000);
    await ended;
    clearTimeout(forced);
  }

  async #answers() {
    for (let attempt = 0; attempt < 300; attempt++) {
      if (this.#server.exitCode !== null) break;
      const answer = await fetch(`${this.#url}/healthz`).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`code-server did not start; see ${join(this.#place, 'code-server.log')}`);
  }

  #spawn(flags) {
    const own = ['config.yaml', 'user-data', 'extensions'].map((name) => join(this.#place, name));
    const places = [`--config=${own[0]}`, `--user-data-dir=${own[1]}`, `--extensions-dir=${own[2]}`];
    return spawn(process.execPath, [program, ...places, ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own: the server starts others, and all are ended together.
      detached: true,
      env: {
        ...outerEnvironment(),
        ...this.#environment,
        XDG_DATA_HOME: this.#place,
        XDG_CONFIG_HOME: this.#place,
        // No marketplace: nothing is looked up there, and no start waits for its answer.
        EXTENSIONS_GALLERY: '{}',
      },
    });
  }
}

/** Started from a terminal inside VS Code, the server would hand its work over to that window. */
function outerEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_')));
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
