import { readFileSync } from 'node:fs';

/** @typedef {{ name: string, seconds?: number, remark?: string, error?: string }} Outcome `error` only on a failed one */

/**
 * Prints outcomes, one line each, and their sum.
 *
 * @param {Outcome[]} outcomes
 * @returns {number} the exit code: 0 only when something ran and nothing failed
 */
export function report(outcomes) {
  for (const { name, seconds, remark, error } of outcomes) {
    const took = seconds === undefined ? '' : ` (${seconds.toFixed(1)} s)`;
    console.log(`${error === undefined ? '✓' : '✗'} ${name}${took}${remark === undefined ? '' : `: ${remark}`}`);
    if (error !== undefined) console.log(error.replaceAll(/^/gm, '    '));
  }
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  return outcomes.length > 0 && failed === 0 ? 0 : 1;
}

/**
 * Waits for what the suite in the extension host writes when it has ended.
 *
 * @param {string} file where it writes
 * @returns {Promise<Outcome[]>}
 */
export async function writtenOutcomes(file) {
  for (let attempt = 0; attempt < 600; attempt++) {
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [{ name: 'suite', error: 'the suite in the extension host did not end within a minute' }];
}
