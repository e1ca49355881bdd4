import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { execPath } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateReport } from '../generate/report.js';
import { generateYaml, YAML_SCHEMA } from '../generate/yaml.js';
import { numberOption, parts } from '../options.js';
import { printMachine, printTable } from '../print.js';
import { computedBy, memoryOf } from '../process.js';
import { median, quantile, ratios, spread } from '../statistics.js';
import { Client } from './client.js';
import { arrangements, keystrokes } from './edits.js';

/*
 * What somebody who types waits for: from a keystroke to its findings, answers of the editor
 * services, the preview, the opening of a workspace. All through the bundled server.
 */

const folder = fileURLToPath(new URL('./editing/', import.meta.url));
const repository = new URL('../../../', import.meta.url);
const uriOf = (name: string) => pathToFileURL(folder + name).href;
const PROGRAMS = {
  ours: [fileURLToPath(new URL('packages/server/dist/node.js', repository)), '--stdio'],
  plain: [fileURLToPath(new URL('./editing-plain-server.mjs', import.meta.url)), '--stdio'],
  yaml: [
    fileURLToPath(new URL('test/bench/node_modules/yaml-language-server/bin/yaml-language-server', repository)),
    '--stdio',
  ],
};

const LENGTHS = [300, 2_000, 6_000, 12_000];
const rounds = numberOption('rounds', 20);
const wanted = parts();
const isWanted = (part: string) => wanted.length === 0 || wanted.includes(part);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
printMachine();
if (isWanted('keystrokes')) await benchKeystrokes();
if (isWanted('services')) await benchServices();
if (isWanted('preview')) await benchPreview();
if (isWanted('workspace')) await benchWorkspace();
if (isWanted('leak')) await benchLeak();

async function benchKeystrokes(): Promise<void> {
  writeFileSync(`${folder}schema.json`, JSON.stringify(YAML_SCHEMA));
  const rows: string[][] = [];
  for (const lines of LENGTHS) {
    const report = generateReport(lines);
    const data = generateYaml(lines, uriOf('schema.json'));
    const [ours, plain, yaml] = await Promise.all([
      Client.start(execPath, PROGRAMS.ours, null),
      Client.start(execPath, PROGRAMS.plain, null),
      Client.start(execPath, PROGRAMS.yaml, null),
    ]);
    const uri = uriOf('report.perf');
    const yamlUri = uriOf('data.yaml');
    await ours.open(uri, 'perf', report.text);
    await plain.open(uri, 'perf', report.text);
    await yaml.open(yamlUri, 'yaml', data.text);
    const row = data.text.split('\n')[data.figureLine] ?? '';
    const start = { line: data.figureLine, character: row.indexOf('.') };
    const end = { ...start, character: start.character + 1 };
    const yamlEdits = [
      { range: { start, end: start }, text: '1' },
      { range: { start, end }, text: '' },
    ] as const;
    for (const { name, edits } of keystrokes(report)) {
      const times = { ours: [] as number[], plain: [] as number[], yaml: [] as number[] };
      for (let round = -2; round < rounds; round += 1) {
        for (const half of [0, 1] as const) {
          const taken = {
            ours: await ours.edit(uri, edits[half]),
            // The slow ones less often: their spread is small and their time long.
            plain: round % 4 === 0 ? await plain.edit(uri, edits[half]) : undefined,
            yaml: round % 4 === 0 && name === 'a digit' ? await yaml.edit(yamlUri, yamlEdits[half]) : undefined,
          };
          if (round % 4 !== 0) continue;
          for (const key of ['ours', 'plain', 'yaml'] as const) {
            const time = taken[key];
            if (round >= 0 && time !== undefined) times[key].push(time);
          }
        }
      }
      rows.push([
        `${lines} lines, ${name}`,
        spread(times.ours, 1),
        spread(times.plain),
        spread(ratios(times.plain, times.ours), 1),
        spread(times.yaml),
        times.yaml.length === 0 ? '—' : spread(ratios(times.yaml, times.ours), 1),
      ]);
    }
    for (const client of [ours, plain, yaml]) client.stop();
  }
  printTable(
    'From a keystroke to its findings, ms: median (least–most)',
    ['file and edit', 'ours', 'plain pipeline', 'plain ÷ ours', 'YAML + schema', 'YAML ÷ ours'],
    rows,
  );
}

