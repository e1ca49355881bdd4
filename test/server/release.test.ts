import { beforeEach, expect, test } from 'vitest';
import type { Client } from '../../packages/server/src/client.js';
import type { Configuration } from '../../packages/server/src/configuration.js';
import { Checker } from '../../packages/server/src/diagnostics/checker.js';
import { DEFAULT_SETTINGS } from '../../packages/server/src/settings.js';
import type { FileSystem } from '../../packages/server/src/workspace/file-system.js';
import { Workspace } from '../../packages/server/src/workspace/workspace.js';

/*
 * Closed files that were checked are let go of, but for their findings; whatever is asked next must
 * not notice. Counted: what is read and evaluated again.
 */

const FOLDER = 'file:///w';
const uriOf = (name: string) => `${FOLDER}/${name}`;
const WRONG = '预算 支出 单位为 万元 = 5 {\n  甲 = 1\n  乙 = 3\n}\n';

let texts: Map<string, string>;
let workspace: Workspace;
let checker: Checker;
let configured: () => void;

beforeEach(async () => {
  texts = new Map([
    ['alone.perf', WRONG],
    ['other.perf', WRONG],
    ['figures.perf', WRONG],
    ['report.perf', '引入 "figures.perf"\n数据 合 = 甲 + 乙\n'],
  ]);
  const files: FileSystem = {
    ignoresCase: false,
    readText: async (file) => {
      const text = [...texts].find(([name]) => file.endsWith(`/${name}`))?.[1];
      return text === undefined ? { ok: false, missing: true, why: { zh: '没有', en: 'none' } } : { ok: true, text };
    },
    readBytes: async () => undefined,
    realName: (file) => file,
    list: async () => [...texts.keys()].map(uriOf),
  };
  const log = { info: () => {}, warn: () => {}, error: (text: string) => expect.fail(text) };
  workspace = new Workspace(files, log);
  const configuration = {
    current: DEFAULT_SETTINGS,
    language: 'zh',
    onDidChange: (listener: () => void) => {
      configured = listener;
    },
  } as unknown as Configuration;
  checker = new Checker(workspace, configuration, { showsRelatedPlaces: true } as Client, log);
  workspace.addFolders([workspace.names.of(FOLDER)]);
  await workspace.read([FOLDER]);
  await workspace.pendingForAll();
});

const fileOf = (name: string) => workspace.names.of(uriOf(name));
const codes = (name: string) => checker.check(fileOf(name))?.diagnostics.map(({ code }) => code);
const held = () => [...workspace.analysis().sources.files.keys()].map((file) => file.split('/').at(-1)).sort();

function checkAndRelease(): void {
  const files = [...texts.keys()].map(fileOf);
  for (const file of files) checker.check(file);
  checker.release(files);
}

test('files that stand for themselves are let go of, those that belong together are not', () => {
  checkAndRelease();
  expect(held()).toEqual(['figures.perf', 'report.perf']);
});

test('an open file is kept', () => {
  workspace.didOpen({ textDocument: { uri: uriOf('alone.perf'), languageId: 'perf', version: 1, text: WRONG } });
  checkAndRelease();
  expect(held()).toEqual(['alone.perf', 'figures.perf', 'report.perf']);
});

test('their findings stay, and nothing is read for them', () => {
  checkAndRelease();
  const { pieces } = workspace.analysis().evaluation.work;
  expect(checker.knows(fileOf('alone.perf'))).toBe(true);
  expect(codes('alone.perf')).toEqual(['sum/mismatch']);
  expect(workspace.analysis().evaluation.work.pieces).toBe(pieces);
  expect(held()).not.toContain('alone.perf');
});

test('what is remembered of them does not pile up', () => {
  checkAndRelease();
  const { remembered } = workspace.analysis().evaluation;
  for (let round = 0; round < 5; round++) {
    configured();
    checkAndRelease();
  }
  expect(workspace.analysis().evaluation.remembered).toBe(remembered);
});

test('another text, other settings, or somebody who imports them: they are read again', async () => {
  checkAndRelease();
  texts.set('alone.perf', WRONG.replace('乙 = 3', '乙 = 4'));
  await workspace.load([fileOf('alone.perf')]);
  expect(checker.knows(fileOf('alone.perf'))).toBe(false);
  expect(codes('alone.perf')).toEqual([]);

  configured();
  expect(checker.knows(fileOf('other.perf'))).toBe(false);
  expect(codes('other.perf')).toEqual(['sum/mismatch']);

  checkAndRelease();
  const text = '引入 "other.perf"\n数据 合 = 甲\n';
  workspace.didOpen({ textDocument: { uri: uriOf('new.perf'), languageId: 'perf', version: 1, text } });
  expect(codes('new.perf')).toEqual([]);
  expect(held()).toContain('other.perf');
});
