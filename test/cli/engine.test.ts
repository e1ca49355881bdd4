import { beforeEach, expect, test, vi } from 'vitest';

const set = vi.hoisted(() => [] as string[]);
/** What Node has to keep compiled code with, as from 22.8 on, and what it answers. */
const node = vi.hoisted(() => ({ canKeep: true, status: 1 }));
vi.mock('node:module', () => ({
  default: {
    constants: { compileCacheStatus: { FAILED: 0, ENABLED: 1, ALREADY_ENABLED: 2, DISABLED: 3 } },
    get enableCompileCache() {
      return node.canKeep
        ? () => {
            set.push('keep');
            return { status: node.status };
          }
        : undefined;
    },
  },
}));
vi.mock('node:v8', () => ({ setFlagsFromString: (flag: string) => void set.push(flag) }));

const turbofan = () => set.filter((flag) => flag.startsWith('--invocation-count-for-turbofan='));

beforeEach(() => {
  set.length = 0;
  Object.assign(node, { canKeep: true, status: 1 });
  vi.resetModules();
});

test('a short run waits, and goes back to the numbers of V8 once when much is read', async () => {
  const { expectShortRun, noteSource } = await import('../../packages/cli/src/engine.js');
  expectShortRun();
  expect(turbofan()).toEqual(['--invocation-count-for-turbofan=96000']);
  noteSource(60_000);
  expect(turbofan()).toHaveLength(1);
  noteSource(60_000);
  noteSource(60_000);
  expect(turbofan()).toEqual(['--invocation-count-for-turbofan=96000', '--invocation-count-for-turbofan=3000']);
  expect(set.filter((flag) => flag.startsWith('--invocation'))).toHaveLength(8);
});

test('a short run does not begin to look through its memory, and a long one does', async () => {
  const { expectShortRun, noteSource } = await import('../../packages/cli/src/engine.js');
  const marking = () => set.filter((flag) => flag.endsWith('incremental-marking'));
  expectShortRun();
  expect(marking()).toEqual(['--no-incremental-marking']);
  noteSource(120_000);
  expect(marking()).toEqual(['--no-incremental-marking', '--incremental-marking']);
});

test('what was never made to wait is left alone', async () => {
  const { expectLongRun, noteSource } = await import('../../packages/cli/src/engine.js');
  noteSource(1_000_000);
  expectLongRun();
  expect(set).toEqual([]);
});

test('a version of Node that does not know the names is not asked', async () => {
  const { expectShortRun } = await import('../../packages/cli/src/engine.js');
  node.canKeep = false;
  vi.stubGlobal('process', { ...process, versions: { ...process.versions, node: '20.11.0' } });
  expectShortRun();
  vi.unstubAllGlobals();
  expect(set).toEqual([]);
});

test.each([1, 2])(
  'whole files are compiled where they are kept (status %i), under the flags of a short run',
  async (status) => {
    const { expectShortRun } = await import('../../packages/cli/src/engine.js');
    node.status = status;
    expectShortRun();
    expect(set.slice(-2)).toEqual(['--no-lazy', 'keep']);
  },
);

test.each([0, 3])('and only what is called where nothing can be kept (status %i)', async (status) => {
  const { expectShortRun } = await import('../../packages/cli/src/engine.js');
  node.status = status;
  expectShortRun();
  expect(set.slice(-3)).toEqual(['--no-lazy', 'keep', '--lazy']);
});
