import type { ExitCode } from '../exit-codes.js';
import { defineVerb } from './verb.js';

export const build = defineVerb({
  name: 'build',
  summary: { zh: '生成 Word 文件', en: 'build Word files' },
  operands: { zh: '文件或文件夹', en: 'FILE|FOLDER' },
  count: { least: 1, most: 1 },
  options: {
    output: {
      kind: 'text',
      short: 'o',
      value: { zh: '文件.docx|文件夹', en: 'FILE.docx|FOLDER' },
      meaning: {
        zh: '写到哪里；不写则放在源文件旁边，名称取自源文件和报告标题',
        en: 'where to write; by default beside the source, named after it and the title of the report',
      },
    },
    draft: {
      kind: 'flag',
      meaning: { zh: '有错误也生成，每页标明“草稿”', en: 'build in spite of errors; every page says 草稿' },
    },
  },
  notes: {
    zh: '报告还有错误时不生成，原有的 Word 文件保持不变。每份报告一个 Word 文件。',
    en: 'While a report has errors it is not built, and an older Word file stays as it is. Every report becomes a file of its own.',
  },
  async run({ options, operands: [written = ''], speaker }): Promise<ExitCode> {
    const { buildOperand } = await import('./reading.js');
    return await buildOperand(written, { output: options.output, draft: options.draft }, speaker);
  },
});
