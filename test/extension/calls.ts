import { parseSync, Visitor } from 'oxc-parser';
import { type SourceFile, sourceFiles } from '../architecture/source-file.js';

/** A call such as `l10n.t('…', 1)` in a program: whose method, and its arguments as far as they are texts. */
export interface Call {
  readonly path: string;
  readonly object: string;
  readonly method: string;
  /** Undefined for an argument that is no text written down. */
  readonly texts: readonly (string | undefined)[];
}

/** Every call of a method in a file, in the order of the text. */
export function callsIn({ path, text }: SourceFile): Call[] {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  const calls: Call[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: args }) => {
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const object = callee.object.type === 'Identifier' ? callee.object.name : callee.object.type;
      const texts = args.map((arg) =>
        arg.type === 'Literal' && typeof arg.value === 'string' ? arg.value : undefined,
      );
      calls.push({ path, object, method: callee.property.name, texts });
    },
  }).visit(program);
  return calls;
}

/** Every call of a method in the programs of the extension. */
export const extensionCalls = sourceFiles('packages/extension/src').flatMap(callsIn);
