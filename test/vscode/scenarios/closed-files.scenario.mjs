export const workspace = {
  folder: 'examples/mingxikou-2024',
  files: { '.vscode/settings.json': '{ "jixiao.diagnostics.unopenedFiles": false }' },
};

export async function aTaskOfOursListsNothingTwice(workbench) {
  await workbench.open('corrected.perf');
  await workbench.served();
  await workbench.problems.expect(1);
  await workbench.runTask(/核对报告|check reports/);
  await workbench.problems.expect(9);
  // From here on the editor lists the findings of this file.
  await workbench.open('as-published.perf');
  await workbench.problems.expect(9);
}
