import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compare, readCase } from './case-file.js';
import { analyseFiles, MAIN } from './memory-host.js';

const folder = new URL('../resources/findings/', import.meta.url);
const cases = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.perf'))
  .sort();

describe('findings of the case files', () => {
  it.each(cases)('%s', async (name) => {
    const { files, expected } = readCase(readFileSync(new URL(name, folder), 'utf8'));
    const analysis = await analyseFiles(files);
    expect(compare(expected, analysis.findings(MAIN))).toEqual([]);
  });

  it('notices a finding that is missing, one that is not expected, and a malformed expectation', async () => {
    const wrong = '人员 编制 = 78人 { 行政 = 36  事业 = 41 }\n';
    const analysis = await analyseFiles({ [MAIN]: wrong });
    expect(compare([], analysis.findings(MAIN))).toHaveLength(1);
    const { expected } = readCase(`//! error sum/mismatch 99人\n${wrong}`);
    expect(compare(expected, analysis.findings(MAIN))).toHaveLength(2);
    expect(() => readCase('//! fatal nonsense\n')).toThrow('not an expectation');
  });
});
