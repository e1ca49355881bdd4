import type { Uri } from 'vscode';

/**
 * The files of one run. Where the reports of several folders go to one folder, two of them may have one name there,
 * or names that a file system takes for one.
 */
export class RunTargets {
  readonly #taken = new Set<string>();

  /** @returns whether nothing of this run went there before */
  take({ scheme, authority, path }: Uri): boolean {
    const folded = `${scheme}://${authority}${path}`.normalize('NFC').toLowerCase();
    if (this.#taken.has(folded)) return false;
    this.#taken.add(folded);
    return true;
  }
}
