/** What a column of an indicator table can show, both spellings. Forms choose among these. */
export const INDICATOR_COLUMNS = [
  { zh: '一级指标', en: 'level1' },
  { zh: '二级指标', en: 'level2' },
  { zh: '三级指标', en: 'level3' },
  { zh: '指标值', en: 'target' },
  { zh: '实际值', en: 'actual' },
  { zh: '完成率', en: 'attainment' },
  { zh: '分值', en: 'points' },
  { zh: '得分', en: 'score' },
  { zh: '扣分', en: 'deduction' },
  { zh: '偏差原因', en: 'reason' },
  { zh: '改进措施', en: 'measure' },
  { zh: '说明', en: 'remarks' },
] as const;
