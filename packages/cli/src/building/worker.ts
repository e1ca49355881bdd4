import workerpool from 'workerpool';
import { keepCompiledCode } from '../engine.js';
import type { BuildJob, BuildOutcome } from './build-job.js';

// Every thread has to ask for it.
keepCompiledCode();

workerpool.worker({
  build: async (job: BuildJob): Promise<BuildOutcome> => {
    const { buildFile } = await import('./build-file.js');
    return await buildFile(job);
  },
});
