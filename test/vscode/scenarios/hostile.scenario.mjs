import assert from 'node:assert/strict';
import { eventually } from '../expectations.mjs';

const script = '<script>window.hacked = 1</script>';
const image = "<img src=x onerror='window.hacked = 1'>";

const text = `单位 坏单位 "${script}" {
  简称 "${image}"
}
数据 坏数据 "${image}" = 5人 {
  甲 "<b>甲</b>" = 2
  乙 "${script}" = 2
}
报告 "报告${image}" {
  单位 坏单位
  年度 2024
  日期 2025-06-05
  节 "第一节${script}" {
    [
      共#{坏数据}，其中#{分项(坏数据)}。${image} &lt;b&gt; ${script} [点我\\](command:workbench.action.quit)
    ]
    表 坏数据 "表${image}"
    图 柱图 坏数据 "图${script}"
  }
}
`;

export const workspace = { files: { 'hostile.perf': text } };

export async function markupInAReportIsOnlyText(workbench) {
  const violations = [];
  workbench.page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  await workbench.open('hostile.perf');
  await workbench.served();
  await workbench.command('Perf: Open Preview to the Side');
  const paper = workbench.webview();
  await paper.locator('.jx-text', { hasText: image }).filter({ hasText: script }).waitFor();
  await paper.locator('h2', { hasText: script }).waitFor();
  await paper.locator('.toolbar option', { hasText: image }).first().waitFor({ state: 'attached' });
  await paper.locator('.toolbar button').first().click();
  await paper.locator('.outline button', { hasText: script }).waitFor();
  await paper.locator('.jx-value', { hasText: '5人' }).first().hover();
  await paper.locator('.explanation', { hasText: image }).waitFor();
  await workbench.screenshot('markup is text');
  const made = 'img, script, iframe, a[href^="command:"], [onerror], [onclick]';
  assert.equal(await paper.locator(`:is(.paper, .outline, .toolbar, .explanation) :is(${made})`).count(), 0);
  assert.equal(await paper.locator('body').evaluate(() => window.hacked), undefined);
  assert.deepEqual(violations, []);
  await workbench.open('hostile.perf');
  await workbench.command('Perf: Show Evaluated Figures');
  const page = workbench.webview();
  await page.locator('table:not(.jx-table) td', { hasText: '<b>甲</b>' }).waitFor();
  assert.equal(await page.locator('td :is(img, script, b)').count(), 0);
  assert.equal(await page.locator('body').evaluate(() => window.hacked), undefined);
}

export async function anUntrustedHoverShowsNoPictureEither(workbench) {
  await workbench.open('hostile.perf');
  await workbench.served();
  await workbench.goTo(4, 4);
  await workbench.hover('坏数据');
  const hover = workbench.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: '坏数据' }).first();
  await eventually(async () => (await hover.innerText()).includes('<img src=x'));
  assert.equal(await hover.locator('img[src="x"]').count(), 0);
  assert.equal(await workbench.page.evaluate(() => window.hacked), undefined);
}
