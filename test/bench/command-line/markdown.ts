/** About what a report of so many projects says on paper, as Markdown. */
export function generateMarkdown(projects: number): string {
  const numbers = Array.from({ length: projects }, (_, index) => index + 1);
  return ['---\ntitle: 2024年项目支出绩效自评报告\nlang: zh-CN\n---\n', ...numbers.map(section)].join('\n');
}

function section(number: number): string {
  return `# 第${number}个项目实施情况

2024年第${number}个项目共支出${200 + number}.5万元，其中：工资福利${100 + number}.25万元，商品服务${60 + number}.25万元，资本性支出20万元。

第${number}个项目按照绩效目标逐项核对，完成造林${100 + number}亩，受益人口${580 + number}人。

主要做法是：

1. 成立项目领导小组，明确职责分工，按月调度进度；
2. 严格执行招标投标和政府采购规定，资金专款专用；
3. 组织县级验收，建立管护台账。

| 项目 | 金额（万元） |
|:-----|----:|
| 工资福利 | ${100 + number}.25 |
| 商品服务 | ${60 + number}.25 |
| 资本性支出 | 20.00 |

: 第${number}个项目支出情况表

## 存在的问题

部分地块受天气影响推进较慢，个别标段验收滞后，后续管护力量还不够。
`;
}
