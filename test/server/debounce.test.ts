import { expect, test } from 'vitest';
import { Debounce } from '../../packages/server/src/diagnostics/debounce.js';

test('while checks keep up, at once', () => {
  const debounce = new Debounce();
  for (let now = 0; now < 1000; now += 50) {
    expect(debounce.changed(now)).toBe(0);
    debounce.answered(20);
  }
});

test('when changes come before the answer, after a pause as long as a check', () => {
  const debounce = new Debounce();
  for (let i = 0; i < 20; i++) {
    debounce.changed(i);
    debounce.answered(40);
  }
  expect(debounce.changed(100)).toBe(0);
  expect(debounce.changed(110)).toBeCloseTo(40, 2);
  expect(debounce.changed(120)).toBeCloseTo(40, 2);
});

test('no pause is long, and nobody waits for ever', () => {
  const debounce = new Debounce();
  for (let i = 0; i < 20; i++) {
    debounce.changed(i);
    debounce.answered(10_000);
  }
  debounce.changed(0);
  expect(debounce.changed(10)).toBe(250);
  expect(debounce.changed(400)).toBe(100);
  expect(debounce.changed(900)).toBe(0);
});
