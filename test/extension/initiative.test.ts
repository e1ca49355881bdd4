import { expect, test } from 'vitest';
import { Initiative } from '../../packages/extension/src/common/preview/initiative.js';

/** An initiative on a clock that is set by hand. */
function started() {
  const clock = { now: 0 };
  return { clock, initiative: new Initiative(() => clock.now) };
}

test('whoever moves first leads, and what the other reports shortly after is an echo', () => {
  const { clock, initiative } = started();
  expect(initiative.moved('editor')).toBe(true);
  clock.now = 100;
  expect(initiative.moved('paper')).toBe(false);
  expect(initiative.moved('editor')).toBe(true);
  clock.now = 450;
  expect(initiative.moved('paper')).toBe(false);
  clock.now = 1000;
  expect(initiative.moved('paper')).toBe(true);
  expect(initiative.moved('editor')).toBe(false);
  expect([initiative.leads('paper'), initiative.leads('editor')]).toEqual([true, false]);
});

test('a side that was put somewhere is not moved right away, whoever led before', () => {
  const { clock, initiative } = started();
  expect(initiative.moved('editor')).toBe(true);
  clock.now = 10;
  initiative.take('paper');
  expect(initiative.leads('editor')).toBe(false);
  clock.now = 20;
  expect(initiative.moved('editor')).toBe(false);
  clock.now = 1000;
  expect(initiative.moved('editor')).toBe(true);
});
