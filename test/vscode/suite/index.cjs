// The suite that runs inside the extension host, with VS Code's own interface at hand: `run()` is what both
// `@vscode/test-electron` and the test host of code-server call.
const { readdirSync, renameSync, writeFileSync } = require('node:fs');
const { env } = require('node:process');
const vscode = require('vscode');

/** Each exported function of each `*.check.cjs` is one check: `async (vscode) => void`, or a remark to print. */
function checks() {
  return readdirSync(__dirname)
    .filter((file) => file.endsWith('.check.cjs'))
    .sort()
    .flatMap((file) =>
      Object.entries(require(`./${file}`)).map(([name, check]) => ({ name: `${file.split('.')[0]} › ${name}`, check })),
    );
}

async function outcomeOf({ name, check }) {
  try {
    return { name, remark: await check(vscode) };
  } catch (error) {
    return { name, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

exports.run = async () => {
  const outcomes = [];
  for (const check of checks()) outcomes.push(await outcomeOf(check));
  const file = env.JIXIAO_SUITE_OUTCOME;
  // Renamed into place, so that the harness never reads half a file.
  writeFileSync(`${file}.part`, JSON.stringify(outcomes));
  renameSync(`${file}.part`, file);
};
