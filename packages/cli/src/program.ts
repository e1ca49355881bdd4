import type { Language } from '@jixiao/core';
import { GLOBAL_OPTIONS } from './arguments/option.js';
import { languageIn, parseArguments, splitVerb } from './arguments/parse.js';
import { EXIT } from './exit-codes.js';
import { Failure, UsageFailure, usageFailure } from './failure.js';
import { Speaker, type Terminal } from './terminal.js';
import type { Verb } from './verbs/verb.js';
import { VERBS } from './verbs/verbs.js';
import { VERSION } from './version.js';

/**
 * Runs the program: arguments in, text on the terminal and an exit code out. Whatever goes wrong is
 * one sentence; the stack of a defect is shown only when `JIXIAO_DEBUG` is 1.
 */
export async function run(args: readonly string[], terminal: Terminal, debug = false): Promise<number> {
  const speaker = new Speaker(terminal, languageIn(args));
  try {
    return await dispatch(args, speaker);
  } catch (error) {
    if (!(error instanceof Failure)) return tellDefect(error, speaker, debug);
    speaker.warn(error.sentence);
    if (error instanceof UsageFailure) {
      const { verb } = splitVerb(args);
      const known = verb !== undefined && VERBS.some(({ name }) => name === verb) ? `${verb} ` : '';
      speaker.warn({ zh: `用法见 jixiao ${known}--help。`, en: `See jixiao ${known}--help.` });
    }
    return error.exitCode;
  }
}

async function dispatch(args: readonly string[], speaker: Speaker): Promise<number> {
  const { verb: name, rest } = splitVerb(args);
  if (name === undefined) return await withoutVerb(args, speaker);
  if (name === 'help') return await help(parseArguments(rest, GLOBAL_OPTIONS).operands[0], speaker);
  const verb = verbNamed(name);
  // `--` parts the operands from the options; it belongs to the verb.
  const { options, operands } = parseArguments(rest, { ...verb.options, ...GLOBAL_OPTIONS });
  if (options.help) return await help(name, speaker);
  if (options.version) return version(speaker);
  judgeOperands(verb, operands);
  return await verb.run({ options, operands, speaker });
}

async function withoutVerb(args: readonly string[], speaker: Speaker): Promise<number> {
  const { options } = parseArguments(args, GLOBAL_OPTIONS);
  if (options.version) return version(speaker);
  if (options.help) return await help(undefined, speaker);
  const { programHelp } = await import('./arguments/help.js');
  speaker.terminal.err(programHelp(speaker.language));
  return EXIT.unusable;
}

async function help(name: string | undefined, speaker: Speaker): Promise<number> {
  const { programHelp, verbHelp } = await import('./arguments/help.js');
  const text = (language: Language) =>
    name === undefined || name === 'help' ? programHelp(language) : verbHelp(verbNamed(name), language);
  speaker.terminal.out(text(speaker.language));
  return EXIT.clean;
}

function version({ terminal }: Speaker): number {
  terminal.out(`jixiao ${VERSION}\n`);
  return EXIT.clean;
}

function verbNamed(name: string): Verb {
  const verb = VERBS.find((candidate) => candidate.name === name);
  if (verb) return verb;
  const known = VERBS.map((candidate) => candidate.name);
  throw usageFailure(
    `没有“${name}”这个命令，有：${known.join('、')}。`,
    `There is no verb “${name}”; there are: ${known.join(', ')}.`,
  );
}

/** @throws UsageFailure for too few, too many or empty ones */
function judgeOperands({ count, operands: { zh, en } }: Verb, operands: readonly string[]): void {
  if (operands.length < count.least)
    throw usageFailure(`请写上${zh.replace('…', '')}。`, `${en.replace('…', '')} is missing.`);
  const [first] = operands.slice(count.most);
  if (first !== undefined) throw usageFailure(`多写了“${first}”。`, `“${first}” is one too many.`);
  // A path of no characters would be the current folder, and all that lies below it.
  if (operands.includes('')) {
    throw usageFailure(
      '有一个名称是空的（""），也许是变量没有值。',
      'One of the names is empty (""); perhaps a variable has no value.',
    );
  }
}

function tellDefect(error: unknown, speaker: Speaker, debug: boolean): number {
  const what = error instanceof Error ? error.message : String(error);
  const [line = ''] = what.split('\n');
  speaker.warn({
    zh: `程序自身出错，没有完成：${line}（设 JIXIAO_DEBUG=1 再运行可看到详情）`,
    en: `A defect of the program kept it from finishing: ${line} (run again with JIXIAO_DEBUG=1 for the details)`,
  });
  if (debug) speaker.terminal.err(`${error instanceof Error ? error.stack : what}\n`);
  return EXIT.defect;
}
