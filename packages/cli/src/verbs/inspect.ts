import { EXIT, type ExitCode } from '../exit-codes.js';
import { usageFailure } from '../failure.js';
import { defineVerb } from './verb.js';

export const inspect = defineVerb({
  name: 'inspect',
  summary: { zh: '列出算好的数字、得分、总分和等级', en: 'print the evaluated figures, scores, totals and grades' },
  operands: { zh: '文件', en: 'FILE' },
  count: { least: 1, most: 1 },
  options: {
    format: {
      kind: 'choice',
      choices: ['text', 'json'],
      default: 'text',
      meaning: { zh: '输出格式；json 供其他程序读取', en: 'how to print; json is for other programs' },
    },
  },
  notes: {
    zh: '文件里有错误也照样列出，退出码仍是 0；有没有错误用 check 看，JSON 的 summary 里也有数目。',
    en: 'Errors in the file do not change the exit code, which stays 0; check tells them, and the summary of the JSON counts them.',
  },
  async run({ options, operands, speaker }): Promise<ExitCode> {
    const { filesOf, checkOperands, inspectionJson, summarise, inspectionText } = await import('./reading.js');
    const [written = ''] = operands;
    if ((await filesOf(written, speaker.terminal.cwd)).folder !== undefined) {
      throw usageFailure(
        `“${written}”是文件夹，inspect 一次只看一个文件。`,
        `“${written}” is a folder; inspect takes one file.`,
      );
    }
    const { checked } = await checkOperands(operands, speaker);
    const [file] = checked.files;
    if (checked.unreadable.length > 0 || file === undefined || !checked.analysis) return EXIT.unusable;
    const evaluated = checked.analysis.evaluated(file);
    if (options.format === 'json') {
      const json = inspectionJson(evaluated, summarise(checked.findings));
      speaker.terminal.out(`${JSON.stringify(json, undefined, 2)}\n`);
    } else {
      speaker.terminal.out(inspectionText(evaluated, speaker.language));
    }
    return EXIT.clean;
  },
});
