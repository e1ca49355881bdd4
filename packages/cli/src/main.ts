import { expectShortRun } from './optimisation.js';
import { processTerminal } from './process-terminal.js';
import { run } from './program.js';

expectShortRun();
const code = await run(process.argv.slice(2), processTerminal(), process.env.JIXIAO_DEBUG === '1');
// Not process.exit(): what was printed into a pipe must still get there. A failed output has set a code already.
process.exitCode ||= code;
