import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import { expectLongRun } from '../engine.js';
import type { BuildJob, BuildOutcome } from './build-job.js';

/** The bundled program of a thread, which the build puts beside this one. */
const PROGRAM = 'build-worker.js';

/** Jobs handed out ahead of the one whose outcome is due, for each thread; it bounds the memory. */
const AHEAD = 4;

/**
 * Megabytes for what a thread has just made: a report is gone before it counts as old, which spares some work and,
 * as nothing piles up, a third of the memory.
 */
const YOUNG_GENERATION = 48;

/** Runs jobs in threads, and gives their outcomes in the order of the jobs. */
export async function* inThreads(
  jobs: readonly BuildJob[],
  threads: number,
): AsyncGenerator<{ job: BuildJob; outcome: BuildOutcome }> {
  expectLongRun();
  const program = fileURLToPath(new URL(PROGRAM, import.meta.url));
  const pool = workerpool.pool(program, {
    workerType: 'thread',
    maxWorkers: threads,
    workerThreadOpts: { resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION } },
  });
  const running: Promise<BuildOutcome>[] = [];
  const begin = (index: number) => {
    const job = jobs[index];
    if (!job) return;
    const outcome = Promise.resolve<BuildOutcome>(pool.exec('build', [job]));
    // Whoever waits for it hears of a failure; until then it must not count as unhandled.
    outcome.catch(() => undefined);
    running.push(outcome);
  };
  try {
    for (let index = 0; index < threads * AHEAD; index += 1) begin(index);
    for (const [index, job] of jobs.entries()) {
      const outcome = running.shift();
      if (outcome) yield { job, outcome: await outcome };
      begin(index + threads * AHEAD);
    }
  } finally {
    await pool.terminate(true);
  }
}
