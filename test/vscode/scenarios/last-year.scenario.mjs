import { existsSync } from 'node:fs';
import { eventually, lines } from '../expectations.mjs';
import { command, input } from './questions.mjs';

const lastYear = `预算 三公经费 单位为 万元 {
  列 上年决算 | 本年预算 | 本年决算
  公务接待费 = 20 | 30 | 18.25
}

报告 "2024年度自评报告" {
  年度 2024
  日期 2025-06-05
  节 "支出情况" {
    [ 2024年共支出#{三公经费.公务接待费.本年决算}，去年的说法还在。 ]
  }
}
`;

export const workspace = { files: { '往年/自评报告2024.perf': lastYear } };

export async function lastYearsReportBecomesThisYears(workbench) {
  await command(workbench, "Perf: New Report from Last Year's…");
  await workbench.page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await workbench.screenshot('from last year 1 which');
  await workbench.pick(/自评报告2024\.perf/);
  await eventually(async () => /往年.自评报告2025\.perf$/.test(await input(workbench).inputValue()));
  await workbench.screenshot('from last year 2 file');
  await workbench.press('Enter');
  await eventually(() => existsSync(workbench.path('往年/自评报告2025.perf')));
  await workbench.page.locator('.tab.active', { hasText: '自评报告2025.perf' }).waitFor();
  await workbench.notification(/数字已清空|Figures are left blank/).waitFor();
  const text = lines(workbench.text('往年/自评报告2025.perf'));
  text.have(/^引入 "自评报告2024\.perf" 为 上年$/);
  text.have(/^ {2}公务接待费 = 上年\.三公经费\.公务接待费\.本年决算 \| — \| —$/);
  text.have(/^报告 "2025年度自评报告" \{$/);
  text.have(/2025年共支出#\{三公经费\.公务接待费\.本年决算\}，去年的说法还在。/);
  text.haveNo(/日期/);
  await workbench.screenshot('from last year begun');
}
