/*
 * As much of the editor as the programs under test ask for, on a made-up disk; to stand in for the module `vscode`.
 * Texts stay as they are, with their values put in.
 */
import { URI, Utils } from 'vscode-uri';

export class FileSystemError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const FilePermission = { Readonly: 1 };
export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2, Hint: 3 };
export const UIKind = { Desktop: 1, Web: 2 };
export const ProgressLocation = { Notification: 15, Window: 10 };
export const Uri = Object.assign(URI, { joinPath: Utils.joinPath });

interface MadeUpFile {
  readonly type?: number;
  readonly permissions?: number;
  readonly content?: string;
}

/** The files of the disk, by path. */
export const files = new Map<string, MadeUpFile>();
/** What was done to them, in order. */
export const done: string[] = [];
/** Settings that are not as usual. */
export const settings = new Map<string, unknown>();

/** Writes the files anew. */
export function putFiles(all: Readonly<Record<string, MadeUpFile>>): void {
  files.clear();
  for (const [path, file] of Object.entries(all)) files.set(path, file);
  done.length = 0;
  settings.clear();
  said.length = 0;
}

const fs = {
  async stat({ path }: URI) {
    const file = files.get(path);
    if (path.startsWith('/closed/')) throw new FileSystemError(`${path} is closed`, 'NoPermissions');
    if (!file) throw new FileSystemError(`${path} is not there`, 'FileNotFound');
    return { type: file.type ?? FileType.File, permissions: file.permissions };
  },
  async readDirectory({ path: folder }: URI) {
    const inside = [...files].filter(([path]) => path.slice(0, path.lastIndexOf('/')) === folder.replace(/\/$/, ''));
    return inside.map(([path, { type = FileType.File }]) => [path.slice(path.lastIndexOf('/') + 1), type]);
  },
  async writeFile({ path }: URI, content: Uint8Array) {
    done.push(`write ${path}`);
    files.set(path, { ...files.get(path), content: new TextDecoder().decode(content) });
  },
  async rename({ path: from }: URI, { path: to }: URI) {
    done.push(`rename ${from} ${to}`);
    files.set(to, files.get(from) ?? {});
    files.delete(from);
  },
  async delete({ path }: URI) {
    files.delete(path);
  },
  async createDirectory() {},
};

export const workspace = {
  fs,
  findFiles: async () => [...files.keys()].filter((path) => path.endsWith('.perf')).map((path) => URI.file(path)),
  asRelativePath: (uri: URI) => Utils.basename(uri),
  getConfiguration: () => ({ get: (key: string, otherwise: unknown) => settings.get(key) ?? otherwise }),
};

/** What was said to the user. */
export const said: string[] = [];
const say = async (message: string) => void said.push(message);
const never = { isCancellationRequested: false };

export const window = {
  showInformationMessage: say,
  showWarningMessage: say,
  showErrorMessage: say,
  withProgress: <R>(_: unknown, run: (progress: object, token: object) => R) => run({ report: () => undefined }, never),
};

/** The commands that were registered, by name. */
export const registered = new Map<string, (...values: unknown[]) => unknown>();

export const commands = {
  registerCommand: (name: string, run: (...values: unknown[]) => unknown) => registered.set(name, run),
};

export const l10n = {
  t: (text: string, ...values: unknown[]) => text.replace(/\{(\d+)\}/g, (_, at) => `${values[Number(at)]}`),
};
