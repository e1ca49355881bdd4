import { spawn } from 'node:child_process';
import type { Outcome } from './run-here.js';

export interface ProcessOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A file descriptor for standard output, instead of remembering it. */
  readonly stdout?: number;
  /** Stop reading after the first piece of output, as `head` does. */
  readonly leaveEarly?: boolean;
  /** Runs as another user; only the superuser may ask for it. */
  readonly uid?: number;
}

/** Starts a program as a process of its own, and waits for its end. */
export function start(command: string, args: readonly string[], options: ProcessOptions): Promise<Outcome> {
  const { cwd, env = {}, stdout = 'pipe', leaveEarly = false, uid } = options;
  const { CI, NO_COLOR, FORCE_COLOR, JIXIAO_DEBUG, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...inherited, ...env },
      stdio: ['ignore', stdout, 'pipe'],
      ...(uid !== undefined && { uid, gid: uid }),
    });
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (leaveEarly) child.stdout?.destroy();
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
