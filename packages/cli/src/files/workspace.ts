import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** What stands in the root folder of a workspace; the first folder upwards that holds one of them. */
export const ROOT_MARKS: readonly string[] = ['.jixiao', '.git', 'package.json'];

/**
 * The files that belong together. A report may import, and show pictures, from its own workspace
 * only: somebody else's report, opened to be checked, reads nothing else of this machine.
 *
 * The root is the nearest folder upwards that holds `.jixiao`, `.git` or `package.json`; else the
 * folder named on the command line in which the file lies; else the folder of the file.
 */
export class Workspace {
  private readonly roots = new Map<string, string>();

  private readonly named: readonly string[];

  /** @param named the folders named on the command line */
  constructor(named: readonly string[] = []) {
    this.named = named.map(realPath);
  }

  /** The root of the workspace to which a file belongs. */
  rootOf(file: string): string {
    const folder = dirname(realPath(file));
    let root = this.roots.get(folder);
    if (root === undefined) {
      root = markedRoot(folder) ?? this.named.find((named) => isInside(named, folder)) ?? folder;
      this.roots.set(folder, root);
    }
    return root;
  }

  /**
   * The file that a path written in the file `from` stands for, as a key; undefined if it lies
   * outside the workspace, also by way of a symbolic link.
   */
  resolve(from: string, path: string): string | undefined {
    const target = realPath(resolve(dirname(from), path));
    return isInside(this.rootOf(from), target) ? fileKey(target) : undefined;
  }
}

function markedRoot(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (ROOT_MARKS.some((mark) => existsSync(join(at, mark)))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The path without symbolic links; of what does not exist, its existing part without them. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** How a file is known throughout the program: absolute, with forward slashes, without symbolic links. */
export function fileKey(path: string): string {
  const real = realPath(resolve(path));
  return sep === '/' ? real : real.replaceAll(sep, '/');
}

/** How a file is shown: from the current folder if it lies there, else absolute. Both come without symbolic links. */
export function shownPath(file: string, cwd: string): string {
  const shown = isInside(cwd, file) ? relative(cwd, file) || '.' : file;
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}
