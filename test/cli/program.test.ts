import { describe, expect, test } from 'vitest';
import { mayColour } from '../../packages/cli/src/process-terminal.js';
import { run } from '../../packages/cli/src/program.js';

describe('a defect of the program', () => {
  /** A terminal whose output fails in a way that nobody foresaw. */
  function broken(error: unknown) {
    let err = '';
    const terminal = {
      cwd: '/',
      colour: false,
      interactive: false,
      input: async () => new Uint8Array(),
      out: () => {
        throw error;
      },
      err: (text: string) => {
        err += text;
      },
    };
    return { terminal, err: () => err };
  }

  test.each([
    [[], '程序自身出错，没有完成：unforeseen（设 JIXIAO_DEBUG=1 再运行可看到详情）\n'],
    [
      ['--lang', 'en'],
      'A defect of the program kept it from finishing: unforeseen (run again with JIXIAO_DEBUG=1 for the details)\n',
    ],
  ])('is one sentence with a code of its own %j', async (language, sentence) => {
    const { terminal, err } = broken(new Error('unforeseen\nsecond line'));
    expect(await run(['--version', ...language], terminal)).toBe(3);
    expect(err()).toBe(sentence);
  });

  test('shows its stack when asked to', async () => {
    const { terminal, err } = broken(new Error('unforeseen'));
    expect(await run(['--version'], terminal, true)).toBe(3);
    expect(err()).toMatch(/\n {4}at /);
  });

  test('may be anything', async () => {
    const { terminal, err } = broken('a text');
    expect(await run(['--version'], terminal, true)).toBe(3);
    expect(err()).toContain('：a text（');
  });
});

describe('colour', () => {
  const screen = { isTTY: true, hasColors: () => true };

  test.each([
    ['on a screen', screen, {}, true],
    ['in a pipe', { ...screen, isTTY: false }, {}, false],
    ['where there is none', { ...screen, hasColors: () => false }, {}, false],
    ['refused', screen, { NO_COLOR: '1' }, false],
    ['not refused by an empty variable', screen, { NO_COLOR: '' }, true],
  ])('%s', (_name, stream, env, coloured) => {
    expect(mayColour(stream, env)).toBe(coloured);
  });
});
