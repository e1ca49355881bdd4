import { cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Workbench } from './workbench.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pictures = join(root, '.output', 'vscode');

/**
 * A scenario is an exported `async (workbench) => void` of a file in `scenarios/`; its name says what must hold.
 * The file may also export `workspace`: `{ folder }`, a folder of the repository to work on a copy of, and `files`,
 * texts by path to lay in as well.
 *
 * @param {string[]} only parts of names; empty takes all
 */
export async function loadScenarios(folder, only) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.scenario.mjs'));
  const modules = await Promise.all(files.sort().map((file) => import(pathToFileURL(join(folder, file)).href)));
  const scenarios = modules.flatMap((module, i) =>
    Object.entries(module)
      .filter(([, value]) => typeof value === 'function')
      .map(([name, run]) => ({
        name: `${basename(files[i], '.scenario.mjs')} › ${name}`,
        workspace: module.workspace ?? {},
        run,
      })),
  );
  return scenarios.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
}

/**
 * Runs scenarios one after the other, each in a window of its own on a copy of its folder.
 *
 * @param {(folder: string) => Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>} openWindow
 * @returns {Promise<{ name: string, error?: string }[]>} `error` only on a failed one, which also leaves a picture
 */
export async function runScenarios(scenarios, below, openWindow) {
  mkdirSync(pictures, { recursive: true });
  const outcomes = [];
  for (const { name, workspace, run } of scenarios) {
    const folder = layWorkspace(workspace, below);
    let window;
    let workbench;
    try {
      window = await openWindow(folder);
      window.page.setDefaultTimeout(15_000);
      workbench = new Workbench(window.page, folder);
      await workbench.ready();
      await run(workbench);
      outcomes.push({ name });
    } catch (error) {
      await workbench?.screenshot(`failed ${name.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`).catch(() => undefined);
      outcomes.push({ name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      await window?.close();
    }
  }
  return outcomes;
}

function layWorkspace({ folder, files = {} }, below) {
  const place = mkdtempSync(join(below, 'folder-'));
  if (folder !== undefined) cpSync(join(root, folder), place, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}
