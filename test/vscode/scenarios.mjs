import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
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
        file: files[i],
        workspace: module.workspace ?? {},
        run,
      })),
  );
  return scenarios.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
}

/**
 * Runs scenarios one after the other on copies of their folders. Those of one file share a window, which is cleared
 * and whose folder is laid anew in between; a failed one takes its window with it. It is tried once more in a window
 * of its own, for a window has its own pace; one that fails twice has failed, and one that did not is named.
 *
 * @param {(folder: string) => Promise<{ page: import('playwright-core').Page, close: () => Promise<void> }>} openWindow
 * @returns {Promise<import('./outcomes.mjs').Outcome[]>} a failed one also leaves a picture
 */
export async function runScenarios(scenarios, below, openWindow) {
  mkdirSync(pictures, { recursive: true });
  const outcomes = [];
  let shared;
  for (const scenario of scenarios) {
    const { name, file, workspace, run } = scenario;
    const begun = performance.now();
    let failures = [];
    for (let tries = 0; tries < 2 && failures.length === tries; tries++) {
      if (shared !== undefined && shared.file !== file) shared = await shared.window.close();
      try {
        if (shared === undefined) shared = await opened(scenario, below, openWindow);
        else {
          await shared.workbench.clear();
          layWorkspace(workspace, shared.folder);
        }
        await run(shared.workbench);
      } catch (error) {
        const picture = `failed ${name.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`;
        await shared?.workbench.screenshot(picture).catch(() => undefined);
        failures = [...failures, error instanceof Error ? (error.stack ?? error.message) : String(error)];
        shared = await shared?.window.close();
      }
    }
    const seconds = (performance.now() - begun) / 1000;
    const [first, second] = failures;
    if (second !== undefined) outcomes.push({ name, seconds, error: second });
    else
      outcomes.push({
        name,
        seconds,
        ...(first !== undefined && { remark: `only at the second try; before: ${first}` }),
      });
  }
  await shared?.window.close();
  return outcomes;
}

async function opened({ file, workspace }, below, openWindow) {
  // A name that is not ASCII, as on the machines of those who write reports.
  const folder = join(mkdtempSync(join(below, 'folder-')), '明溪口镇');
  mkdirSync(folder);
  layWorkspace(workspace, folder);
  const window = await openWindow(folder);
  window.page.setDefaultTimeout(20_000);
  const workbench = new Workbench(window.page, folder);
  await workbench.ready();
  return { file, folder, window, workbench };
}

/** Makes the folder what the scenarios begin with. A file that is so already is left alone: nobody need notice it. */
function layWorkspace({ folder, files = {} }, place) {
  const wanted = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  if (folder !== undefined) {
    for (const path of filesBelow(join(root, folder))) wanted.set(path, readFileSync(join(root, folder, path)));
  }
  for (const path of filesBelow(place)) if (!wanted.has(path)) rmSync(join(place, path));
  for (const [path, content] of wanted) {
    const file = join(place, path);
    if (existsSync(file) && readFileSync(file).equals(content)) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
