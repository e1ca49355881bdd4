import { describe, expect, test } from 'vitest';
import { layeringViolations } from './layering.js';
import { sourceFiles } from './source-file.js';

describe('the packages import each other in one direction', () => {
  test('no file crosses a boundary', () => {
    const files = sourceFiles('packages').filter(({ path }) => /^packages\/[^/]+\/(src|webview)\//.test(path));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap(layeringViolations)).toEqual([]);
  });
});

const forbidden: readonly [path: string, text: string, why: string][] = [
  ['packages/core/src/a.ts', `import { b } from '@jixiao/language';`, 'core may import no other package'],
  ['packages/core/src/a.ts', `import type { AstNode } from 'langium';`, 'stays out of core'],
  ['packages/core/src/a.ts', `type Node = import('langium').AstNode;`, 'stays out of core'],
  ['packages/core/src/a.ts', `import { readFileSync } from 'node:fs';`, 'Node entry points'],
  ['packages/core/src/a.ts', `import { readFileSync } from 'fs';`, 'Node entry points'],
  ['packages/core/src/a.ts', `export * from '../../language/src/b.js';`, `reached by the package's name`],
  ['packages/language/src/a.ts', `import { b } from '@jixiao/report';`, 'language may import @jixiao/core'],
  ['packages/language/src/a.ts', `const { readFile } = await import('node:fs/promises');`, 'Node entry points'],
  ['packages/report/src/html/a.ts', `import { Paragraph } from 'docx';`, 'report/src/docx alone'],
  ['packages/report/src/layout/a.ts', `export { ChartRun } from 'docx/charts';`, 'report/src/docx alone'],
  ['packages/report/src/docx/a.ts', `import { URI } from 'langium';`, 'stays out of core, report'],
  ['packages/server/src/a.ts', `import { window } from 'vscode';`, 'in the extension alone'],
  ['packages/server/src/browser.ts', `import { join } from 'node:path';`, 'Node entry points'],
  ['packages/server/src/a.ts', `import { b } from '@jixiao/cli';`, 'server may import'],
  ['packages/cli/src/a.ts', `import { b } from '@jixiao/server';`, 'cli may import'],
  ['packages/extension/src/common/a.ts', `import { b } from '@jixiao/language';`, '@jixiao/server/protocol'],
  ['packages/extension/src/browser/a.ts', `const fs = require('node:fs');`, 'Node entry points'],
  ['packages/extension/webview/a.ts', `import { window } from 'vscode';`, 'a webview cannot load it'],
  ['packages/printer/src/a.ts', `import { b } from '@jixiao/core';`, 'no place among the layers'],
];

const allowed: readonly [path: string, text: string][] = [
  ['packages/core/src/a.ts', `import Fraction from 'fraction.js';\nimport { b } from './b.js';\nimport './c/d.js';`],
  ['packages/core/src/a/b.ts', `// import { c } from '@jixiao/language'\nexport const d = "import 'vscode'";`],
  ['packages/language/src/a.ts', `import { b } from '@jixiao/core';\nimport { URI } from 'langium';`],
  ['packages/report/src/docx/a.ts', `import { Paragraph } from 'docx';\nimport { c } from '../layout/c.js';`],
  ['packages/server/src/node.ts', `import { readFile } from 'node:fs/promises';`],
  ['packages/server/src/node-file-system.ts', `import { readFile } from 'node:fs/promises';`],
  ['packages/cli/src/verbs/build.ts', `import { b } from '@jixiao/report';\nimport { argv } from 'node:process';`],
  ['packages/extension/src/node/main.ts', `import { b } from 'node:os';\nimport * as vscode from 'vscode';`],
  ['packages/extension/src/common/a.ts', `import { b } from '@jixiao/server/protocol';`],
];

describe('the rule itself', () => {
  test.each(forbidden)('%s must not say %s', (path, text, why) => {
    const violations = layeringViolations({ path, text });
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(why);
  });

  test.each(allowed)('%s may say %s', (path, text) => {
    expect(layeringViolations({ path, text })).toEqual([]);
  });

  test('a module name that is computed cannot be judged', () => {
    const file = { path: 'packages/core/src/a.ts', text: 'await import(name);' };
    expect(() => layeringViolations(file)).toThrow('not a literal');
  });

  test('a file that does not parse cannot be judged', () => {
    expect(() => layeringViolations({ path: 'packages/core/src/a.ts', text: 'import {' })).toThrow('a.ts');
  });
});
