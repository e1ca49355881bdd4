import { readFileSync } from 'node:fs';
import { type Analysis, analyse, type ImportTarget, readSource, type SourceFile, SourceSet } from '@jixiao/language';
import {
  codeActions,
  complete,
  documentHighlights,
  documentLinks,
  documentSymbols,
  foldingRanges,
  format,
  formatRange,
  HINT_KINDS,
  hover,
  inlayHints,
  references,
  rename,
  semanticTokens,
} from '@jixiao/language/services';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { runs } from '../effort.js';
import { randomEdit, randomNumbers } from '../server/random-edits.js';

/*
 * The services keep what they worked out for what an edit leaves alone. Whatever was typed and asked
 * before, they answer as they would had the files just been opened.
 */

const read = (name: string) => readFileSync(new URL(`../../examples/mingxikou-2024/${name}`, import.meta.url), 'utf8');

/** Declarations that are there twice, two reports in one file, several blocks on a line. */
const CROWDED = `引入 "b.perf" 为 上年
单位 镇政府 "镇政府" { 简称 "我镇" }
预算 支出 单位为 万元 = 9 { 按 分类 { 甲 = 5 乙 = 4 } }
数据 共用 = 1人
数据 共用 = 1人
核对 支出 >= 0
核对 支出 >= 0
// 注释
报告 "一" {
  单位 镇政府 年度 2024
  节 "一" [ 共#{支出}，*强调*。 ] 节 "二" { [ 甲#{甲} ] 表 支出.分类 "乙" [ 丙#{支出: 元} ] 图 饼图 支出.分类 }
  // 允许 prose/repeated-figure: 试
  节 "三" [
    // 注
    去年#{上年.支出}，今年#{支出}。
    + 一项#{共用}
  ]
  图片 "p.png" "图"
}
报告 "二" {
  节 "一" [ 共#{支出}，*强调*。 ] 节 "二" { [ 甲#{甲} ] 表 支出.分类 "乙" [ 丙#{支出: 元} ] 图 饼图 支出.分类 }
}
`;

const START: Readonly<Record<string, string>> = {
  'main.perf': `${read('as-published.perf').replace(/^引入.*$/gm, '引入 "b.perf" 为 去年')}\n${read('unit.perf')}`,
  'crowded.perf': CROWDED,
  'b.perf': '预算 支出 单位为 万元 = 10 {\n  甲项 = 4\n  乙项 = 6\n}\n',
};
const NAMES = ['main.perf', 'crowded.perf', 'crowded.perf', 'b.perf'];
const EDITS = 40;
const RUNS = runs(12);

const resolve = (_from: string, path: string): ImportTarget => ({ kind: 'file', file: path });

function fresh(documents: ReadonlyMap<string, TextDocument>): Analysis {
  const files = [...documents].map(([file, document]): [string, SourceFile] => [
    file,
    readSource(file, document.getText()),
  ]);
  return analyse(new SourceSet(new Map(files), resolve));
}

function next(documents: ReadonlyMap<string, TextDocument>, previous: Analysis): Analysis {
  const files = [...documents].map(([file, document]): [string, SourceFile] => {
    const known = previous.sources.files.get(file);
    const text = document.getText();
    return [file, known?.text === text ? known : readSource(file, text, known)];
  });
  return analyse(new SourceSet(new Map(files), resolve, previous.sources), previous);
}

const WHOLE = { start: { line: 0, character: 0 }, end: { line: 100_000, character: 0 } };

/** Everything that an editor asks for after a keystroke. */
const QUESTIONS: Readonly<Record<string, (analysis: Analysis, file: string, at: Position) => unknown>> = {
  tokens: (analysis, file) => semanticTokens(analysis, file),
  'tokens of some lines': (analysis, file, at) =>
    semanticTokens(analysis, file, { start: at, end: { line: at.line + 5, character: 0 } }),
  symbols: (analysis, file) => documentSymbols(analysis, file, 'zh'),
  folds: (analysis, file) => foldingRanges(analysis, file),
  links: (analysis, file) => documentLinks(analysis, file, 'zh'),
  hints: (analysis, file) => inlayHints(analysis, file, WHOLE, new Set(HINT_KINDS), 'zh'),
  layout: (analysis, file) => format(analysis.sources.files.get(file) as SourceFile),
  'layout of some lines': (analysis, file, at) =>
    formatRange(analysis.sources.files.get(file) as SourceFile, {
      start: at,
      end: { line: at.line + 3, character: 0 },
    }),
  references: (analysis, file, at) => references(analysis, file, at, { includeDeclaration: true }),
  highlights: (analysis, file, at) => documentHighlights(analysis, file, at),
  hover: (analysis, file, at) => hover(analysis, file, at, 'zh', () => undefined) ?? null,
  completion: (analysis, file, at) => complete(analysis, file, at, { language: 'zh', pinyin: true, snippets: true }),
  rename: (analysis, file, at) => rename(analysis, file, at, '新名字'),
  actions: (analysis, file, at) =>
    codeActions(analysis, { file, range: { start: at, end: at } }, 'zh', { resolves: true }),
};

function answers(analysis: Analysis, file: string, at: Position): Record<string, unknown> {
  return Object.fromEntries(Object.entries(QUESTIONS).map(([name, ask]) => [name, ask(analysis, file, at)]));
}

describe('what is kept from one edit to the next', () => {
  it.each(Array.from({ length: RUNS }, (_, run) => run))('is what would be worked out anew, run %i', (run) => {
    const random = randomNumbers(77 + run);
    const documents = new Map(
      Object.entries(START).map(([file, text]) => [file, TextDocument.create(file, 'perf', 1, text)]),
    );
    const somewhere = (document: TextDocument) =>
      document.positionAt(Math.floor(random() * (document.getText().length + 1)));
    let analysis = fresh(documents);
    for (let edit = 0; edit < EDITS; edit++) {
      const file = NAMES[Math.floor(random() * NAMES.length)] as string;
      const document = documents.get(file) as TextDocument;
      documents.set(file, TextDocument.update(document, [randomEdit(document, random)], edit + 2));
      analysis = next(documents, analysis);
      const asked = documents.get(NAMES[Math.floor(random() * NAMES.length)] as string) as TextDocument;
      const at = somewhere(asked);
      // Sometimes nothing is asked between edits, sometimes one thing, sometimes everything.
      const names = Object.keys(QUESTIONS);
      if (random() < 0.5) QUESTIONS[names[Math.floor(random() * names.length)] as string]?.(analysis, asked.uri, at);
      if (random() < 0.3) expect(answers(analysis, asked.uri, at)).toEqual(answers(fresh(documents), asked.uri, at));
    }
    const anew = fresh(documents);
    for (const [file, document] of documents) {
      for (let place = 0; place < 3; place++) {
        const at = somewhere(document);
        expect(answers(analysis, file, at)).toEqual(answers(anew, file, at));
      }
    }
  });
});
