import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';

const report = (title, text) => `报告 "${title}" {
  单位 甲局
  年度 2024
  日期 2025-06-05
  节 "基本情况" [
    ${text}
  ]
}
`;

const file = '两份.perf';

export const workspace = {
  files: {
    [file]: `单位 甲局 "甲县甲局" {
  简称 "我局"
}

数据 人口 = 12人

${report('整体报告', '共有#{人口}，第一份。')}
${report('项目报告', '共有#{人口}，第二份。')}`,
  },
};

export async function eachOfSeveralReportsIsShownAndCompiled(workbench) {
  await workbench.open(file);
  await workbench.served();
  await workbench.command('Perf: Open Preview to the Side');
  const paper = workbench.webview();
  await paper.locator('.jx-text', { hasText: '共有12人，第一份。' }).waitFor();
  const select = paper.locator('.toolbar select');
  await select.selectOption({ label: '项目报告' });
  await paper.locator('.jx-text', { hasText: '共有12人，第二份。' }).waitFor();
  assert.equal(await paper.locator('.jx-text', { hasText: '第一份' }).count(), 0);
  await workbench.replace(/人口 = 12人/, '人口 = 34人');
  await paper.locator('.jx-text', { hasText: '共有34人，第二份。' }).waitFor();
  await workbench.screenshot('several reports');
  // From the preview, the one that is shown; from the editor, the one that is picked.
  await paper.locator('.percent').click();
  const active = workbench.page.locator('.editor-group-container.active .tab.active');
  await active.filter({ hasText: /预览|Preview/ }).waitFor();
  await workbench.press('Control+Alt+W');
  await workbench.said(/项目报告\.docx/);
  assert.ok(!existsSync(workbench.path('两份-整体报告.docx')));
  await workbench.open(file);
  await workbench.command('Perf: Compile to Word');
  await workbench.pick('整体报告');
  await workbench.said(/整体报告\.docx/);
  assert.ok(existsSync(workbench.path('两份-整体报告.docx')));
}
