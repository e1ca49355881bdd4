import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { failure } from '../failure.js';

/** The bundled server, which the build puts beside this program. */
const SERVER = 'server.js';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the language server on this process's standard input and output until it ends. It is a
 * process of its own: the server's bundle decides itself how it starts and ends.
 * @returns the exit code of the server
 * @throws Failure if the server was not built
 */
export async function serve(): Promise<number> {
  const program = fileURLToPath(new URL(SERVER, import.meta.url));
  if (!existsSync(program)) {
    throw failure(
      '语言服务器尚未构建，请先在项目根目录运行 npm run build。',
      'The language server is not built yet: run "npm run build" in the project root first.',
    );
  }
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: 'inherit' });
  for (const signal of FORWARDED) process.on(signal, () => server.kill(signal));
  return await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (exit, signal) => resolve(exit ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
