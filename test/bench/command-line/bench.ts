import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { layout } from '@jixiao/report';
import { generateReport } from '../generate/report.js';
import { numberOption, parts } from '../options.js';
import { printMachine, printTable } from '../print.js';
import { type Command, hasPandoc, inTurn, type Run, run } from '../process.js';
import { median, ratios, spread } from '../statistics.js';
import { evaluatedReport } from './evaluated-report.js';
import { markdownOf } from './markdown.js';

/*
 * How long the command line takes, from the start of its process to its end, and how much of it there
 * is. Pandoc turns an equal text into a Word document in the same rounds.
 */

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const folder = fileURLToPath(new URL('./command-line/', import.meta.url));
const rounds = numberOption('rounds', 10);
const wanted = parts();
const isWanted = (part: string) => wanted.length === 0 || wanted.includes(part);

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
printMachine();
if (isWanted('one')) await benchOne();
if (isWanted('many')) await benchMany();
if (isWanted('sizes')) printSizes();

function jixiao(...args: readonly string[]): Command {
  // 1: findings, which the published report has.
  return {
    program: execPath,
    args: [`${repository}packages/cli/bin/jixiao.js`, ...args],
    cwd: folder,
    accepted: [0, 1],
  };
}

async function benchOne(): Promise<void> {
  const example = `${repository}examples/mingxikou-2024/`;
  const markdown = `${folder}equal.md`;
  writeFileSync(markdown, markdownOf(layout(await evaluatedReport(`${example}corrected.perf`))));
  const runs = await inTurn(
    {
      empty: { program: execPath, args: ['-e', '0'] },
      check: jixiao('check', `${example}as-published.perf`),
      build: jixiao('build', `${example}corrected.perf`, '-o', 'report.docx'),
      pandoc: hasPandoc() ? { program: 'pandoc', args: [markdown, '-o', `${folder}pandoc.docx`] } : undefined,
    },
    rounds,
  );
  const times = (measured: readonly Run[]) => measured.map(({ milliseconds }) => milliseconds);
  const row = (name: string, measured: readonly Run[]) => [
    name,
    spread(times(measured)),
    runs.pandoc.length === 0 ? 'missing' : spread(ratios(times(measured), times(runs.pandoc)), 1),
    measured.length === 0 ? '—' : median(measured.map(({ peak }) => peak)).toFixed(0),
  ];
  printTable(
    'One report, from the start of the process to its end',
    ['command', 'ms', '÷ pandoc', 'peak MB'],
    [
      row('an empty Node process', runs.empty),
      row('jixiao check', runs.check),
      row('jixiao build', runs.build),
      row('pandoc, an equal text', runs.pandoc),
    ],
  );
}

async function benchMany(): Promise<void> {
  const count = numberOption('reports', 1_000);
  const source = `${folder}reports/`;
  mkdirSync(source, { recursive: true });
  writeFileSync(`${source}.jixiao`, '');
  for (let index = 0; index < count; index += 1) {
    writeFileSync(`${source}report-${index}.perf`, generateReport(200, index).text);
  }
  const { milliseconds, peak } = await run(jixiao('build', 'reports', '-o', 'built/', '--draft'));
  const built = readdirSync(`${folder}built`).length;
  printTable(
    `${count} reports of 200 lines in one build`,
    ['what', 'value'],
    [
      ['Word files', `${built}`],
      ['seconds', (milliseconds / 1000).toFixed(1)],
      ['reports a second', ((1000 * built) / milliseconds).toFixed(1)],
      ['most memory', `${peak.toFixed(0)} MB`],
    ],
  );
}

function printSizes(): void {
  const sizes = ['server/dist/node.js', 'server/dist/browser.js', 'cli/dist', 'extension/dist'].map((path) => [
    `packages/${path}`,
    `${(sizeOf(`${repository}packages/${path}`) / 1024).toFixed(0)} KB`,
  ]);
  printTable('What is shipped', ['bundle', 'size'], sizes);
}

/** Bytes of a file, or of the programs below a folder, without the maps of a development build. */
function sizeOf(path: string): number {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return Number.NaN;
  if (status.isFile()) return /\.(?:m|c)?js$/.test(path) ? status.size : 0;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(`${path}/${name}`), 0);
}
