/// <reference lib="es2024.object" />
/// <reference lib="es2024.collection" />

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const native = { object: Object.groupBy, map: Map.groupBy };

const cases: readonly (readonly unknown[])[] = [
  [],
  ['甲', '乙丙', '丁', '__proto__', ''],
  [undefined, null, 0, undefined],
];

const keyOf = (item: unknown, index: number): string => (typeof item === 'string' ? item : `第${index % 2}组`);

describe('grouping on a host that lacks it gives what newer hosts give', () => {
  const expected = cases.map((items) => [native.object(items, keyOf), native.map(items, keyOf)]);

  beforeAll(async () => {
    Reflect.deleteProperty(Object, 'groupBy');
    Reflect.deleteProperty(Map, 'groupBy');
    await import('../../packages/polyfill-group-by.js' as string);
  });

  afterAll(() => {
    Object.assign(Object, { groupBy: native.object });
    Object.assign(Map, { groupBy: native.map });
  });

  test('it is not the native function that is tested', () => {
    expect(Object.groupBy).not.toBe(native.object);
    expect(Map.groupBy).not.toBe(native.map);
  });

  test.each(cases.map((items, i) => [items, expected[i]] as const))('%j', (items, groups) => {
    expect([Object.groupBy(items, keyOf), Map.groupBy(items, keyOf)]).toEqual(groups);
    expect(Object.getPrototypeOf(Object.groupBy(items, keyOf))).toBeNull();
  });
});
