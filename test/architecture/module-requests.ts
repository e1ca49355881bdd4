import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './source-file.js';

/**
 * Every module that a file asks for, in the order of the text: imports, re-exports, `import()`, `require()` and
 * `import('…')` in a type. An import of types alone counts too: it is a dependency all the same.
 *
 * @throws Error when the file does not parse, or asks for a module whose name is not written down
 */
export function moduleRequests({ path, text }: SourceFile): string[] {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const requests: string[] = [];
  const add = (name: { readonly type: string; readonly value?: unknown }) => {
    if (typeof name.value !== 'string') throw new Error(`${path}: imports a module whose name is not a literal`);
    requests.push(name.value);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => {
      if (source) add(source);
    },
    ImportExpression: ({ source }) => add(source),
    TSImportType: ({ source }) => add(source),
    TSExternalModuleReference: ({ expression }) => add(expression),
    CallExpression: ({ callee, arguments: [name] }) => {
      if (callee.type === 'Identifier' && callee.name === 'require' && name) add(name);
    },
  }).visit(program);
  return requests;
}
