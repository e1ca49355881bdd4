import type { ExitCode } from '../exit-codes.js';
import { defineVerb } from './verb.js';

export const fmt = defineVerb({
  name: 'fmt',
  summary: { zh: '整理格式：缩进、对齐、标点', en: 'format files: indentation, alignment, punctuation' },
  operands: { zh: '文件或文件夹…', en: 'FILE|FOLDER…' },
  count: { least: 1, most: Number.POSITIVE_INFINITY },
  options: {
    check: {
      kind: 'flag',
      meaning: {
        zh: '只检查，不改动；列出需要整理的文件（有则退出码 1）',
        en: 'change nothing; list the files that would change (exit code 1 if there are any)',
      },
    },
    keywords: {
      kind: 'choice',
      choices: ['keep', 'zh', 'en'],
      default: 'keep',
      meaning: {
        zh: '把关键字统一成中文（zh）或英文（en）；keep 则照原样',
        en: 'turn all keywords into Chinese (zh) or English (en); keep leaves them as they are',
      },
    },
  },
  notes: {
    zh: '就地改写，正文、引号里的文字和注释的字句不变。有语法错误的声明保持原样。\n写“-”时从标准输入读取，把结果写到标准输出。',
    en: 'Files are rewritten in place; prose, quoted texts and the words of comments stay. Declarations with syntax errors are left as they are.\nWith “-” the text is read from standard input and the result goes to standard output.',
  },
  async run({ options, operands, speaker }): Promise<ExitCode> {
    const { formatOperands } = await import('../formatting/format-operands.js');
    return await formatOperands(operands, options, speaker);
  },
});
