import { URI, Utils } from 'vscode-uri';

/** Paths are resolved over and over while nothing changes; those that were typed on the way are forgotten. */
const MOST_RESOLVED = 5000;

/**
 * Addresses of files in the one form that serves as their name everywhere: a URI with nothing
 * escaped but what its syntax needs, so that a message can show its last part to a person.
 * Editors write one file in many ways: `file:///c%3A/…`, `file:///C:/…`, `%E5%8D%95` or `单`.
 */
export class FileNames {
  /** On disks that ignore case: the first spelling met stands for all others. */
  private readonly spellings: Map<string, string> | undefined;

  private readonly resolved = new Map<string, string | undefined>();

  constructor(ignoreCase: boolean) {
    this.spellings = ignoreCase ? new Map() : undefined;
  }

  /** The name of the file with this address. */
  of(uri: string): string {
    return this.ofUri(URI.parse(uri));
  }

  private ofUri(uri: URI): string {
    const { scheme, authority } = uri;
    const path = uri.path.replace(/^\/([A-Z]):/, (_, drive: string) => `/${drive.toLowerCase()}:`);
    const name = `${scheme}:${authority || scheme === 'file' ? `//${authority.toLowerCase()}` : ''}${escaped(path)}`;
    if (!this.spellings || scheme !== 'file') return name;
    const folded = name.normalize('NFC').toLowerCase();
    const known = this.spellings.get(folded);
    if (known === undefined) this.spellings.set(folded, name);
    return known ?? name;
  }

  /** The file that `path`, as it is written in the file `from`, leads to; undefined where paths have no meaning. */
  resolve(from: string, path: string): string | undefined {
    const folder = folderOf(from);
    const key = `${folder}\n${path}`;
    if (this.resolved.size > MOST_RESOLVED) this.resolved.clear();
    if (!this.resolved.has(key)) this.resolved.set(key, this.resolveIn(folder, path));
    return this.resolved.get(key);
  }

  private resolveIn(folder: string, path: string): string | undefined {
    // A document that was never saved lies in no folder.
    if (folder === '') return undefined;
    const base = URI.parse(folder);
    const forward = path.replaceAll('\\', '/');
    const absolute = forward.startsWith('/') || /^[A-Za-z]:\//.test(forward);
    // Directly below its authority a document lies in the root, for which nothing is written.
    return this.ofUri(Utils.joinPath(absolute || base.path === '' ? base.with({ path: '/' }) : base, forward));
  }

  /** Forgets how a file was spelled, once it is gone. */
  forget(name: string): void {
    this.resolved.clear();
    this.spellings?.delete(name.normalize('NFC').toLowerCase());
  }
}

/** The address of a file in the form that editors expect. */
export function uriOf(name: string): string {
  return URI.parse(name).toString();
}

export function schemeOf(name: string): string {
  return name.slice(0, Math.max(name.indexOf(':'), 0));
}

/** The folder of a file. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(name.lastIndexOf('/'), 0));
}

const DRIVE = /^[a-z]:$/i;

/** How one file would name another in an import; undefined where no path leads there. */
export function pathBetween(from: string, to: string): string | undefined {
  const [base, target] = [URI.parse(from), URI.parse(to)];
  if (base.scheme !== target.scheme || base.authority !== target.authority) return undefined;
  const folder = base.path.split('/').slice(0, -1);
  const parts = target.path.split('/');
  // From one drive of Windows no relative path leads to another.
  if (DRIVE.test(parts[1] ?? '') && parts[1] !== folder[1]) return undefined;
  let shared = 0;
  while (shared < folder.length && shared < parts.length - 1 && folder[shared] === parts[shared]) shared++;
  return [...folder.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}

/** Whether a file lies in a folder or below it. */
export function isInside(name: string, folder: string): boolean {
  return name.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function escaped(path: string): string {
  return path.replace(/[%#?]/g, encodeURIComponent);
}
