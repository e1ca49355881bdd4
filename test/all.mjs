/**
 * Everything `npm test` runs, in order, stopping at the first failure. The suites that need more
 * than Node (LibreOffice, a real VS Code) and the long random runs have their own commands and are
 * part of it in CI. VS Code is tried with the package that is made just before.
 */
import { spawnSync } from 'node:child_process';

const inCi = process.env.CI === 'true';

/** Steps as [what, command, environment]. */
const steps = [
  ['lint', 'npm run --silent lint'],
  ['generate', 'npm run --silent generate'],
  ['types', 'npm run --silent typecheck'],
  ['bundles', 'npm run --silent bundle'],
  ['tests', 'vitest run --config test/vitest.config.ts', inCi ? { JIXIAO_EFFORT: '3', JIXIAO_DAMAGE: '11' } : {}],
  ...(inCi
    ? [
        ['Word', 'npm run --silent test:word'],
        ['package', 'npm run --silent package'],
        ['VS Code', 'npm run --silent test:vscode'],
      ]
    : []),
];

for (const [what, command, environment] of steps) {
  const started = Date.now();
  const { status } = spawnSync(command, {
    shell: true,
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${what} (${seconds} s)`);
  if (status !== 0) process.exit(status ?? 1);
}
if (!inCi) console.log('not run here, only in CI: npm run test:word, npm run package && npm run test:vscode');
