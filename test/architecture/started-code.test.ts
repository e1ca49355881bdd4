import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const program = `${repository}packages/cli/bin/jixiao.js`;
const isBundled = existsSync(`${repository}packages/cli/dist/main.js`) || process.env.CI === 'true';

/** Tells of every module of ours that is loaded, and in the end which of Node's own were. */
const SPY = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context); } });
process.on('exit', () => process.stderr.write('\\n' + JSON.stringify({ loaded, node: process.moduleLoadList })));
`;

function codeStartedBy(...args: readonly string[]): {
  files: readonly string[];
  text: string;
  node: readonly string[];
} {
  const spy = `data:text/javascript,${encodeURIComponent(SPY)}`;
  const script = `import { spawnSync } from 'node:child_process';
const { stderr } = spawnSync(process.execPath, ${JSON.stringify(['--import', spy, program, ...args])});
process.stdout.write(stderr);`;
  const told = execFileSync(execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const { loaded, node } = JSON.parse(told.slice(told.lastIndexOf('\n{'))) as {
    loaded: readonly string[];
    node: readonly string[];
  };
  const files = loaded.filter((url) => url.includes('/dist/')).map((url) => fileURLToPath(url));
  return { files, text: files.map((file) => readFileSync(file, 'utf8')).join('\n'), node };
}

/** Words that stand in the code of a library and nowhere else. */
const MARKS = {
  'the Word library': 'wordprocessingCanvas',
  'the editor’s protocol': 'textDocument/',
  'the services of an editor': 'semanticTokens',
  pinyin: 'zhuāng',
  charts: 'echarts',
  'a worker pool': 'maxWorkers',
  'pages of findings': '# \\`sum/mismatch\\`',
};

/** The same of what every verb has that reads reports. */
const PARSER = 'NoViableAltException';

describe.runIf(isBundled)('a verb starts only what it needs', () => {
  const example = `${repository}examples/mingxikou-2024/as-published.perf`;
  const started = codeStartedBy('check', example);

  test.each(Object.entries(MARKS))('what tells %s is in the bundles', (_, mark) => {
    const bundles = ['cli/dist', 'server/dist'].flatMap((folder) =>
      readdirSync(`${repository}packages/${folder}`).map((name) => `${repository}packages/${folder}/${name}`),
    );
    expect(bundles.some((file) => file.endsWith('.js') && readFileSync(file, 'utf8').includes(mark))).toBe(true);
  });

  test.each(Object.entries(MARKS))('check is without %s', (_, mark) => {
    expect(started.text).not.toContain(mark);
  });

  test('check loads few files', () => {
    expect(started.files.length).toBeGreaterThan(2);
    expect(started.files.length).toBeLessThanOrEqual(14);
    expect(started.text.length / 1024).toBeLessThan(500);
  });

  test.each(['worker_threads', 'crypto', 'child_process', 'stream/consumers'])('check is without Node’s %s', (name) => {
    expect(started.node.length).toBeGreaterThan(50);
    expect(started.node).not.toContain(`NativeModule ${name}`);
  });

  test('explain is without the parser of reports', () => {
    expect(started.text).toContain(PARSER);
    expect(codeStartedBy('explain', 'sum/mismatch').text).not.toContain(PARSER);
  });

  test('build has the Word library, and nothing else of these', () => {
    const { text, node } = codeStartedBy('build', example, '--draft', '-o', '/nowhere/at/all/a.docx');
    expect(
      Object.entries(MARKS)
        .filter(([, mark]) => text.includes(mark))
        .map(([name]) => name),
    ).toEqual(['the Word library']);
    expect(node).not.toContain('NativeModule worker_threads');
  });
});
