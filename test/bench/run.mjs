/**
 * Bundles one measurement with everything it measures, as the shipped programs are bundled, and runs it.
 *
 *     node test/bench/run.mjs word/bench.ts [options of the measurement]
 */
import { spawnSync } from 'node:child_process';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) throw new Error('Which measurement?');
const here = fileURLToPath(new URL('.', import.meta.url));
const program = await bundle(entry);
const { status } = spawnSync(execPath, ['--expose-gc', program, ...args], { stdio: 'inherit', cwd: here });
process.exitCode = status ?? 1;
