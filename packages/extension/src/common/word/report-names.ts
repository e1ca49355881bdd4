import { claimNames, type NameClaim, type ReportName, reportNames } from '@jixiao/report/file-names';
import { FileType, type Uri, workspace } from 'vscode';
import { baseName, folderOf } from './write-file.js';

/** What the files made of reports are called, as on the command line. Looks into each folder once. */
export class ReportNames {
  readonly #claims = new Map<string, Promise<ReadonlyMap<string, NameClaim>>>();

  /** The names of all reports of a file, in the order of their titles. */
  async of(file: Uri, titles: readonly string[]): Promise<readonly ReportName[]> {
    const name = baseName(file);
    const claims = await this.#claimsBeside(file);
    const claim = claims.get(name) ?? claimNames([...claims.keys(), name]).get(name);
    return claim ? reportNames(claim, titles) : [];
  }

  #claimsBeside(file: Uri): Promise<ReadonlyMap<string, NameClaim>> {
    const folder = folderOf(file);
    const known = this.#claims.get(folder.toString());
    if (known) return known;
    const found = sourcesIn(file.scheme === 'untitled' ? undefined : folder).then(claimNames);
    this.#claims.set(folder.toString(), found);
    return found;
  }
}

/** None where the folder cannot be read. */
async function sourcesIn(folder: Uri | undefined): Promise<string[]> {
  const entries = folder ? await workspace.fs.readDirectory(folder).then(undefined, () => []) : [];
  const sources = entries.filter(([name, type]) => type === FileType.File && /^[^.].*\.perf$/.test(name));
  return sources.map(([name]) => name).sort();
}
