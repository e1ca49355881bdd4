import { readFileSync } from 'node:fs';
import { type Finding, rangeOf } from '@jixiao/core';
import {
  type Analysis,
  analyse,
  type EvaluatedFile,
  type ImportTarget,
  readSource,
  type SourceFile,
  SourceSet,
} from '@jixiao/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../effort.js';

/*
 * Incremental = full: whatever is edited, what an analysis says after a row of edits is what a
 * fresh one says of the same texts.
 */

const examples = new URL('../../examples/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, examples), 'utf8');

/** Items that stand close together, several on a line. */
const CROWDED = `报告 "第二份" {
  单位 明溪口镇 年度 2024
  节 "一" [ 共#{支出}。 ] 节 "二" { [ 甲 ] 表 支出.经济分类 "乙" [ 丙#{支出} ] 图 饼图 支出.经济分类 }
  节 "三" { 节 "四" [ 丁 ] [ 戊#{基本支出} ] 节 "五" { 表 支出
    节 "六" [ 己
      + 庚#{支出}
    ] 分页 } [ 辛 ] }
  附件 1 "附表" 横向 { 表 支出.经济分类 [ 注#{支出} ] }
}
`;

const TEXTS: Readonly<Record<string, string>> = {
  'main.perf': `引入 "b.perf"\n引入 "c.perf" 为 上年\n${read('mingxikou-2024/as-published.perf').replace(/^引入.*$/gm, '')}\n${read('mingxikou-2024/unit.perf')}`,
  'd.perf': `单位 明溪口镇 "镇政府" { 简称 "我镇" }\n预算 支出 单位为 万元 = 9 { 按 经济分类 { 基本支出 = 5 项目支出 = 4 } }\n${CROWDED}`,
  'b.perf': '预算 项目资金 单位为 万元 = 10 {\n  甲项 = 4\n  乙项 = 6\n}\n数据 共用 = 甲项 + 乙项\n',
  'c.perf': '预算 支出 单位为 万元 = 2600 { 基本支出 = 1500  项目支出 = 1100 }\n',
};

const SNIPPETS = [
  '数据 新 = 1人\n',
  '数据 新 = 共用 + 1万元\n',
  '预算 支出 = 5万元\n',
  '\n',
  '}',
  '{',
  '[',
  ']',
  '#{支出}',
  '#{',
  '"',
  '0',
  '9',
  '万元',
  '人',
  ' ',
  '// 允许 sum/mismatch: 理由\n',
  '核对 支出 <= 三公经费.本年决算\n',
  '引入 "b.perf" 为 乙\n',
  '引入 "c.perf"\n',
  '甲项',
  '节 "新" [ 文 ]\n',
  '表 支出 "表题"\n',
  '表 支出',
  '// 允许 figure/unused: 理由\n',
  '= ',
  '|',
  '指标 另表 采用 财预2020 { 预算执行 10分 = 0.9 }\n',
  '工资福利支出为5万元',
  '评分办法 湖南整体支出 基于 财预2020 { 小数 1 }\n',
];

interface Edit {
  readonly file: number;
  readonly kind: 'insert' | 'delete' | 'move' | 'line';
  readonly at: number;
  readonly length: number;
  readonly snippet: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.integer({ min: 0, max: 9 }),
  kind: fc.constantFrom('insert', 'delete', 'move', 'line'),
  at: fc.nat({ max: 1_000_000 }),
  length: fc.integer({ min: 1, max: 400 }),
  snippet: fc.nat({ max: SNIPPETS.length - 1 }),
});

function apply(text: string, { kind, at, length, snippet }: Edit): string {
  const from = text.length === 0 ? 0 : at % text.length;
  switch (kind) {
    case 'insert':
      return text.slice(0, from) + SNIPPETS[snippet] + text.slice(from);
    case 'delete':
      return text.slice(0, from) + text.slice(from + (length % 7) + 1);
    case 'move': {
      const cut = text.slice(from, from + length);
      const rest = text.slice(0, from) + text.slice(from + length);
      const to = rest.length === 0 ? 0 : (at * 31) % rest.length;
      return rest.slice(0, to) + cut + rest.slice(to);
    }
    case 'line': {
      const start = text.lastIndexOf('\n', from) + 1;
      return text.slice(0, start) + SNIPPETS[snippet] + text.slice(start);
    }
  }
}

const resolve = (_from: string, path: string): ImportTarget => ({ kind: 'file', file: path });

function fresh(texts: Readonly<Record<string, string>>): Analysis {
  const files = Object.entries(texts).map(([file, text]): [string, SourceFile] => [file, readSource(file, text)]);
  return analyse(new SourceSet(new Map(files), resolve));
}

function next(texts: Readonly<Record<string, string>>, previous: Analysis): Analysis {
  const files = Object.entries(texts).map(([file, text]): [string, SourceFile] => {
    const known = previous.sources.files.get(file);
    return [file, known?.text === text ? known : readSource(file, text, known)];
  });
  return analyse(new SourceSet(new Map(files), resolve, previous.sources), previous);
}

