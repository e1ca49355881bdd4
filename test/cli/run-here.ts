import { run } from '../../packages/cli/src/program.js';

/** What a run printed, and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly cwd: string;
  readonly colour?: boolean;
  readonly interactive?: boolean;
  /** What comes in from outside. */
  readonly input?: string | Uint8Array;
}

/** Runs the program in this process, from its sources, on a terminal that only remembers. */
export async function runHere(args: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  let out = '';
  let err = '';
  const code = await run(args, {
    cwd: surroundings.cwd,
    colour: surroundings.colour ?? false,
    interactive: surroundings.interactive ?? false,
    input: async () => Buffer.from(surroundings.input ?? ''),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