async function benchServices(): Promise<void> {
  const report = generateReport(6_000);
  const client = await Client.start(execPath, PROGRAMS.ours, null);
  const uri = uriOf('report.perf');
  await client.open(uri, 'perf', report.text);
  const textDocument = { uri };
  const line = report.text.split('\n')[report.proseLine] ?? '';
  const inProse = { line: report.proseLine, character: line.indexOf('#{') + 2 };
  const onFigure = { line: report.figureLine, character: 5 };
  const shown = {
    start: { line: report.figureLine - 30, character: 0 },
    end: { ...onFigure, line: onFigure.line + 30 },
  };
  const options = { tabSize: 2, insertSpaces: true };
  const drawn = (previousResultId: string): readonly Request[] => [
    ['textDocument/semanticTokens/full/delta', { textDocument, previousResultId }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range: shown }],
    [
      'textDocument/codeAction',
      { textDocument, range: { start: onFigure, end: onFigure }, context: { diagnostics: [] } },
    ],
    ['textDocument/documentLink', { textDocument }],
  ];
  const requests: readonly Request[] = [
    ['textDocument/completion', { textDocument, position: inProse }],
    ['textDocument/hover', { textDocument, position: inProse }],
    ['textDocument/rename', { textDocument, position: onFigure, newName: '商品和服务' }],
    ['textDocument/formatting', { textDocument, options }],
    ['textDocument/onTypeFormatting', { textDocument, options, position: { ...onFigure, character: 0 }, ch: '\n' }],
    ['textDocument/references', { textDocument, position: onFigure, context: { includeDeclaration: true } }],
    ['textDocument/documentHighlight', { textDocument, position: onFigure }],
    ['textDocument/definition', { textDocument, position: inProse }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/semanticTokens/range', { textDocument, range: shown }],
    ...drawn(''),
  ];
  const typing = keystrokes(report).slice(0, 2);
  let id = '';
  const ask = async ([method, params]: Request): Promise<void> => {
    const isDelta = method.endsWith('/delta');
    const { answer } = await client.ask<{ readonly resultId?: string } | null>(
      method,
      isDelta ? { ...(params as object), previousResultId: id } : params,
    );
    if (isDelta) id = answer?.resultId ?? '';
  };
  const rows: string[][] = [];
  const measure = async (name: string, asked: readonly Request[]) => {
    const row = [name];
    for (const { edits } of typing) {
      const times: number[] = [];
      for (let round = -3; round < 2 * rounds; round += 1) {
        for (const edit of edits) {
          // Asked in the middle of typing: the server has the edit, and its findings are still to come.
          const typed = client.edit(uri, edit);
          const start = performance.now();
          await Promise.all(asked.map(ask));
          const milliseconds = performance.now() - start;
          await typed;
          if (round >= 0) times.push(milliseconds);
        }
      }
      row.push(median(times).toFixed(1), quantile(times, 0.95).toFixed(1));
    }
    rows.push(row);
  };
  for (const request of requests) await measure(request[0], [request]);
  await measure('all that is drawn, together', drawn(''));
  client.stop();
  printTable(
    'Answers while typing at 6,000 lines, ms',
    ['request', ...typing.flatMap(({ name }) => [`${name}: median`, '95 %'])],
    rows,
  );
}

type Request = readonly [method: string, params: unknown];

interface Update {
  readonly revision: number;
  readonly kind: string;
  readonly put?: readonly unknown[];
}

