import { findingKind } from '../definition.js';

/** 分值: third level sums to second, second to first, exactly. */
export const weightParts = findingKind<{ name: string; points: string; sum: string; difference: string }>(
  'weight/parts',
  'error',
  ({ name, points, sum, difference }) => ({
    zh: `“${name}”分值为${points}，下级指标分值之和为${sum}，相差${difference}`,
    en: `“${name}” is worth ${points}, but its parts make ${sum}: a difference of ${difference}`,
  }),
);

export const weightTotal = findingKind<{ name: string; total: string; sum: string; difference: string }>(
  'weight/total',
  'error',
  ({ name, total, sum, difference }) => ({
    zh: `“${name}”各项分值之和为${sum}，应为${total}，相差${difference}`,
    en: `The points of “${name}” make ${sum}, but should make ${total}: a difference of ${difference}`,
  }),
);

export const weightRubric = findingKind<{
  name: string;
  points: string;
  expected: string;
  rubric: string;
  difference: string;
}>('weight/rubric', 'error', ({ name, points, expected, rubric, difference }) => ({
  zh: `“${name}”分值为${points}，“${rubric}”规定为${expected}，相差${difference}`,
  en: `“${name}” is worth ${points}, but “${rubric}” gives it ${expected}: a difference of ${difference}`,
}));

export const abovePoints = findingKind<{ name: string; score: string; points: string; difference: string }>(
  'score/above-points',
  'error',
  ({ name, score, points, difference }) => ({
    zh: `“${name}”得${score}，超过分值${points}，多${difference}`,
    en: `“${name}” scores ${score}, more than its ${points}, by ${difference}`,
  }),
);

export const negative = findingKind<{ name: string; score: string }>('score/negative', 'error', ({ name, score }) => ({
  zh: `“${name}”得分${score}，得分不能小于0分`,
  en: `“${name}” scores ${score}; a score cannot be below 0`,
}));

export const scoreMismatch = findingKind<{
  name: string;
  score: string;
  expected: string;
  /** What the score follows from: a method, a degree of attainment, or else the scores of the parts. */
  method: string;
  degree: string;
  difference: string;
}>('score/mismatch', 'error', ({ name, score, expected, method, degree, difference }) => {
  const zh = method ? `“${method}”` : degree ? `完成程度${degree}` : '下级指标之和';
  const en = method ? `“${method}” gives` : degree ? `attainment of ${degree} gives` : 'its parts make';
  return {
    zh: `“${name}”得分写为${score}，按${zh}应为${expected}，相差${difference}`,
    en: `“${name}” is given ${score}, but ${en} ${expected}: a difference of ${difference}`,
  };
});

export const outsideBand = findingKind<{
  name: string;
  score: string;
  attainmentZh: string;
  attainmentEn: string;
  low: string;
  high: string;
}>('score/band', 'error', ({ name, score, attainmentZh, attainmentEn, low, high }) => ({
  zh: `“${name}”为“${attainmentZh}”，得分应在${low}至${high}之间，写的是${score}`,
  en: `“${name}” is ${attainmentEn}, so that its score should lie from ${low} to ${high}; ${score} is written`,
}));

export const totalMismatch = findingKind<{
  name: string;
  total: string;
  sum: string;
  difference: string;
  capped: boolean;
}>('total/mismatch', 'error', ({ name, total, sum, difference, capped }) => ({
  zh: `“${name}”总分写为${total}，${capped ? '按执行率封顶后' : '各项得分之和'}为${sum}，相差${difference}`,
  en: `The total of “${name}” is given as ${total}, but ${capped ? 'its cap makes it' : 'the scores make'} ${sum}: a difference of ${difference}`,
}));

export const gradeMismatch = findingKind<{ grade: string; expected: string; total: string; rubric: string }>(
  'grade/mismatch',
  'error',
  ({ grade, expected, total, rubric }) => ({
    zh: `总分${total}，按“${rubric}”等级应为“${expected}”，写的是“${grade}”`,
    en: `With ${total}, “${rubric}” gives the grade “${expected}”; “${grade}” is written`,
  }),
);

export const noReason = findingKind<{ name: string; score: string; points: string; difference: string }>(
  'score/no-reason',
  'warning',
  ({ name, score, points, difference }) => ({
    zh: `“${name}”得${score}，比分值${points}少${difference}，没有写明偏差原因`,
    en: `“${name}” scores ${score} of ${points} and loses ${difference}, but no reason is given`,
  }),
);

export const noMeasure = findingKind<{ name: string; score: string; points: string; difference: string }>(
  'score/no-measure',
  'warning',
  ({ name, score, points, difference }) => ({
    zh: `“${name}”得${score}，比分值${points}少${difference}，没有写明改进措施`,
    en: `“${name}” scores ${score} of ${points} and loses ${difference}, but no measure is given`,
  }),
);

export const noScore = findingKind<{ name: string }>('score/missing', 'warning', ({ name }) => ({
  zh: `“${name}”没有得分，也无法按评分办法算出，总分因此不完整`,
  en: `“${name}” has no score and none can be computed, so the total is incomplete`,
}));

export const actualUnit = findingKind<{ actual: string; target: string; unit: string }>(
  'actual/unit',
  'error',
  ({ actual, target, unit }) => ({
    zh: `实际完成值${actual}与指标值${target}单位不同，应以“${unit}”计`,
    en: `The actual ${actual} is not measured like the target ${target}; use “${unit}”`,
  }),
);

