import { FINDING_KINDS, type Finding } from '@jixiao/core';
import { analyse, loadSources, type SourceHost } from '@jixiao/language';
import { FIXABLE_CODES } from '@jixiao/language/services';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../cli/folder.js';
import { runHere } from '../cli/run-here.js';
import { memoryHost } from '../language/memory-host.js';
import { hasPage, indexText, MAIN_FILE, pageCodes, readPage } from './finding-page.js';
import { tableRows } from './markdown.js';

const SEVERITIES = { error: '错误 · error', warning: '警告 · warning', hint: '提示 · hint' } as const;

/** Examples that a page can only hint at: what is analysed in their place. */
const STAGED: Readonly<Record<string, (files: Readonly<Record<string, string>>) => SourceHost>> = {
  // The file is there, but cannot be read.
  'import/unreadable': (files) => ({
    ...memoryHost(files),
    read: (file) =>
      files[file] === undefined
        ? { ok: false, missing: false, why: { zh: '没有权限', en: 'permission denied' } }
        : { ok: true, text: files[file] },
  }),
  // “……这样一层层套下去”
  'syntax/too-deep': () => memoryHost({ [MAIN_FILE]: `预算 支出 ${'{ 甲 '.repeat(20_000)}` }),
};

/** Found only where there are files to look at: the command line does. */
const ON_DISK = ['image/unusable'];

async function codesOnDisk(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { out } = await runHere(['check', MAIN_FILE, '--format', 'json'], { cwd: folderWith(files) });
  return (JSON.parse(out) as { findings: { code: string }[] }).findings.map(({ code }) => code);
}

async function findingsOf(host: SourceHost): Promise<readonly Finding[]> {
  const result = await loadSources([MAIN_FILE], host);
  if (!result.ok) throw new Error(`${MAIN_FILE} cannot be read`);
  return analyse(result.sources).findings(MAIN_FILE);
}

const shown = (findings: readonly Finding[]) =>
  findings.map(({ code, severity, message }) => `${severity} ${code} ${message.zh}`);

test('every kind of finding has a page, and every page a kind', () => {
  expect(pageCodes()).toEqual([...FINDING_KINDS.keys()]);
});

describe.each([...FINDING_KINDS.values()].filter(({ code }) => hasPage(code)).map((kind) => ({ kind, ...kind })))(
  'the page of $code',
  ({ code, severity }) => {
    const page = readPage(code);

    test('has title, meaning and steps in both languages, severity, fix and source', () => {
      expect(page.heading).toMatch(new RegExp(`^# \`${code}\` .*\\p{Script=Han}.* · \\S.*$`, 'u'));
      const [meaning, inEnglish, ...others] = page.paragraphs;
      expect(others).toEqual([]);
      expect(meaning).toMatch(/\p{Script=Han}.*。$/u);
      expect(inEnglish).toMatch(/^> .+[.?]$/);
      expect(page.items.get('级别')).toBe(SEVERITIES[severity]);
      expect(page.items.get('快速修复')).toBe(FIXABLE_CODES.includes(code) ? '有 · yes' : '无 · no');
      if (page.items.size > 2) expect(page.items.get('依据')).toMatch(/ · /);
      expect(page.steps[0]).toMatch(/^1\. /);
      expect(page.steps.at(-1)).toMatch(/^> .+\.$/);
    });

    test('shows a wrong example that is found', async () => {
      if (ON_DISK.includes(code)) return expect(await codesOnDisk(page.wrong)).toContain(code);
      const findings = await findingsOf((STAGED[code] ?? memoryHost)(page.wrong));
      expect(
        findings.map((finding) => finding.code),
        shown(findings).join('\n'),
      ).toContain(code);
    });

    test('shows a right example in which nothing is wrong', async () => {
      const findings = await findingsOf(memoryHost(page.right));
      const left = findings.filter((finding) => finding.severity !== 'hint' || finding.code === code);
      expect(shown(left)).toEqual([]);
    });
  },
);

test('the index lists every kind as its page does', () => {
  const listed = tableRows(indexText()).filter(([code = '']) => code.startsWith('['));
  const expected = [...FINDING_KINDS.keys()].filter(hasPage).map((code) => {
    const { heading, items } = readPage(code);
    return [`[${code}](${code}.md)`, items.get('级别'), heading.slice(`# \`${code}\` `.length), items.get('快速修复')];
  });
  expect(listed).toEqual(expected);
});
