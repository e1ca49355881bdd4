import { mkdirSync, writeFileSync } from 'node:fs';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { numberOption } from '../options.js';
import { printMachine, printTable } from '../print.js';
import { type Command, hasPandoc, inTurn, type Run } from '../process.js';
import { median, ratios, spread } from '../statistics.js';
import { CONTENTS, type ContentName } from './content.js';

/*
 * How long a long document takes, from the start of a process to the file: ours, pandoc from equal
 * content as Markdown, and for the table the floor.
 */

const output = fileURLToPath(new URL('./word/', import.meta.url));
const rounds = numberOption('rounds', 5);
const pandoc = hasPandoc();
mkdirSync(output, { recursive: true });

const own = (program: string, name: string): Command => ({
  program: execPath,
  args: [fileURLToPath(new URL(`./word-${program}.mjs`, import.meta.url)), name, `${output}${name}-${program}.docx`],
});

const TITLES: Record<ContentName, string> = { prose: '300 pages of prose', table: 'a table of 10,000 rows' };

const rows: string[][] = [];
for (const name of Object.keys(CONTENTS) as ContentName[]) {
  const markdown = `${output}${name}.md`;
  writeFileSync(markdown, CONTENTS[name].markdown());
  const runs = await inTurn(
    {
      ours: own('ours', name),
      pandoc: pandoc ? { program: 'pandoc', args: [markdown, '-o', `${output}${name}-pandoc.docx`] } : undefined,
      floor: name === 'table' ? own('floor', name) : undefined,
    },
    rounds,
  );
  const row = (what: string, measured: readonly Run[]) => {
    if (measured.length === 0) return [TITLES[name], what, 'missing', '—', '—'];
    const ratio = what === 'ours' ? '1' : spread(ratios(times(runs.ours), times(measured)), 2);
    return [TITLES[name], what, spread(times(measured)), ratio, median(measured.map(({ peak }) => peak)).toFixed(0)];
  };
  rows.push(row('ours', runs.ours), row('pandoc', runs.pandoc));
  if (name === 'table') rows.push(row('floor', runs.floor));
}

function times(runs: readonly Run[]): number[] {
  return runs.map(({ milliseconds }) => milliseconds);
}

printMachine();
printTable(
  `Word documents: median (least–most) of ${rounds} rounds`,
  ['what', 'by', 'ms', 'ours ÷ this', 'peak MB'],
  rows,
);