function place(finding: Finding): string {
  const { start, end } = rangeOf(finding.at);
  const related = finding.related.map(({ at, message }) => {
    const range = rangeOf(at);
    return `${range.file}:${range.start.line}:${range.start.character} ${message.zh}`;
  });
  return `${start.line}:${start.character}-${end.line}:${end.character} ${finding.code} ${finding.message.zh} [${related.join('; ')}]`;
}

function listsOf({ units, tables, indicators, rubrics, outlines, forms, reports }: EvaluatedFile) {
  return { units, tables, indicators, rubrics, outlines, forms, reports };
}

/** All that can be seen of an analysis: findings, values, text of the reports, links. */
function picture(analysis: Analysis): unknown {
  return [...analysis.sources.files.keys()].sort().map((file) => ({
    file,
    findings: analysis.findings(file).map(place).sort(),
    links: [...analysis.links(file)]
      .map(({ span, symbol }) => {
        const from = rangeOf(span);
        const to = rangeOf(symbol.nameSpan);
        return `${from.start.line}:${from.start.character} → ${to.file}:${to.start.line}:${to.start.character}`;
      })
      .sort(),
    values: JSON.stringify(listsOf(analysis.evaluated(file)), (key, value) => {
      if (key === 'node' || key === 'context' || key.startsWith('$')) return undefined;
      if (key === 'anchor') return value.line;
      if (value instanceof Map) return [...value];
      return typeof value === 'bigint' ? String(value) : value;
    }),
  }));
}

describe('an analysis brought up to date', () => {
  it('says what a fresh one says', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
        const texts: Record<string, string> = { ...TEXTS };
        let analysis = fresh(texts);
        picture(analysis);
        for (const step of edits) {
          const file = ['b.perf', 'c.perf', 'd.perf', 'd.perf', 'd.perf', 'd.perf'][step.file] ?? 'main.perf';
          texts[file] = apply(texts[file] ?? '', step);
          analysis = next(texts, analysis);
          picture(analysis);
        }
        expect(picture(analysis)).toEqual(picture(fresh(texts)));
      }),
      {
        numRuns: runs(30),
        // The unit of a report becomes unknown, so that its unchanged items have other surroundings.
        examples: [[[{ file: 2, kind: 'insert', at: 0, length: 1, snippet: SNIPPETS.indexOf('"') }]]],
      },
    );
  }, 600_000);

  it('reads and evaluates one block of prose for an edit in a long report', () => {
    const sections = Array.from(
      { length: 300 },
      (_, i) => `  节 "第${i}项" [\n    第${i}项共#{总}，占#{占比(总, 总)}。\n  ]\n`,
    );
    const texts = { 'main.perf': `数据 总 = 5人\n报告 "报告" {\n${sections.join('')}}\n` };
    const before = fresh(texts);
    picture(before);
    const work = { ...before.evaluation.work };
    const edited = { 'main.perf': texts['main.perf'].replace('第150项共', '第一百五十项一共\n') };
    const after = next(edited, before);
    expect(picture(after)).toEqual(picture(fresh(edited)));
    // The edited block, and those below it, which moved by a line.
    expect(after.evaluation.work.proses - work.proses).toBe(150);
    const again = next({ 'main.perf': edited['main.perf'].replace('第10项共', '第十项共') }, after);
    picture(again);
    expect(again.evaluation.work.proses - work.proses).toBe(151);
    const digit = next(
      { 'main.perf': edited['main.perf'].replace('第10项共', '第十项共').replace('5人', '6人') },
      again,
    );
    picture(digit);
    expect(digit.evaluation.work.proses - work.proses).toBe(451);
  });

  it('remembers no more after many edits', () => {
    const text = (i: number) =>
      `数据 甲 = ${i}人\n报告 "报告" {\n  节 "一" [ 共#{甲}，第${i % 7}次。 ]\n  节 "二" [ 又#{甲}。 ]\n}\n`;
    let analysis = fresh({ 'main.perf': text(0) });
    picture(analysis);
    const { remembered } = analysis.evaluation;
    for (let i = 1; i < 200; i++) {
      analysis = next({ 'main.perf': text(i) }, analysis);
      picture(analysis);
    }
    expect(analysis.evaluation.remembered).toBe(remembered);
  });

  it('computes only what the edit touches', () => {
    const declarations = Array.from(
      { length: 500 },
      (_, i) => `预算 项目${i} 单位为 万元 = ${i} {\n  甲${i} = ${i}\n}\n`,
    );
    const texts = { 'main.perf': `${declarations.join('')}数据 合 = 项目7 + 项目8\n` };
    const before = fresh(texts);
    picture(before);
    const { pieces, cells } = before.evaluation.work;
    const after = next({ 'main.perf': texts['main.perf'].replace('= 7 {', '= 70 {') }, before);
    picture(after);
    expect(after.evaluation.work.pieces - pieces).toBe(2);
    expect(after.evaluation.work.cells - cells).toBe(3);
    expect(after.sources.files.get('main.perf')?.piecesRead).toBe(1);
  });
});
