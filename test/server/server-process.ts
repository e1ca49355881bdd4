import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** The program as it is shipped. */
const BUNDLE = fileURLToPath(new URL('../../packages/server/dist/node.js', import.meta.url));

export type Transport = 'stdio' | 'node-ipc';

export interface ServerProcess {
  readonly process: ChildProcess;
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** What it wrote to the error stream; a server that speaks the protocol writes nothing there. */
  readonly errors: () => string;
  /** The exit code once it is gone; null if a signal ended it. */
  readonly exit: Promise<number | null>;
}

/** Starts the bundled server. */
export function startServerProcess(transport: Transport = 'stdio', executable = process.execPath): ServerProcess {
  if (!existsSync(BUNDLE)) throw new Error(`${BUNDLE} is missing: npm run bundle`);
  const ipc = transport === 'node-ipc';
  const server = spawn(executable, [BUNDLE, `--${transport}`], {
    stdio: ['pipe', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  });
  let errors = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const exit = new Promise<number | null>((resolve) => server.once('exit', resolve));
  const { stdin, stdout } = server;
  if (!stdin || !stdout) throw new Error('the server has no streams');
  return {
    process: server,
    reader: ipc ? new IPCMessageReader(server) : new StreamMessageReader(stdout),
    writer: ipc ? new IPCMessageWriter(server) : new StreamMessageWriter(stdin),
    errors: () => errors,
    exit,
  };
}

/** A Node of this major version outside of the workspace; undefined where there is none. */
export function systemNode(major: number): string | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return folders
    .map((folder) => join(folder, name))
    .filter((file) => existsSync(file))
    .find((file) => execFileSync(file, ['--version'], { encoding: 'utf8' }).startsWith(`v${major}.`));
}
