/** Which file brings in which, whether these exist or not. */
export class ImportGraph {
  private readonly targets = new Map<string, readonly string[]>();

  set(file: string, targets: readonly string[]): void {
    this.targets.set(file, targets);
  }

  delete(file: string): void {
    this.targets.delete(file);
  }

  importsOf(file: string): readonly string[] {
    return this.targets.get(file) ?? [];
  }

  /** Whether a file neither imports any nor is imported. */
  standsAlone(file: string): boolean {
    return this.importsOf(file).length === 0 && this.dependantsOf([file]).size === 1;
  }

  /** The files whose evaluation may change with these, themselves included: those that import them, at any distance. */
  dependantsOf(files: Iterable<string>): Set<string> {
    const importers = new Map<string, string[]>();
    for (const [file, targets] of this.targets) {
      for (const target of targets) {
        const known = importers.get(target);
        if (known) known.push(file);
        else importers.set(target, [file]);
      }
    }
    return closure(files, (file) => importers.get(file) ?? []);
  }

  /** Everything that these files need, themselves included. */
  needsOf(files: Iterable<string>): Set<string> {
    return closure(files, (file) => this.importsOf(file));
  }
}

function closure(from: Iterable<string>, next: (file: string) => readonly string[]): Set<string> {
  const found = new Set(from);
  // A set is walked in the order of insertion, what is added on the way included.
  for (const file of found) for (const other of next(file)) found.add(other);
  return found;
}
