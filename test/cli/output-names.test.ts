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

describe('the place of a Word file', () => {
  test('is beside the source, or the one that was named', () => {
    expect(outputFile({ kind: 'beside' }, '/w/a.perf', 'a-报告')).toBe('/w/a-报告.docx');
    expect(outputFile({ kind: 'file', file: '/x.docx' }, '/w/a.perf', 'a-报告')).toBe('/x.docx');
  });

  test('in a folder they lie as their sources do', () => {
    const place = { kind: 'folder', folder: '/o', base: '/w' } as const;
    expect(outputFile(place, '/w/a/b/r.perf', 'r-报告')).toBe('/o/a/b/r-报告.docx');
    expect(outputFile(place, '/w/r.perf', 'r-报告')).toBe('/o/r-报告.docx');
  });
});
