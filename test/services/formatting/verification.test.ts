import { readSource } from '@jixiao/language';
import { expect, test } from 'vitest';
import { atomsOf } from '../../../packages/language/src/services/formatting/atoms.js';
import { readsTheSame } from '../../../packages/language/src/services/formatting/verification.js';

function same(before: string, after: string): boolean {
  const atoms = readSource('', before).pieces.flatMap((piece) =>
    atomsOf(piece, { keywords: 'keep', names: new Map() }).map((atom) => ({
      ...atom,
      start: atom.start + piece.offset,
    })),
  );
  return readsTheSame(before, after, atoms);
}

test.each([
  ['数据 甲＝１ { 乙=1 }', '数据 甲 = 1 {\n  乙 = 1\n}\n'],
  ['数据 甲 = 1 { 乙 = 1 }\n  数据 丙 = 1', '数据 甲 = 1 { 乙 = 1 }\n数据 丙 = 1\n'],
  ['报告 "a" {节 "一" [甲 #{1}\n乙]}', '报告 "a" { 节 "一" [\n甲 #{1}\n\n   乙   \n] }'],
  ['报告 "a" {节 "一" ［甲］}', '报告 "a" {节 "一" [甲]}'],
  ['数据 甲 = 1 // 允许 sum/mismatch: 尾差', '数据 甲 = 1  // 允许 sum/mismatch: 尾差\n'],
  ['数据 甲 {\n乙 =\n丙 = 1 }', '数据 甲 {\n  乙 =\n  丙 = 1\n}'],
])('%j reads like %j', (before, after) => {
  expect(same(before, after)).toBe(true);
});

test.each([
  ['数据 甲 = 1 { 乙 = 1 }', '数据 甲 = 1 { 乙 = 2 }'],
  ['数据 甲 = 1 { 乙 = 1 }', '数据 甲 = 1 { 乙 = 1'],
  ['数据 甲 = 1', '数据 甲 = 1 1'],
  ['数据 甲 = - -1', '数据 甲 = --1'],
  ['数据 甲 "a b" = 1', '数据 甲 "a  b" = 1'],
  ['数据 甲 = 1 { 乙 = 1 }', '数据 甲 = 1 { 乙1 = 1 }'],
  // The end of the line tells that a value is missing.
  ['数据 甲 {\n乙 =\n丙 = 1 }', '数据 甲 {\n乙 = 丙 = 1 }'],
  ['报告 "a" {节 "一" [甲 #{1}\n乙]}', '报告 "a" {节 "一" [甲 #{1} 乙]}'],
  ['报告 "a" {节 "一" [甲 #{1}]}', '报告 "a" {节 "一" [甲#{1}]}'],
  ['报告 "a" {节 "一" [甲]}', '报告 "a" {节 "一" [甲 \n 节 "二" [乙] ]}'],
  // An allowance speaks of the tokens of its line.
  ['数据 甲 = 1 { 乙 = 1 } // 允许 sum/mismatch: a', '数据 甲 = 1 {\n 乙 = 1\n} // 允许 sum/mismatch: a'],
  ['// 允许 sum/mismatch: a\n数据 甲 = 1', '// 允许 sum/mismatch: b\n数据 甲 = 1'],
  ['数据 甲 = 1 // 说明', '数据 甲 = 1'],
])('%j does not read like %j', (before, after) => {
  expect(same(before, after)).toBe(false);
});
