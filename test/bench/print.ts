import { cpus, release } from 'node:os';
import { textWidth } from './text-width.js';

/** Prints a table with a title; the first column is flush left, the others flush right. */
export function printTable(title: string, header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => textWidth(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const room = ' '.repeat((widths[column] ?? 0) - textWidth(cell));
        return column === 0 ? cell + room : room + cell;
      })
      .join('  ')
      .trimEnd();
  console.log(`\n${title}\n`);
  console.log(line(header));
  console.log(widths.map((width) => '─'.repeat(width)).join('  '));
  for (const row of rows) console.log(line(row));
}

/** What the numbers were measured on. */
export function printMachine(): void {
  const [first] = cpus();
  console.log(`Node ${process.versions.node}, ${cpus().length} cores, ${first?.model.trim() ?? ''}, ${release()}`);
}
