import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseText, MAIN } from '../language/memory-host.js';
import { fencedBlocks } from './markdown.js';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

describe('README', () => {
  it('shows an example without an error or a warning', async () => {
    const [block] = fencedBlocks(readme).filter(({ language }) => language === 'perf');
    const analysis = await analyseText(block?.text ?? '没有例子');
    const found = analysis.findings(MAIN).filter(({ severity }) => severity !== 'hint');
    expect(found.map(({ code, message }) => `${code} ${message.zh}`)).toEqual([]);
    expect(analysis.evaluated(MAIN).reports).toHaveLength(1);
  });

  it('names files that exist', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
    const examples = [...readme.matchAll(/`(examples\/[^`*]+)`/g)].map(([, path = '']) => path);
    expect([...links, ...examples].filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
  });
});
