import { availableParallelism } from 'node:os';
import { EXIT, type ExitCode, worse } from '../exit-codes.js';
import { failure } from '../failure.js';
import type { Speaker } from '../terminal.js';
import type { BuildJob, BuildOutcome } from './build-job.js';
import { Progress } from './progress.js';
import { BuildTeller } from './tell.js';

/** With fewer files a second thread would spend longer on starting than it saves. */
const WORTH_THREADS = 8;

/**
 * Runs jobs, many of them on all cores. One that fails does not keep the others from being built;
 * what became of them is told in the order of the jobs.
 * @throws Failure if there is no report in any of the files
 */
export async function buildAll(jobs: readonly BuildJob[], speaker: Speaker, written: string): Promise<ExitCode> {
  const teller = new BuildTeller(speaker);
  const progress = new Progress(speaker, jobs.length);
  let code: ExitCode = EXIT.clean;
  for await (const { job, outcome } of outcomes(jobs)) {
    progress.clear();
    code = worse(code, teller.tell(job, outcome));
    progress.advance();
  }
  progress.clear();
  if (code === EXIT.clean && teller.written === 0) {
    throw failure(
      `“${written}”里没有报告，没有可以生成的 Word 文件。`,
      `There is no report in “${written}”, so no Word file can be built.`,
    );
  }
  if (teller.written > 1) {
    speaker.say({ zh: `共生成 ${teller.written} 个 Word 文件。`, en: `${teller.written} Word files built.` });
  }
  return code;
}

async function* outcomes(jobs: readonly BuildJob[]): AsyncGenerator<{ job: BuildJob; outcome: BuildOutcome }> {
  const threads = Math.min(availableParallelism(), jobs.length);
  if (jobs.length >= WORTH_THREADS && threads > 1) {
    const { inThreads } = await import('./threads.js');
    yield* inThreads(jobs, threads);
    return;
  }
  const { buildFile } = await import('./build-file.js');
  for (const job of jobs) yield { job, outcome: await buildFile(job) };
}
