import { usageFailure } from '../failure.js';
import { GLOBAL_OPTIONS, type GlobalValues, type Option, type Options, type OptionValues } from './option.js';

/** An import would load everything that stands beside it in the module, threads among it. The function is there from Node 20.16 on. */
const { parseArgs } = process.getBuiltinModule?.('node:util') ?? (await import('node:util'));

/** What was written after the name of the program. */
export interface Parsed<O extends Options> {
  readonly options: OptionValues<O>;
  readonly operands: readonly string[];
}

type Token = NonNullable<ReturnType<typeof tokenize>>[number];

/**
 * Reads arguments by the table of a verb. Node's own reader finds the tokens; what it would say
 * about wrong ones is English only, so that they are judged here.
 * @throws UsageFailure for an unknown option, a missing, superfluous or wrong value.
 */
export function parseArguments<O extends Options>(args: readonly string[], options: O): Parsed<O> {
  const values: Record<string, boolean | string | undefined> = {};
  for (const [name, option] of Object.entries(options)) {
    values[name] = option.kind === 'flag' ? false : option.kind === 'choice' ? option.default : undefined;
  }
  const operands: string[] = [];
  for (const token of tokenize(args, options)) {
    if (token.kind === 'positional') operands.push(token.value);
    else if (token.kind === 'option') values[token.name] = optionValue(token, options);
  }
  // The values were filled in from the same table that their type is derived from.
  return { options: values as OptionValues<O>, operands };
}

/** The name of the verb, and the arguments without it. Options may stand before the verb. */
export function splitVerb(args: readonly string[]): { verb: string | undefined; rest: readonly string[] } {
  const token = tokenize(args, GLOBAL_OPTIONS).find(({ kind }) => kind === 'positional');
  if (token?.kind !== 'positional') return { verb: undefined, rest: args };
  return { verb: token.value, rest: args.toSpliced(token.index, 1) };
}

/** The language asked for, however wrong the rest is: a complaint should be understood. */
export function languageIn(args: readonly string[]): GlobalValues['lang'] {
  let language: GlobalValues['lang'] = 'zh';
  for (const token of tokenize(args, GLOBAL_OPTIONS)) {
    if (token.kind === 'option' && token.name === 'lang' && (token.value === 'zh' || token.value === 'en')) {
      language = token.value;
    }
  }
  return language;
}

function tokenize(args: readonly string[], options: Options) {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, forNode(option)])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens;
}

function forNode({ kind, short }: Option): { type: 'boolean' | 'string'; short?: string } {
  return { type: kind === 'flag' ? 'boolean' : 'string', ...(short !== undefined && { short }) };
}

function optionValue(token: Token & { kind: 'option' }, options: Options): boolean | string {
  const { name, rawName: written, value } = token;
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) throw usageFailure(`没有“${written}”这个选项。`, `There is no option “${written}”.`);
  if (option.kind === 'flag') {
    if (value === undefined) return true;
    throw usageFailure(`选项“${written}”后面不写内容。`, `The option “${written}” takes no value.`);
  }
  // An option in the place of the value: the value was forgotten.
  const missing = value === undefined || value === '' || (!token.inlineValue && /^-./.test(value));
  if (missing) throw usageFailure(`选项“${written}”后面要写内容。`, `The option “${written}” needs a value.`);
  if (option.kind === 'choice' && !option.choices.includes(value)) {
    throw usageFailure(
      `选项“${written}”只能是${option.choices.join('、')}，写的是“${value}”。`,
      `The option “${written}” is one of ${option.choices.join(', ')}, not “${value}”.`,
    );
  }
  return value;
}
