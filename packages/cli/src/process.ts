import { processTerminal } from './process-terminal.js';
import { run } from './program.js';

/** Runs the program with the arguments of this process, on its terminal. */
export async function runProcess(): Promise<void> {
  const code = await run(process.argv.slice(2), processTerminal(), process.env.JIXIAO_DEBUG === '1');
  // Not process.exit(): what was printed into a pipe must still get there. A failed output has set a code already.
  process.exitCode ||= code;
}