export const unknownMethod = findingKind<{ name: string; rubric: string; known: readonly string[] }>(
  'rubric/unknown-method',
  'error',
  ({ name, rubric, known }) => ({
    zh: `“${rubric}”中没有名为“${name}”的计分方法，有：${known.join('、')}`,
    en: `“${rubric}” has no method “${name}”; it has: ${known.join(', ')}`,
  }),
);

export const actualCopied = findingKind<{ name: string; actual: string }>(
  'actual/copied',
  'error',
  ({ name, actual }) => ({
    zh: `“${name}”的实际完成值照抄了指标值“${actual}”，应填实际完成的数`,
    en: `The actual of “${name}” copies the target “${actual}”; give the number that was reached`,
  }),
);

export const actualNotNumber = findingKind<{ name: string; actual: string; unit: string }>(
  'actual/not-number',
  'error',
  ({ name, actual, unit }) => ({
    zh: `“${name}”是定量指标，实际完成值应为${unit ? `以“${unit}”计的` : ''}数值，写的是“${actual}”`,
    en: `“${name}” is quantitative: its actual should be a number${unit && ` of ${unit}`}, not “${actual}”`,
  }),
);

export const actualNotState = findingKind<{ name: string; actual: string }>(
  'actual/not-attainment',
  'error',
  ({ name, actual }) => ({
    zh: `“${name}”是定性指标，完成情况应为“达成”“部分达成”或“未达成”，写的是“${actual}”`,
    en: `“${name}” is qualitative: its actual should be “met”, “partly” or “unmet”, not “${actual}”`,
  }),
);

export const actualBlank = findingKind<{ name: string }>('actual/blank', 'warning', ({ name }) => ({
  zh: `“${name}”没有填实际完成值`,
  en: `“${name}” has no actual`,
}));

export const deductedThoughMet = findingKind<{
  name: string;
  target: string;
  actual: string;
  score: string;
  points: string;
  difference: string;
}>('score/deducted-though-met', 'warning', ({ name, target, actual, score, points, difference }) => ({
  zh: `“${name}”实际${actual}已达到指标值${target}，却只得${score}（分值${points}），扣了${difference}`,
  en: `“${name}” reached ${actual} for a target of ${target}, but scores ${score} of ${points}: ${difference} off`,
}));

export const fullThoughMissed = findingKind<{ name: string; target: string; actual: string; score: string }>(
  'score/full-though-missed',
  'warning',
  ({ name, target, actual, score }) => ({
    zh: `“${name}”实际${actual}没有达到指标值${target}，却得满分${score}`,
    en: `“${name}” reached only ${actual} for a target of ${target}, but has the full ${score}`,
  }),
);

export const overTarget = findingKind<{
  name: string;
  target: string;
  actual: string;
  factor: string;
  threshold: string;
}>('target/exceeded', 'hint', ({ name, target, actual, factor, threshold }) => ({
  zh: `“${name}”完成${actual}，为指标值${target}的${factor}（${threshold}），请核对指标值是否定得过低`,
  en: `“${name}” reached ${actual}, ${factor} of its target ${target} (${threshold}): was the target too low?`,
}));

export const overTargetReason = findingKind<{
  name: string;
  target: string;
  actual: string;
  factor: string;
  threshold: string;
}>('target/exceeded-no-reason', 'warning', ({ name, target, actual, factor, threshold }) => ({
  zh: `“${name}”完成${actual}，为指标值${target}的${factor}，按规定（${threshold}）必须说明原因`,
  en: `“${name}” reached ${actual}, ${factor} of its target ${target}; the rubric (${threshold}) demands a reason`,
}));

export const lowExecution = findingKind<{ name: string; rate: string; condition: string; rubric: string }>(
  'execution/no-reason',
  'warning',
  ({ name, rate, condition, rubric }) => ({
    zh: `“${name}”的执行率为${rate}，“${rubric}”规定${condition}时必须说明原因`,
    en: `The execution rate of “${name}” is ${rate}; “${rubric}” demands a reason where ${condition}`,
  }),
);

/** Σ执行数 ÷ Σ全年预算数 of the funds above the indicators. */
export const executionDiffers = findingKind<{
  name: string;
  rate: string;
  expected: string;
  executed: string;
  budget: string;
  executedColumn: string;
  budgetColumn: string;
  difference: string;
}>(
  'execution/differs',
  'error',
  ({ name, rate, expected, executed, budget, executedColumn, budgetColumn, difference }) => ({
    zh: `“${name}”的执行率为${rate}，按资金情况应为${expected}（${executedColumn}${executed}÷${budgetColumn}${budget}），相差${difference}个百分点`,
    en: `The execution rate of “${name}” is ${rate}, but the funds make ${expected} (${executedColumn} ${executed} ÷ ${budgetColumn} ${budget}): a difference of ${difference} percentage points`,
  }),
);

export const weightHundred = findingKind<{ name: string; sum: string; difference: string }>(
  'weight/not-hundred',
  'warning',
  ({ name, sum, difference }) => ({
    zh: `“${name}”各项分值之和为${sum}，一般应为100分，相差${difference}`,
    en: `The points of “${name}” make ${sum}; usually they make 100, a difference of ${difference}`,
  }),
);

export const incomplete = findingKind<{ name: string }>('indicator/incomplete', 'error', ({ name }) => ({
  zh: `“${name}”没有指标值，也没有下级指标，无法计分；如果名称里有标点，把整个名称写在「」里`,
  en: `“${name}” has neither a target nor parts, so it cannot be scored; a name with punctuation is written inside 「」`,
}));
