import { beforeEach, expect, test, vi } from 'vitest';

const set = vi.hoisted(() => [] as string[]);
vi.mock('node:v8', () => ({ setFlagsFromString: (flag: string) => void set.push(flag) }));

const turbofan = () => set.filter((flag) => flag.startsWith('--invocation-count-for-turbofan='));

beforeEach(() => {
  set.length = 0;
  vi.resetModules();
});

test('a short run waits, and goes back to the numbers of V8 once when much is read', async () => {
  const { expectShortRun, noteSource } = await import('../../packages/cli/src/optimisation.js');
  expectShortRun();
  expect(turbofan()).toEqual(['--invocation-count-for-turbofan=96000']);
  noteSource(60_000);
  expect(turbofan()).toHaveLength(1);
  noteSource(60_000);
  noteSource(60_000);
  expect(turbofan()).toEqual(['--invocation-count-for-turbofan=96000', '--invocation-count-for-turbofan=3000']);
  expect(set).toHaveLength(10);
});

test('a short run does not begin to look through its memory, and a long one does', async () => {
  const { expectShortRun, noteSource } = await import('../../packages/cli/src/optimisation.js');
  const marking = () => set.filter((flag) => flag.endsWith('incremental-marking'));
  expectShortRun();
  expect(marking()).toEqual(['--no-incremental-marking']);
  noteSource(120_000);
  expect(marking()).toEqual(['--no-incremental-marking', '--incremental-marking']);
});

test('what was never made to wait is left alone', async () => {
  const { expectLongRun, noteSource } = await import('../../packages/cli/src/optimisation.js');
  noteSource(1_000_000);
  expectLongRun();
  expect(set).toEqual([]);
});

test('a version of Node that does not know the names is not asked', async () => {
  const { expectShortRun } = await import('../../packages/cli/src/optimisation.js');
  vi.stubGlobal('process', { ...process, versions: { ...process.versions, node: '20.11.0' } });
  expectShortRun();
  vi.unstubAllGlobals();
  expect(set).toEqual([]);
});
