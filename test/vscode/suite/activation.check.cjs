const assert = require('node:assert/strict');

const id = 'jixiao.jixiao';

exports.theExtensionIsInstalled = async (vscode) => {
  assert.ok(vscode.extensions.getExtension(id), `${id} is missing`);
};

exports.aReportIsKnownByItsFileName = async (vscode) => {
  const document = await vscode.workspace.openTextDocument({ language: 'perf', content: '' });
  assert.equal(document.languageId, 'perf');
};

exports.aReportActivatesTheExtension = async (vscode) => {
  await vscode.workspace.openTextDocument({ language: 'perf', content: '' });
  const extension = vscode.extensions.getExtension(id);
  await extension.activate();
  assert.ok(extension.isActive);
};
