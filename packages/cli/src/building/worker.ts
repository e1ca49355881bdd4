import module from 'node:module';
import workerpool from 'workerpool';
import type { BuildJob, BuildOutcome } from './build-job.js';

// Keeps compiled code between runs; every thread has to ask for it. Exists from Node 22.8 on.
module.enableCompileCache?.();

workerpool.worker({
  build: async (job: BuildJob): Promise<BuildOutcome> => {
    const { buildFile } = await import('./build-file.js');
    return await buildFile(job);
  },
});
