import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** One run of a program, from its start to its end. */
export interface Run {
  readonly milliseconds: number;
  /** Most memory it held, in megabytes; NaN where the system does not tell. */
  readonly peak: number;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** The exit codes that are no failure; by default 0 alone. */
  readonly accepted?: readonly number[];
}

/** How often the memory of a running program is looked at, in milliseconds. */
const LOOK = 4;

/**
 * Runs a program to its end.
 * @param watched whether its memory is looked at meanwhile, which holds a program with several threads up
 * @throws Error if it fails
 */
export function run({ program, args, cwd, accepted = [0] }: Command, watched = true): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], ...(cwd !== undefined && { cwd }) });
    let peak = Number.NaN;
    let complaint = '';
    child.stderr.on('data', (piece) => {
      complaint += piece;
    });
    const look = () => {
      peak = peakOf(child.pid) ?? peak;
    };
    const timer = watched ? setInterval(look, LOOK) : undefined;
    child.on('error', reject);
    child.on('close', (code) => {
      const milliseconds = performance.now() - start;
      clearInterval(timer);
      if (code !== null && accepted.includes(code)) resolve({ milliseconds, peak });
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}: ${complaint}`));
    });
  });
}

/** The most memory a process has held so far, in megabytes; Linux alone tells. */
export function peakOf(pid: number | undefined): number | undefined {
  return memoryLine(pid, 'VmHWM');
}

/** The memory a process holds now, in megabytes. */
export function memoryOf(pid: number | undefined): number | undefined {
  return memoryLine(pid, 'VmRSS');
}

/** What a process has computed so far, in milliseconds, whatever else runs; NaN but on Linux. */
export function computedBy(pid: number | undefined): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const times = threads.map((id) => Number.parseInt(readFileSync(`/proc/${pid}/task/${id}/schedstat`, 'utf8'), 10));
    return times.reduce((sum, time) => sum + time, 0) / 1e6;
  } catch {
    return Number.NaN;
  }
}

function memoryLine(pid: number | undefined, name: string): number | undefined {
  try {
    const kilobytes = new RegExp(`${name}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

/**
 * Runs commands in turn, `rounds` times over, so that what slows the machine down slows down all of them.
 * A first round warms the caches of the disk, a second one looks at memory; neither is timed.
 */
export async function inTurn<K extends string>(
  commands: Readonly<Record<K, Command | undefined>>,
  rounds: number,
): Promise<Record<K, Run[]>> {
  const names = Object.keys(commands) as K[];
  const runs = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<K, Run[]>;
  const peaks = new Map<K, number>();
  for (let round = -2; round < rounds; round += 1) {
    for (const name of names) {
      const command = commands[name];
      if (!command) continue;
      const { milliseconds, peak } = await run(command, round < 0);
      if (round < 0) peaks.set(name, peak);
      else runs[name].push({ milliseconds, peak: peaks.get(name) ?? Number.NaN });
    }
  }
  return runs;
}

/** Whether pandoc can be compared with; where it must be (CI), its absence is an error. */
export function hasPandoc(): boolean {
  const found = spawnSync('pandoc', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!found && process.env.CI === 'true') throw new Error('pandoc is not installed');
  return found;
}
