/** The number after `--name`, or the one that is used without it. */
export function numberOption(name: string, usual: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const written = at < 0 ? undefined : process.argv[at + 1];
  return written === undefined ? usual : Number.parseInt(written, 10);
}

/** What is named without `--`: the parts of a measurement to run; all of them if none is named. */
export function parts(): readonly string[] {
  return process.argv
    .slice(2)
    .filter((word, index, words) => !word.startsWith('--') && !words[index - 1]?.startsWith('--'));
}
