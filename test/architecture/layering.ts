import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { moduleRequests } from './module-requests.js';
import type { SourceFile } from './source-file.js';

/** Data flows from left to right; each package sees only what is named here. */
const workspaceImports: Readonly<Record<string, readonly string[]>> = {
  core: [],
  language: ['@jixiao/core'],
  report: ['@jixiao/core'],
  server: [
    '@jixiao/core',
    '@jixiao/language',
    '@jixiao/language/services',
    '@jixiao/report',
    '@jixiao/report/file-names',
  ],
  cli: [
    '@jixiao/core',
    '@jixiao/language',
    '@jixiao/language/services',
    '@jixiao/report',
    '@jixiao/report/file-names',
    '@jixiao/report/pictures',
  ],
  // Only the custom requests and the settings: the server itself runs in a process of its own. And what files are
  // called, which is one matter with the command line.
  extension: ['@jixiao/server/protocol', '@jixiao/server/settings', '@jixiao/report/file-names'],
};

interface Boundary {
  readonly of: (request: string) => boolean;
  /** The files that may cross it. */
  readonly open: RegExp;
  readonly why: string;
}

const boundaries: readonly Boundary[] = [
  {
    of: (request) => request === 'vscode',
    open: /^packages\/extension\/src\//,
    why: 'vscode belongs in the extension alone, and a webview cannot load it',
  },
  {
    of: (request) => /^docx(\/|$)/.test(request),
    open: /^packages\/report\/src\/docx\//,
    why: 'docx belongs in report/src/docx alone',
  },
  {
    of: (request) => /^(langium|chevrotain|chevrotain-allstar)(\/|$)/.test(request),
    open: /^packages\/(language|server|cli)\/src\//,
    why: 'the parser library stays out of core, report and extension',
  },
  {
    of: isBuiltin,
    open: /^packages\/(cli\/src\/|server\/src\/node|extension\/src\/node\/)/,
    why: "Node's own modules belong in Node entry points and the command line: the rest also runs in a browser",
  },
];

/** What is wrong with a file's imports, one sentence each; empty when nothing is. */
export function layeringViolations(file: SourceFile): string[] {
  return moduleRequests(file).flatMap((request) => {
    const why = request.startsWith('.') ? relativeViolation(file.path, request) : packageViolation(file.path, request);
    return why === undefined ? [] : [`${file.path} imports '${request}': ${why}`];
  });
}

function relativeViolation(path: string, request: string): string | undefined {
  const own = path.split('/').slice(0, 2).join('/');
  const target = posix.join(posix.dirname(path), request);
  return target.startsWith(`${own}/`) ? undefined : `a file of another package is reached by the package's name`;
}

function packageViolation(path: string, request: string): string | undefined {
  if (request.startsWith('@jixiao/')) {
    const own = path.split('/')[1] ?? '';
    const allowed = workspaceImports[own];
    if (allowed === undefined) return `packages/${own} has no place among the layers`;
    return allowed.includes(request) ? undefined : `${own} may import ${allowed.join(', ') || 'no other package'}`;
  }
  return boundaries.find(({ of, open }) => of(request) && !open.test(path))?.why;
}
