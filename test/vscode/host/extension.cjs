// Calls the suite inside the extension host of a code-server, as `--extensionTestsPath` has a desktop VS Code do.
// The harness says in the environment where the suite is, and which folder's window it is meant for.
const { env } = require('node:process');
const { workspace } = require('vscode');

exports.activate = async () => {
  const { JIXIAO_SUITE: suite, JIXIAO_SUITE_FOLDER: folder } = env;
  if (suite !== undefined && workspace.workspaceFolders?.[0]?.uri.fsPath === folder) await require(suite).run();
};
