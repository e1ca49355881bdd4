import assert from 'node:assert/strict';

/** Figures of four lines each, a sum with two parts, and a paragraph for each of them. */
const groups = 400;
const name = (i) => `项目${String(i).padStart(3, '0')}`;
const figures = Array.from(
  { length: groups },
  (_, i) => `数据 ${name(i)} = ${3 * i + 5}户 {\n  东片 = ${i + 2}\n  西片 = ${2 * i + 3}\n}`,
);
const paragraphs = Array.from({ length: groups }, (_, i) => `    ${name(i)}惠及#{${name(i)}}。`);
const text = `单位 甲局 "甲县甲局" {
  简称 "我局"
}

${figures.join('\n')}

报告 "长报告" {
  单位 甲局
  年度 2024
  日期 2025-06-05
  节 "实施情况" [
${paragraphs.join('\n')}
  ]
}
`;

export const workspace = { files: { 'long.perf': text } };

const sentence = '本项目按期完工，群众普遍满意，共惠及#{项目200.东片}和#{项目200.西片}，资金全部支付到位，没有结余。';

export async function aLongFileIsTypedInKeyByKey(workbench) {
  await workbench.open('long.perf');
  await workbench.served();
  await workbench.problems.expect(0);
  await workbench.open('long.perf');
  const line = text.split('\n').findIndex((candidate) => candidate.includes('项目200惠及')) + 1;
  assert.ok(line > 1800);
  await workbench.goTo(line, 1);
  await workbench.press('End');
  // The brackets that close by themselves are typed over.
  await workbench.type(sentence);
  await workbench.press('Control+Home');
  await workbench.replace(/东片 = 302$/, '东片 = 999');
  const [problem] = await workbench.problems.expect(1);
  assert.match(problem.code, /sum\/mismatch/);
  assert.match(problem.message, /905户.*1602户|1602户.*905户/);
  await workbench.open('long.perf');
  await workbench.save();
  const expected = text
    .replace('项目200惠及#{项目200}。', `项目200惠及#{项目200}。${sentence}`)
    .replace('东片 = 302\n', '东片 = 999\n');
  assert.equal(workbench.text('long.perf'), expected);
  await workbench.screenshot('long file');
}
