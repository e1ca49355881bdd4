import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../packages/cli/package.json' with { type: 'json' };
import { splitVerb } from '../../packages/cli/src/arguments/parse.js';
import { VERBS } from '../../packages/cli/src/verbs/verbs.js';
import { VERSION } from '../../packages/cli/src/version.js';
import { folderWith } from './folder.js';
import { runHere } from './run-here.js';
import { REPORT } from './samples.js';

/** Not as `fmt` would leave it. */
const UNTIDY = '数据   甲＝3\n';

/** Arguments that are wrong, and the sentence about them in both languages. */
const wrong: readonly (readonly [args: string, zh: string, en: string])[] = [
  ['frob', '没有“frob”这个命令，有：check、build', 'There is no verb “frob”; there are: check, build'],
  ['help frob', '没有“frob”这个命令', 'There is no verb “frob”'],
  ['check', '请写上文件或文件夹。', 'FILE|FOLDER is missing.'],
  ['build', '请写上文件或文件夹。', 'FILE|FOLDER is missing.'],
  ['build a.perf b.perf', '多写了“b.perf”。', '“b.perf” is one too many.'],
  ['inspect', '请写上文件。', 'FILE is missing.'],
  ['check a.perf --stric', '没有“--stric”这个选项。', 'There is no option “--stric”.'],
  ['check a.perf -x', '没有“-x”这个选项。', 'There is no option “-x”.'],
  ['check a.perf --toString', '没有“--toString”这个选项。', 'There is no option “--toString”.'],
  ['check a.perf --strict=yes', '选项“--strict”后面不写内容。', 'The option “--strict” takes no value.'],
  ['check a.perf --format', '选项“--format”后面要写内容。', 'The option “--format” needs a value.'],
  ['check a.perf --format --strict', '选项“--format”后面要写内容。', 'The option “--format” needs a value.'],
  ['build a.perf -o', '选项“-o”后面要写内容。', 'The option “-o” needs a value.'],
  ['build a.perf --output=', '选项“--output”后面要写内容。', 'The option “--output” needs a value.'],
  ['check a.perf --format xml', '只能是text、json、sarif，写的是“xml”', 'is one of text, json, sarif, not “xml”'],
  ['new', '请写明要新建什么', 'Say what to begin'],
  ['new letter', '请写明要新建什么', 'Say what to begin'],
  ['new report --form 甲', '请写明要新建什么', 'Say what to begin'],
  ['new --rubric 甲 --outline 乙', '请写明要新建什么', 'Say what to begin'],
  ['new --rubric 甲 --unit 乙', '请写明要新建什么', 'Say what to begin'],
  ['lsp now', '多写了“now”。', '“now” is one too many.'],
];

describe('wrong usage is one sentence and a way to read more', () => {
  test.each(wrong)('jixiao %s', async (args, zh, en) => {
    const cwd = folderWith({ 'a.perf': REPORT });
    for (const [language, sentence, more] of [
      ['zh', zh, '用法见 jixiao'],
      ['en', en, 'See jixiao'],
    ] as const) {
      const { code, out, err } = await runHere([...args.split(' '), '--lang', language], { cwd });
      expect(err.split('\n'), err).toEqual([expect.stringContaining(sentence), expect.stringContaining(more), '']);
      expect(out).toBe('');
      expect(code).toBe(2);
    }
  });

  /** What a shell makes of a variable that nobody set. */
  test.each([
    [['check', '']],
    [['check', 'a.perf', '']],
    [['build', '']],
    [['fmt', '']],
    [['fmt', '-', '']],
    [['inspect', '']],
    [['explain', '']],
    [['new', '']],
  ])('an empty operand does not mean the current folder: %j', async (args) => {
    const cwd = folderWith({ 'a.perf': UNTIDY });
    const said = {
      zh: '有一个名称是空的（""），也许是变量没有值。',
      en: 'One of the names is empty (""); perhaps a variable has no value.',
    };
    for (const language of ['zh', 'en'] as const) {
      const { code, out, err } = await runHere([...args, '--lang', language], { cwd, input: UNTIDY });
      expect([code, out, err.split('\n')[0]]).toEqual([2, '', said[language]]);
    }
    expect(readdirSync(cwd).sort()).toEqual(['.jixiao', 'a.perf']);
    expect(readFileSync(join(cwd, 'a.perf'), 'utf8')).toBe(UNTIDY);
  });

  test.each([[['-o', '']], [['--output', '']], [['--output=']]])('nor does %j', async (option) => {
    const cwd = folderWith({ 'a.perf': REPORT });
    for (const call of [
      ['build', 'a.perf'],
      ['new', 'report'],
    ]) {
      const { code, err } = await runHere([...call, ...option], { cwd });
      expect([code, readdirSync(cwd).sort()]).toEqual([2, ['.jixiao', 'a.perf']]);
      expect(err).toContain(`选项“${option[0]?.replace('=', '')}”后面要写内容。`);
    }
  });

  test('a language that does not exist is told in the default one', async () => {
    const { code, err } = await runHere(['check', 'a.perf', '--lang', 'fr'], { cwd: folderWith({}) });
    expect(err).toContain('选项“--lang”只能是zh、en，写的是“fr”。');
    expect(code).toBe(2);
  });
});

