/** A generated report with the places where it is edited. */
export interface GeneratedReport {
  readonly text: string;
  /** Lines in the middle of the file, from 0: a row with a figure, a line of prose. */
  readonly figureLine: number;
  readonly proseLine: number;
}

/** Lines that one project takes: its figures, and what the report says of it. */
const LINES_A_PROJECT = 30;

/** Lines of everything else. */
const LINES_AROUND = 40;

/** A report of about so many lines, whose figures add up; `seed` makes one differ from the next. */
export function generateReport(lines: number, seed = 0): GeneratedReport {
  const projects = Math.max(1, Math.round((lines - LINES_AROUND) / LINES_A_PROJECT));
  const numbers = Array.from({ length: projects }, (_, index) => index + 1);
  const text = [
    HEAD,
    ...numbers.map((number) => figures(number, seed)),
    indicators(numbers),
    `报告 "${2000 + (seed % 100)}年项目支出绩效自评报告" {\n  单位 示例单位\n  年度 2024\n  日期 2025-03-20\n`,
    ...numbers.map(section),
    '}\n',
  ].join('\n');
  const middle = numbers[Math.floor(projects / 2)] ?? 1;
  const all = text.split('\n');
  return {
    text,
    figureLine: all.findIndex((line) => line.includes(`商品服务${middle} `)),
    proseLine: all.findIndex((line) => line.includes(`第${middle}个项目按照`)),
  };
}

const HEAD = `// 生成的报告，用来测量速度
单位 示例单位 "示例县林业局" {
  简称 我局
}
`;

function figures(number: number, seed: number): string {
  const wages = 100 + ((number * 7 + seed) % 90);
  const goods = 50 + ((number * 13) % 40);
  const capital = 20 + (number % 15);
  const men = 300 + (number % 50);
  const women = 280 + (number % 45);
  return `// 第${number}个项目
预算 项目资金${number} "第${number}个项目资金" 单位为 万元 = ${wages + goods + capital}.5 {
  按 经济分类 {
    工资福利${number}   = ${wages}.25
    商品服务${number}   = ${goods}.25
    资本性支出${number} = ${capital}
  }
}
数据 受益人口${number} "受益人口" = ${men + women}人 {
  男性${number} "男性" = ${men}人
  女性${number} "女性" = ${women}人
}
数据 造林${number} "造林面积" = ${100 + number}亩
核对 造林${number} >= 50亩 否则 "造林面积偏少"
`;
}

function indicators(numbers: readonly number[]): string {
  const rows = numbers.slice(0, 20).map((number) => `      造林面积${number} 1分: >= 100亩 -> 造林${number}`);
  return `指标 自评表 "绩效自评表" 采用 财预2020 {
  产出指标 50分 {
    数量指标 ${rows.length}分 {
${rows.join('\n')}
    }
  }
}
`;
}

function section(number: number): string {
  return `  节 "第${number}个项目实施情况" {
    [
      2024年第${number}个项目共支出#{项目资金${number}}，其中：#{分项(项目资金${number}.经济分类)}。
      第${number}个项目按照绩效目标逐项核对，完成造林#{造林${number}}，受益人口#{受益人口${number}}。
      主要做法是：
      + 成立项目领导小组，明确职责分工，按月调度进度；
      + 严格执行招标投标和政府采购规定，资金专款专用；
      + 组织县级验收，建立管护台账。
    ]
    表 项目资金${number}.经济分类 "第${number}个项目支出情况表"
    节 "存在的问题" [
      部分地块受天气影响推进较慢，个别标段验收滞后，后续管护力量还不够。
    ]
  }
`;
}
