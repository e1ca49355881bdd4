import assert from 'node:assert/strict';
import { eventually } from '../expectations.mjs';

const text = `// 一行注释
数据 项目 "实施的项目" = 5户 { 东片 = 2  西片 = 3 }

报告 "短报告" {
  节 "实施情况" [ 项目惠及#{项目}，*全部*完工。 ]
}
`;

/** Without the colours that the server gives: those of the grammar are all there is until it speaks. */
const settings = {
  '[perf]': { 'editor.semanticHighlighting.enabled': false },
  'editor.bracketPairColorization.enabled': false,
};

export const workspace = { files: { 'short.perf': text, '.vscode/settings.json': JSON.stringify(settings) } };

export async function theGrammarColoursBeforeTheServerSpeaks(workbench) {
  await workbench.open('short.perf');
  const editor = workbench.editor('short.perf');
  /** The colour of the part of a line in which some words stand. */
  const colour = (words) =>
    editor
      .locator('.view-line span span', { hasText: words })
      .first()
      .evaluate((part) => getComputedStyle(part).color);
  await eventually(async () => (await colour('一行注释')) !== (await colour('东片')));
  const plain = await colour('东片');
  for (const words of ['数据', '实施的项目', '户', '报告']) {
    assert.notEqual(await colour(words), plain, words);
  }
  // What stands between brackets is prose, but for what is put into it.
  const prose = await colour('惠及');
  for (const words of ['节', '实施情况', '#', '全部']) assert.notEqual(await colour(words), prose, words);
  await workbench.screenshot('colours of the grammar');
}
