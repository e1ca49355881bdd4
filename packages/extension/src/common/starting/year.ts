/**
 * The year that somebody writes, as it stands on a report: four digits of this or the last century.
 * A Chinese input method may write digits at full width, and a habit adds 年 or 年度. Undefined for anything else.
 */
export function readYear(written: string): string | undefined {
  return /^((?:19|20)\d{2})(?:年度?)?$/.exec(written.normalize('NFKC').trim())?.[1];
}

/**
 * A file's name with its year moved on, without its ending; where it names none, with a word that
 * tells the new file from the old one.
 */
export function nextName(name: string, thisYear: string): string {
  const stem = name.replace(/\.perf$/, '');
  const next = stem.replaceAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, (year) => `${Number.parseInt(year, 10) + 1}`);
  return next === stem ? `${stem}-${thisYear}` : next;
}
