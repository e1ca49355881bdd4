import type { Range } from 'vscode-languageserver-protocol';

/** A total that its parts do not make: one error, `sum/mismatch`. */
export const WRONG_SUM = `预算 支出 单位为 万元 = 10 {
  甲 = 4
  乙 = 5
}
`;

/** The same without an error. */
export const RIGHT_SUM = WRONG_SUM.replace('乙 = 5', '乙 = 6');

/** Where the value of the second part stands in both. */
export const SECOND_PART = range(2, 6, 2, 7);

/** Imports `unit.perf` and checks a figure of it: an error unless it is 10万元. */
export const CHECKS_IMPORT = `引入 "unit.perf"
核对 支出 = 10万元
`;

export function range(...[startLine, start, endLine, end]: [number, number, number, number]): Range {
  return { start: { line: startLine, character: start }, end: { line: endLine, character: end } };
}
