import { expectShortRun } from './engine.js';

expectShortRun();
const { runProcess } = await import('./process.js');
await runProcess();
