import { readFileSync } from 'node:fs';
import type { Anchor, EvaluatedReport, Landscape, ReportItem, Span } from '@jixiao/core';
import { type Analysis, analyse, type ImportTarget, readSource, type SourceFile, SourceSet } from '@jixiao/language';
import { type DocumentTree, type HtmlPages, LayoutMemory, layout, PaintMemory, paintHtml } from '@jixiao/report';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { generateReport } from '../bench/generate/report.js';
import { runs } from '../effort.js';
import { randomEdit, randomNumbers } from '../server/random-edits.js';
import { annex, place, prose, report, section } from './builders.js';

/*
 * Kept = made anew: whatever is edited, a report that is laid out and painted with what is known of
 * its last version is the one that is laid out and painted from nothing.
 */

const examples = new URL('../../examples/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, examples), 'utf8');
const county = ['unit', 'budget', 'department-2024'].map((name) => read(`county-package/${name}.perf`)).join('\n');

const TEXTS: Readonly<Record<string, string>> = {
  'the published example': `${read('mingxikou-2024/unit.perf')}\n${read('mingxikou-2024/as-published.perf')}`,
  'a department': county,
  'a generated report': generateReport(300).text,
  'a report with everything': `单位 本局 "某县某局" { 简称 我局 }
预算 支出 "部门整体支出" 单位为 万元 = 10 {
  按 性质 { 基本支出 = 4  项目支出 = 6 { 修路 = 2  造林 = 4 } }
}
数据 人口 = 7人 { 男 = 3人  女 = 4人 }
报告 "自评报告" {
  单位 本局
  年度 2024
  附件 4
  目录 是
  节 "一" {
    [
      全年支出#{支出}，见#{见(支出)}，人口见#{见(人口)}。#{脚注("第一条")}
      + 一项#{项目支出}；
      + 二项；
      其他：
      + 三项。#{脚注("第二条")}
      - 又一项
    ]
    表 支出.性质
    表 支出 "全部支出"
    分页
    节 "其中" [ 项目支出#{支出.项目支出}。 ]
    节 "其中" { 图 饼图 支出.性质 "构成" }
  }
  横向 {
    节 "二" { 表 人口  图片 "a.png" "照片" }
  }
  节 "三" {
    [ 修路#{修路}，占#{占比(修路, 支出)}。#{脚注("第三条")} ]
    附件 2 "明细" { [ 明细见#{见(支出)}。 ] 节 "一" [ 造林#{造林}。 ] }
  }
  附件 1 "总表" 横向 { 表 支出.性质 "总表" }
}
`,
};

/**
 * What a person changes: words, figures, sections that come and go, what is printed in many places.
 * Most changes stay within their line, so that what stands below is the same but for its numbers.
 */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/\d(?=\.\d|\b)/g, '$&1'],
  [/(?<=[\u4e00-\u9fff])。/g, '，还有。'],
  [/(?<=[\u4e00-\u9fff])。/g, '。#{脚注("又一条")}'],
  [/。\n/g, '。\n      新的一段。\n'],
  [/^ {2}节 "/gm, '  节 "新" [ 新的一节。#{脚注("新")} ]\n  节 "'],
  [/^ *节 "/gm, '  节 "新" [ 新的一节。#{脚注("新")} ] 节 "'],
  [/^ *节 "/gm, '  节 "新" { 节 "更新" [ 更新的一节。 ] } 节 "'],
  [/节 "[^"]*" (?=\[[^[\]]*\])/g, ''],
  [/^ {2}节 "[^"]*" \[[^[\]]*\]$/gm, ''],
  [/节 "(?=[^"]+")/g, '$&好'],
  [/节 "[^"]+"/g, '节 "存在的问题"'],
  [/^ *表 .*/gm, ''],
  [/^( *)(表 \S+).*$/gm, '$1$2'],
  [/^( *)(表 \S+).*$/gm, '$1$2 "又一张表" $2'],
  [/^( *)表 (\S+).*$/gm, '$& [ 见#{见($2)}。 ]'],
  [/#\{见\([^)]*\)\}/g, '#{见(无)}'],
  [/(?<=^单位 \S+ ")/gm, '新'],
  [/(?<=^报告 ")/gm, '新'],
  [/^ {2}年度.*$/gm, '$&  目录 是'],
  [/^ {2}目录.*/gm, ''],
  [/^(?=预算 )/gm, '// 一行注释\n\n'],
  [/^ {4}\[$/gm, '$&\n      + 先有一项；'],
  [/^ {2}(?=节 )/gm, '  附件 7 "又一个附件" [ 附件的文字。 ]  '],
  [/^ {2}(?=节 )/gm, '  横向 { [ 横着的文字。 ] }  '],
  [/#\{[^}]*\}/g, '#{'],
  [/\]/g, ''],
];

function changed(text: string, random: () => number): string {
  if (random() < 0.35) {
    const document = TextDocument.create('file:///a.perf', 'perf', 0, text);
    return TextDocument.applyEdits(document, [
      ((change) => ({ range: 'range' in change ? change.range : everything(document), newText: change.text }))(
        randomEdit(document, random),
      ),
    ]);
  }
  const [pattern, replacement] = CHANGES[Math.floor(random() * CHANGES.length)] as (typeof CHANGES)[number];
  const found = [...text.matchAll(pattern)];
  const one = found[Math.floor(random() * found.length)];
  if (!one) return text;
  const matched = one[0];
  // Looked at where it stands, for what is around it may be part of the pattern.
  let index = -1;
  return text.replace(pattern, (...match: unknown[]) => {
    index += 1;
    if (found[index] !== one) return match[0] as string;
    return replacement.replace(/\$(&|\d)/g, (_, what: string) => (what === '&' ? matched : `${match[Number(what)]}`));
  });
}

function everything(document: TextDocument) {
  return { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
}

const resolve = (_from: string, path: string): ImportTarget => ({ kind: 'file', file: path });

function analysed(text: string, previous?: Analysis): Analysis {
  const known = previous?.sources.files.get('main.perf');
  const files = new Map<string, SourceFile>([['main.perf', readSource('main.perf', text, known)]]);
  if (!previous) return analyse(new SourceSet(files, resolve));
  return analyse(new SourceSet(files, resolve, previous.sources), previous);
}

/** Everything in a tree and its pages as text. Anchors are told apart as objects, for only the true one moves on. */
function picture(tree: DocumentTree, { title, blocks }: HtmlPages): string {
  const anchors = new Map<Anchor, number>();
  const painted = blocks.map(({ key, html, places }) => ({ key, html, places }));
  return JSON.stringify({ tree, title, painted }, (name, value: unknown) => {
    if (name !== 'anchor') return value;
    const anchor = value as Span['anchor'];
    if (!anchors.has(anchor)) anchors.set(anchor, anchors.size);
    return `${anchors.get(anchor)} ${anchor.line}`;
  });
}

const imageUrl = (path: string) => (path === 'a.png' ? 'https://example.test/a.png' : undefined);

class Kept {
  readonly layout = new LayoutMemory();
  readonly paint = new PaintMemory();

  picture(report: EvaluatedReport): { readonly picture: string; readonly pages: HtmlPages } {
    const tree = layout(report, { memory: this.layout });
    const pages = paintHtml(tree, { imageUrl }, this.paint);
    return { picture: picture(tree, pages), pages };
  }
}

function fresh(report: EvaluatedReport): string {
  const tree = layout(report);
  return picture(tree, paintHtml(tree, { imageUrl }));
}

const landscape: Landscape = { kind: 'landscape', items: [], span: place() };

describe('what is kept of a report', () => {
  const times = runs(3);

  test.each(Object.keys(TEXTS))('makes no difference: %s', (name) => {
    for (let run = 1; run <= times; run += 1) {
      const random = randomNumbers(run * 7919 + name.length);
      let text = TEXTS[name] ?? '';
      let analysis = analysed(text);
      const kept = new Kept();
      for (let step = 0; step < 100; step += 1) {
        const evaluated = analysis.evaluated('main.perf').reports[0];
        if (evaluated) {
          const { picture: now } = kept.picture(evaluated);
          if (now !== fresh(evaluated)) expect(now, `run ${run}, step ${step}:\n${text}`).toBe(fresh(evaluated));
        }
        // What is broken is mended again and again.
        text = step % 10 === 9 ? (TEXTS[name] ?? '') : changed(text, random);
        analysis = analysed(text, analysis);
        analysis.findings('main.perf');
      }
    }
  });

  const last = section('末', prose('文。'));
  test.each([
    ['another title as long', [section('甲'), last], [section('乙'), last]],
    ['as many headings on another level', [section('甲', section('乙')), last], [section('甲'), section('乙'), last]],
    ['the same section in an annex', [section('甲'), last], [section('甲'), annex(1, '附', [last])]],
    ['the same section on its side', [section('甲'), last], [{ ...landscape, items: [section('甲'), last] }]],
    ['a section that comes twice', [last], [last, last]],
  ] satisfies [string, ReportItem[], ReportItem[]][])('makes no difference: %s', (_, before, now) => {
    const kept = new Kept();
    for (const items of [before, now, before]) expect(kept.picture(report(items)).picture).toBe(fresh(report(items)));
  });
});