describe('arguments are understood', () => {
  const right = [
    ['check', 'a.perf'],
    ['--strict', 'check', 'a.perf'],
    ['--lang', 'zh', 'check', 'a.perf', '--strict'],
    ['check', '--lang=en', './a.perf', '--format', 'json'],
    ['check', '--strict', '--', 'a.perf'],
    ['check', '--', '-b.perf'],
    ['check', 'a.perf', 'a.perf'],
  ];

  test.each(right.map((args) => [args]))('jixiao %j', async (args) => {
    const { code, err } = await runHere(args, { cwd: folderWith({ 'a.perf': REPORT, '-b.perf': REPORT }) });
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  test('the verb is found behind an option that takes a value', () => {
    expect(splitVerb(['--lang', 'en', 'check', 'x'])).toEqual({ verb: 'check', rest: ['--lang', 'en', 'x'] });
    expect(splitVerb(['--help'])).toEqual({ verb: undefined, rest: ['--help'] });
  });
});

describe('help and version', () => {
  const cwd = '/';

  test('every verb has a help in both languages, with every option', async () => {
    for (const { name, summary, options } of VERBS) {
      for (const language of ['zh', 'en'] as const) {
        const { code, out, err } = await runHere([name, '--help', '--lang', language], { cwd });
        expect([code, err]).toEqual([0, '']);
        expect(out).toContain(summary[language]);
        for (const [option, { meaning }] of Object.entries(options)) {
          expect(out).toContain(`--${option}`);
          expect(out).toContain(meaning[language]);
        }
        expect((await runHere(['help', name, '--lang', language], { cwd })).out).toBe(out);
        // Chinese quotes and 草稿, which stands on paper, are all that an English help may hold.
        if (language === 'en') expect(out.replace('草稿', '')).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  test('the help of the program lists every verb', async () => {
    for (const language of ['zh', 'en'] as const) {
      const { code, out } = await runHere(['--help', '--lang', language], { cwd });
      expect(code).toBe(0);
      for (const { name, summary } of VERBS) expect(out).toMatch(new RegExp(`  ${name} +${summary[language]}\n`));
    }
  });

  test('the help of the program says what is not a verb of the table', async () => {
    const zh = (await runHere(['--help'], { cwd })).out;
    expect(zh).toMatch(/ {2}help \[命令\] +显示用法\n/);
    expect(zh).toMatch(/ {2}-V, --version /);
    expect(zh).toMatch(/ {2}1 {2}.*错误.*fmt --check/);
    expect(zh).toMatch(/ {2}0 {2}.*inspect/);
    const en = (await runHere(['--help', '--lang', 'en'], { cwd })).out;
    expect(en).toMatch(/ {2}help \[VERB\] +show the usage\n/);
    expect(en).toMatch(/ {2}1 {2}.*errors.*fmt --check/);
    expect(en).toMatch(/ {2}0 {2}.*inspect/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
  });

  test.each([[['help']], [['help', 'help']], [['help', '--help']]])('%j is the help of the program', async (args) => {
    expect(await runHere(args, { cwd })).toEqual(await runHere(['--help'], { cwd }));
  });

  test('without anything it is printed as a complaint', async () => {
    const { code, out, err } = await runHere([], { cwd });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('用法：jixiao 命令');
  });

  test.each([[['--version']], [['-V']], [['check', '--version']]])('%j', async (args) => {
    const { code, out } = await runHere(args, { cwd });
    expect([code, out]).toEqual([0, `jixiao ${manifest.version}\n`]);
    expect(VERSION).toBe(manifest.version);
  });
});
