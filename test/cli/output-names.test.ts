import { describe, expect, test } from 'vitest';
import { outputFile, outputPlace } from '../../packages/cli/src/building/output-names.js';
import { UsageFailure } from '../../packages/cli/src/failure.js';

const FILE = { file: '/w/a/r.perf' };
const FOLDER = { file: '/w/a/r.perf', folder: '/w' };

describe('what -o means', () => {
  test.each([
    ['nothing', undefined, '/w', FILE, true, { kind: 'beside' }],
    ['a file', 'x.docx', '/w/x.docx', FILE, false, { kind: 'file', file: '/w/x.docx' }],
    ['a file in capitals', 'X.DOCX', '/w/X.DOCX', FILE, false, { kind: 'file', file: '/w/X.DOCX' }],
    ['a folder that is there', 'out.d', '/w/out.d', FILE, true, { kind: 'folder', folder: '/w/out.d', base: '/w/a' }],
    ['a folder to be made', 'out', '/w/out', FILE, false, { kind: 'folder', folder: '/w/out', base: '/w/a' }],
    ['a slash at the end', 'o.docx/', '/w/o.docx', FILE, false, { kind: 'folder', folder: '/w/o.docx', base: '/w/a' }],
    ['a slash behind one', 'x.docx/', '/w/x.docx', FILE, true, { kind: 'folder', folder: '/w/x.docx', base: '/w/a' }],
    ['a folder for a folder', 'out', '/o', FOLDER, false, { kind: 'folder', folder: '/o', base: '/w' }],
    // Writing says that a folder stands there.
    ['a folder in the place of a file', 'x.docx', '/w/x.docx', FILE, true, { kind: 'file', file: '/w/x.docx' }],
  ] as const)('%s', (_name, written, target, source, isFolder, place) => {
    expect(outputPlace(written, target, source, isFolder)).toEqual(place);
  });

  test.each([
    ['another ending', 'x.pdf', FILE],
    ['another ending of Word', 'x.doc', FILE],
    ['a file for a folder', 'x.docx', FOLDER],
  ])('%s is refused', (_name, written, source) => {
    expect(() => outputPlace(written, `/w/${written}`, source, false)).toThrow(UsageFailure);
  });
});

describe('the name of a Word file', () => {
  const beside = { kind: 'beside' } as const;

  test.each([
    ['a title', '/w/2024.perf', '自评报告', '/w/2024-自评报告.docx'],
    ['no title', '/w/2024.perf', '', '/w/2024.docx'],
    ['a title that the source is named after', '/w/自评报告2024.perf', '自评报告', '/w/自评报告2024.docx'],
    ['what Windows does not allow', '/w/a.perf', 'x/y\\z:*?"<>|', '/w/a-x／y＼z：＊？”＜＞｜.docx'],
    ['control characters', '/w/a.perf', 'x\u0000\n\ty', '/w/a-xy.docx'],
    ['dots and spaces at the end', '/w/a.perf', ' x. ..', '/w/a-x. .docx'],
    ['a way out', '/w/a.perf', '../../x', '/w/a-..／..／x.docx'],
    ['two dots', '/w/a.perf', '..', '/w/a.docx'],
  ])('%s', (_name, source, title, file) => {
    expect(outputFile(beside, source, title, false)).toBe(file);
  });

  test('a long title is cut between characters', () => {
    const file = outputFile(beside, '/w/a.perf', '𠮷'.repeat(100), false);
    expect(file).toMatch(/^\/w\/a-𠮷{10,60}\.docx$/u);
    expect(Buffer.byteLength(file)).toBeLessThan(230);
  });

  test('a draft has a name of its own, unless one was given', () => {
    expect(outputFile(beside, '/w/a.perf', '报告', true)).toBe('/w/a-报告-草稿.docx');
    expect(outputFile({ kind: 'file', file: '/x.docx' }, '/w/a.perf', '报告', true)).toBe('/x.docx');
  });

  test('in a folder they lie as their sources do', () => {
    const place = { kind: 'folder', folder: '/o', base: '/w' } as const;
    expect(outputFile(place, '/w/a/b/r.perf', '报告', false)).toBe('/o/a/b/r-报告.docx');
    expect(outputFile(place, '/w/r.perf', '报告', false)).toBe('/o/r-报告.docx');
  });
});
