import { displayWidth, type Language, type Message, padEndTo } from '@jixiao/core';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Verb } from '../verbs/verb.js';
import { VERBS } from '../verbs/verbs.js';
import { GLOBAL_OPTIONS, type Option, type Options } from './option.js';

const WORDS = {
  usage: { zh: '用法', en: 'Usage' },
  verb: { zh: '命令', en: 'VERB' },
  options: { zh: '选项', en: 'OPTIONS' },
  default: { zh: '默认', en: 'default' },
  exitCodes: { zh: '退出码', en: 'Exit codes' },
} as const;

const EXIT_MEANINGS: Readonly<Record<ExitCode, Message>> = {
  [EXIT.clean]: {
    zh: '没有问题；inspect 只列数字，文件里有错误也是 0',
    en: 'clean; inspect only prints figures, and ends with 0 although there are errors in the file',
  },
  [EXIT.findings]: {
    zh: 'check 发现错误（--strict 时警告也算）；build 因为有错误而没有生成；fmt --check 发现需要整理的文件',
    en: 'check found errors (with --strict also warnings); build refused because of errors; fmt --check found files to change',
  },
  [EXIT.unusable]: {
    zh: '用法不对，或者文件读不了、写不了',
    en: 'wrong usage, or a file that cannot be read or written',
  },
  [EXIT.defect]: { zh: '程序自身出错', en: 'a defect of the program' },
};

const COLON = { zh: '：', en: ': ' } as const;

/** The help of the whole program. */
export function programHelp(language: Language): string {
  const intro = {
    zh: '绩效：部门整体支出绩效自评报告的检查与生成。',
    en: 'Jixiao checks and builds the performance self-evaluation reports of Chinese public bodies.',
  };
  const more = {
    zh: '某个命令的用法：jixiao 命令 --help。',
    en: 'More about a verb: jixiao VERB --help.',
  };
  return blocks([
    intro[language],
    usage(`${WORDS.verb[language]} [${WORDS.options[language]}]`, language),
    titled(
      WORDS.verb[language],
      [
        ...VERBS.map(({ name, summary }): [string, string] => [name, summary[language]]),
        [`help [${WORDS.verb[language]}]`, GLOBAL_OPTIONS.help.meaning[language]],
      ],
      language,
    ),
    optionTable(GLOBAL_OPTIONS, language),
    more[language],
    titled(
      WORDS.exitCodes[language],
      Object.entries(EXIT_MEANINGS).map(([code, meaning]) => [code, meaning[language]]),
      language,
    ),
  ]);
}

/** The help of one verb. */
export function verbHelp(verb: Verb, language: Language): string {
  const operands = verb.operands[language];
  const line = [verb.name, operands, `[${WORDS.options[language]}]`].filter((part) => part !== '').join(' ');
  return blocks([
    verb.summary[language],
    usage(line, language),
    optionTable({ ...verb.options, ...GLOBAL_OPTIONS }, language),
    ...(verb.notes ? [verb.notes[language]] : []),
  ]);
}

function usage(line: string, language: Language): string {
  return `${WORDS.usage[language]}${COLON[language]}jixiao ${line}`;
}

function optionTable(options: Options, language: Language): string {
  const rows = Object.entries(options).map(([name, option]): [string, string] => {
    const spelled = `${option.short === undefined ? '    ' : `-${option.short}, `}--${name}${valueText(option, language)}`;
    const preset = option.kind === 'choice' ? `（${WORDS.default[language]} ${option.default}）` : '';
    return [
      spelled,
      option.meaning[language] + (language === 'zh' ? preset : preset.replace('（', ' (').replace('）', ')')),
    ];
  });
  return titled(language === 'zh' ? '选项' : 'Options', rows, language);
}

function valueText(option: Option, language: Language): string {
  if (option.kind === 'flag') return '';
  return ` ${option.kind === 'choice' ? option.choices.join('|') : option.value[language]}`;
}

function titled(title: string, rows: readonly (readonly [string, string])[], language: Language): string {
  const width = Math.max(...rows.map(([left]) => displayWidth(left)));
  return [
    title + COLON[language].trimEnd(),
    ...rows.map(([left, right]) => `  ${padEndTo(left, width)}  ${right}`),
  ].join('\n');
}

function blocks(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}
