import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { eventually } from '../expectations.mjs';

const short = `单位 甲局 "甲县甲局" { 简称 "我局" }

数据 项目 = 5户 { 东片 = 2  西片 = 3 }

报告 "短报告" {
  单位 甲局
  年度 2024
  日期 2025-06-05
  节 "实施情况" [ 只有一句话。 ]
  附件 1 "项目表" 横向 { 表 项目 }
}
`;

/** Takes some seconds to become a Word file, and less to be read. */
const long = `单位 甲局 "甲县甲局" { 简称 "我局" }

数据 项目 单位为 户 {
${Array.from({ length: 8_000 }, (_, i) => `  项目${i} = ${i}`).join('\n')}
}

报告 "长报告" {
  单位 甲局
  年度 2024
  日期 2025-06-05
  节 "实施情况" { ${'表 项目 '.repeat(20)}}
}
`;

export const workspace = { files: { 'short.perf': short, 'long.perf': long } };

export async function aShortReportIsAsLongAsItsSheets(workbench) {
  await workbench.open('short.perf');
  await workbench.served();
  await workbench.command('Perf: Open Preview to the Side');
  const paper = workbench.webview();
  await paper.locator('.jx-sheet').first().waitFor();
  /** Height to width of the first stretch of sheets of a kind. */
  const shape = (kind) =>
    paper.locator('.paper').evaluate((element, sheet) => {
      const first = element.querySelector(`.${sheet}.jx-first`).getBoundingClientRect();
      const last = element.querySelector(`.${sheet}.jx-last`).getBoundingClientRect();
      return (last.bottom - first.top) / first.width;
    }, kind);
  const areWhole = async () =>
    Math.abs((await shape('jx-portrait')) - 297 / 210) < 0.01 &&
    Math.abs((await shape('jx-landscape')) - 210 / 297) < 0.01;
  await eventually(areWhole);
  await workbench.screenshot('short report');
  await workbench.replace(/只有一句话。/, '现在有两句话。这是第二句。');
  await paper.locator('.jx-text', { hasText: '这是第二句' }).waitFor();
  await eventually(areWhole);
}

export async function compilingIsCancelled(workbench) {
  await workbench.open('long.perf');
  await workbench.served();
  await workbench.command('Perf: Compile to Word');
  const progress = workbench.notification(/(正在|Compiling).*长报告/);
  await progress.getByRole('button', { name: /^Cancel$/ }).click();
  await progress.waitFor({ state: 'detached' });
  // The next report is compiled as ever, and by then a file of the cancelled one would be there.
  await workbench.open('short.perf');
  await workbench.command('Perf: Compile to Word');
  await workbench.said(/已生成|Written/);
  assert.deepEqual(
    readdirSync(workbench.path('.')).filter((file) => file.endsWith('.docx')),
    ['short-短报告.docx'],
  );
}
