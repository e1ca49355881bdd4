/** The smallest report that builds. */
export const REPORT = `单位 甲局 "某县甲局" {
}

数据 支出 = 30万元 {
  基本 = 20万元
  项目 = 10万元
}

报告 "甲局自评报告" {
  单位 甲局
  年度 2024
  节 "支出" [
    全年支出#{支出}。
  ]
}
`;

/** The same with a sum that does not hold. */
export const WRONG_REPORT = REPORT.replace('基本 = 20万元', '基本 = 19万元');

/** A figure whose parts do not make it; nothing else. */
export const WRONG_SUM = '数据 甲 = 3 { 乙 = 1 丙 = 1 }\n';

/** A picture of one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
