import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Nothing that reaches out by itself. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of this machine: `CHROMIUM_PATH`, or the first one on the `PATH`. */
export function launchBrowser() {
  const executablePath = process.env.CHROMIUM_PATH ?? onPath();
  if (executablePath === undefined) {
    throw new Error(
      '没有找到 Chromium：请安装，或用环境变量 CHROMIUM_PATH 指明。 No Chromium: install one or set CHROMIUM_PATH.',
    );
  }
  // Chromium refuses its sandbox to root, which is who runs in a container.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = { FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)), ...process.env };
  return chromium.launch({ executablePath, headless: true, args: [...quiet, ...sandbox], env });
}

function onPath() {
  const candidates = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((n) => join(folder, n)));
  return candidates.find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
