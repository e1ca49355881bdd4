import { describe, expect, test } from 'vitest';
import { FileNames, isInside, pathBetween, uriOf } from '../../packages/server/src/workspace/file-names.js';

const names = new FileNames(false);

describe('one file has one name', () => {
  const spellings: [name: string, ...uris: string[]][] = [
    ['file:///w/单位.perf', 'file:///w/单位.perf', 'file:///w/%E5%8D%95%E4%BD%8D.perf', 'file:///w/%e5%8d%95位.perf'],
    ['file:///c:/w/a b.perf', 'file:///C:/w/a%20b.perf', 'file:///c%3A/w/a b.perf', 'file:///c:/w/a b.perf'],
    ['file:///w/100%25.perf', 'file:///w/100%25.perf'],
    ['file:///w/a%23b%3F.perf', 'file:///w/a%23b%3f.perf'],
    ['file://server/share/a.perf', 'file://SERVER/share/a.perf'],
    ['vscode-vfs://github/o/r/a.perf', 'vscode-vfs://github/o/r/a.perf'],
    ['perf-library:/forms.perf', 'perf-library:/forms.perf'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
  ];
  test.each(spellings)('%s', (name, ...uris) => {
    for (const uri of uris) expect(names.of(uri)).toBe(name);
    // And the way back.
    expect(names.of(uriOf(name))).toBe(name);
  });

  test('case matters, unless the disk ignores it', () => {
    expect(names.of('file:///w/A.perf')).not.toBe(names.of('file:///w/a.perf'));
    const ignoring = new FileNames(true);
    expect(ignoring.of('file:///w/Unit.perf')).toBe(ignoring.of('file:///W/unit.perf'));
    expect(ignoring.of('untitled:A')).not.toBe(ignoring.of('untitled:a'));
    // A file that came back under another spelling bears that one.
    ignoring.forget('file:///w/Unit.perf');
    expect(ignoring.of('file:///w/unit.perf')).toBe('file:///w/unit.perf');
  });
});

describe('paths of imports', () => {
  const paths: [from: string, path: string, to: string | undefined][] = [
    ['file:///w/a.perf', 'b.perf', 'file:///w/b.perf'],
    ['file:///w/a.perf', './深/b.perf', 'file:///w/深/b.perf'],
    ['file:///w/x/a.perf', '../b.perf', 'file:///w/b.perf'],
    ['file:///w/x/a.perf', '..\\b.perf', 'file:///w/b.perf'],
    ['file:///w/a.perf', '../../../b.perf', 'file:///b.perf'],
    ['file:///w/a.perf', '100%.perf', 'file:///w/100%25.perf'],
    ['file:///w/a.perf', '/v/b.perf', 'file:///v/b.perf'],
    ['file:///c:/w/a.perf', 'C:\\v\\b.perf', 'file:///c:/v/b.perf'],
    ['vscode-vfs://github/o/r/a.perf', '2023/b.perf', 'vscode-vfs://github/o/r/2023/b.perf'],
    ['inmemory://model/1', 'b.perf', 'inmemory://model/b.perf'],
    ['inmemory://model/1', '../b.perf', 'inmemory://model/b.perf'],
    ['inmemory:/1', 'b.perf', 'inmemory:/b.perf'],
    ['untitled:Untitled-1', 'b.perf', undefined],
  ];
  test.each(paths)('in %s “%s” is %s', (from, path, to) => {
    expect(names.resolve(from, path)).toBe(to);
  });

  const between: [from: string, to: string, path: string | undefined][] = [
    ['file:///w/a.perf', 'file:///w/b.perf', 'b.perf'],
    ['file:///w/x/a.perf', 'file:///w/b.perf', '../b.perf'],
    ['file:///w/a.perf', 'file:///w/x/100%25.perf', 'x/100%.perf'],
    ['file:///w/x/a.perf', 'file:///w/y/x/b.perf', '../y/x/b.perf'],
    ['file:///w/a.perf', 'vscode-vfs://github/b.perf', undefined],
    ['file:///c:/w/a.perf', 'file:///c:/b.perf', '../b.perf'],
    ['file:///c:/w/a.perf', 'file:///d:/w/b.perf', undefined],
  ];
  test.each(between)('from %s to %s: %s', (from, to, path) => {
    expect(pathBetween(from, to)).toBe(path);
    if (path !== undefined) expect(names.resolve(from, path)).toBe(to);
  });
});

test('a folder holds what lies below it, not its namesakes', () => {
  expect(isInside('file:///w/a/b.perf', 'file:///w/a')).toBe(true);
  expect(isInside('file:///w/a/b.perf', 'file:///')).toBe(true);
  expect(isInside('file:///w/ab.perf', 'file:///w/a')).toBe(false);
  expect(isInside('file:///w/a', 'file:///w/a')).toBe(false);
});