async function benchPreview(): Promise<void> {
  const rows: string[][] = [];
  for (const lines of LENGTHS) {
    const report = generateReport(lines);
    const client = await Client.start(execPath, PROGRAMS.ours, null);
    const uri = uriOf('report.perf');
    await client.open(uri, 'perf', report.text);
    const { answer: reports } = await client.ask<readonly { readonly id: string }[]>('jixiao/reports', { uri });
    const id = reports[0]?.id ?? '';
    const first = await client.ask<Update>('jixiao/preview', { uri, report: id });
    let { revision } = first.answer;
    for (const { name, edits } of [...keystrokes(report), ...arrangements(report)]) {
      const times: number[] = [];
      const computed: number[] = [];
      let put = 0;
      for (let round = -3; round < rounds; round += 1) {
        for (const edit of edits) {
          await client.edit(uri, edit);
          const before = computedBy(client.pid);
          const { answer, milliseconds } = await client.ask<Update>('jixiao/preview', {
            uri,
            report: id,
            since: revision,
          });
          revision = answer.revision;
          put = Math.max(put, answer.put?.length ?? Number.NaN);
          if (round < 0) continue;
          times.push(milliseconds);
          computed.push(computedBy(client.pid) - before);
        }
      }
      rows.push([
        `${lines} lines, ${name}`,
        spread(times, 1),
        spread(computed, 1),
        `${put}`,
        first.milliseconds.toFixed(0),
      ]);
    }
    client.stop();
  }
  printTable(
    'Preview after the findings, ms: median (least–most)',
    ['file and edit', 'patch', 'computed for it', 'blocks put', 'first, whole'],
    rows,
  );
}

async function benchWorkspace(): Promise<void> {
  const count = 300;
  const root = `${folder}workspace/`;
  mkdirSync(root, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    writeFileSync(`${root}report-${index}.perf`, generateReport(300, index).text);
  }
  const uri = pathToFileURL(`${root}report-150.perf`).href;
  const start = performance.now();
  const client = await Client.start(execPath, PROGRAMS.ours, pathToFileURL(root).href);
  await client.open(uri, 'perf', generateReport(300, 150).text);
  const firstAt = performance.now() - start;
  let peak = 0;
  const names = Array.from({ length: count }, (_, index) => pathToFileURL(`${root}report-${index}.perf`).href);
  const limit = start + 60_000;
  while (names.some((name) => !client.firstAt.has(name)) && performance.now() < limit) {
    peak = Math.max(peak, memoryOf(client.pid) ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const missing = names.filter((name) => !client.firstAt.has(name)).length;
  const last = Math.max(...names.map((name) => client.firstAt.get(name) ?? 0)) - start;
  printTable(
    `Opening a workspace of ${count} reports`,
    ['what', 'value'],
    [
      ['findings of the open file', `${firstAt.toFixed(0)} ms`],
      ['findings of all files', `${last.toFixed(0)} ms${missing > 0 ? ` (${missing} without)` : ''}`],
      ['most memory', `${peak.toFixed(0)} MB`],
    ],
  );
  client.stop();
}

async function benchLeak(): Promise<void> {
  const report = generateReport(2_000);
  const client = await Client.start(execPath, PROGRAMS.ours, null);
  const uri = uriOf('report.perf');
  await client.open(uri, 'perf', report.text);
  const total = numberOption('edits', 10_000);
  const memory: string[][] = [];
  const all = keystrokes(report);
  for (let count = 0; count <= total; count += 2) {
    if (count % (total / 5) === 0) memory.push([`${count}`, `${(memoryOf(client.pid) ?? Number.NaN).toFixed(0)}`]);
    const { edits } = all[(count / 2) % all.length] as (typeof all)[number];
    await client.edit(uri, edits[0]);
    await client.edit(uri, edits[1]);
  }
  client.stop();
  printTable('Memory over many edits at 2,000 lines', ['edits', 'MB'], memory);
}
