import assert from 'node:assert/strict';
import { eventually, settled } from '../expectations.mjs';

export const workspace = { folder: 'examples/mingxikou-2024' };

const example = 'as-published.perf';

async function opened(workbench, file = example) {
  await workbench.open(file);
  await workbench.served();
  await workbench.command('Perf: Open Preview to the Side');
  const paper = workbench.webview();
  await paper.locator('.jx-sheet').first().waitFor();
  return paper;
}

/** How far the paper is scrolled. */
const scrolled = (paper) => paper.locator('.view').evaluate(({ scrollTop }) => scrollTop);

export async function theFigureStandsOnPaperAndFollowsAnEdit(workbench) {
  const violations = [];
  workbench.page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) violations.push(message.text());
  });
  const paper = await opened(workbench);
  const sentence = paper.locator('.jx-text', { hasText: '年末实有人员' });
  await sentence.filter({ hasText: '83人' }).waitFor();
  await workbench.screenshot('preview beside the editor');
  await workbench.goTo(14, 9);
  await workbench.press('Delete');
  await workbench.type('9');
  await sentence.filter({ hasText: '93人' }).waitFor();
  await workbench.press('Backspace');
  await workbench.type('8');
  await sentence.filter({ hasText: '83人' }).waitFor();
  assert.deepEqual(violations, []);
}

export async function aClickOnPaperMovesTheCursor(workbench) {
  const paper = await opened(workbench);
  await paper.locator('.jx-value', { hasText: '2799.38万元' }).first().click();
  // 2024年度我镇共支出#{支出}。
  await eventually(async () => (await workbench.cursor()).line === 126);
  assert.equal((await workbench.cursor()).column, 20);
  await paper.locator('.jx-table td', { hasText: '30.00' }).first().click();
  await workbench.editor('unit.perf').waitFor();
}

export async function findingsAreMarkedAndFiguresExplained(workbench) {
  const paper = await opened(workbench);
  const flag = paper.locator('.flag.warning').first();
  await flag.hover();
  const box = paper.locator('.explanation');
  await box.filter({ hasText: '执行率' }).waitFor();
  await workbench.screenshot('finding on paper');
  await paper.locator('.jx-value', { hasText: '2799.38万元' }).first().hover();
  await box.filter({ hasText: '工资福利支出' }).waitFor();
  await workbench.screenshot('explanation on paper');
}

export async function editorAndPaperScrollTogether(workbench) {
  const paper = await opened(workbench);
  const before = await scrolled(paper);
  await workbench.goTo(190, 1);
  await eventually(async () => (await scrolled(paper)) > before + 500);
  await settled(() => scrolled(paper));
  assert.equal((await workbench.cursor()).line, 190);
  assert.ok((await workbench.lineNumbers()).includes(190));
  // From the paper back; the editor comes along, and then nothing moves any more.
  await paper.locator('.view').hover();
  await workbench.page.mouse.wheel(0, -100_000);
  await eventually(async () => (await workbench.lineNumbers()).includes(98));
  await settled(() => workbench.lineNumbers());
  assert.equal(await scrolled(paper), 0);
}

export async function thePaperIsZoomedAndHasAnOutline(workbench) {
  const paper = await opened(workbench);
  const percent = () => paper.locator('.percent').textContent();
  const fitting = await percent();
  await paper.locator('.zoom button').last().click();
  await eventually(async () => (await percent()) !== fitting);
  await paper.locator('.percent').click();
  await eventually(async () => (await percent()) === fitting);
  await paper.locator('.toolbar button').first().click();
  await paper.locator('.outline button', { hasText: '下一步改进措施' }).click();
  const heading = paper.locator('h2', { hasText: '下一步改进措施' });
  await eventually(async () => (await heading.boundingBox()).y < 300);
  await paper.locator('.outline .current', { hasText: '下一步改进措施' }).waitFor();
  await workbench.screenshot('outline');
}

export async function aReloadKeepsThePlace(workbench) {
  const paper = await opened(workbench, 'corrected.perf');
  await paper.locator('.toolbar button').first().click();
  await paper.locator('.zoom button').first().click();
  const percent = Number.parseInt(await paper.locator('.percent').textContent(), 10);
  const heading = paper.locator('section', { has: paper.locator('h2', { hasText: '部门整体支出绩效情况' }) });
  const key = await heading.getAttribute('data-key');
  await paper.locator('.outline button', { hasText: '部门整体支出绩效情况' }).click();
  const before = await settled(() => scrolled(paper));
  assert.ok(before > 500);
  await workbench.reload(`"zoom":${percent}`, `"top":{"key":"${key}"`);
  const again = workbench.webview();
  await again.locator('.jx-sheet').first().waitFor();
  await eventually(async () => Math.abs((await scrolled(again)) - before) < 5);
  assert.equal(await again.locator('.percent').textContent(), `${percent}%`);
  assert.ok(await again.locator('.outline').isVisible());
  await workbench.editor('corrected.perf').waitFor();
  await workbench.screenshot('after a reload');
}

export async function anyReportOfTheWorkspaceCanBeChosen(workbench) {
  const paper = await opened(workbench);
  const select = paper.locator('.toolbar select');
  await select.selectOption({ index: (await select.locator('option').count()) - 1 });
  await workbench.pick('corrected.perf');
  await paper.locator('.jx-text', { hasText: '预算执行率为' }).waitFor();
  await workbench.page.locator('.tab.active', { hasText: 'corrected.perf' }).first().waitFor();
}
