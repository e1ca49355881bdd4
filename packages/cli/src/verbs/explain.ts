import { EXIT, type ExitCode } from '../exit-codes.js';
import { defineVerb } from './verb.js';

export const explain = defineVerb({
  name: 'explain',
  summary: { zh: '解释问题代码；不写代码则列出全部', en: 'explain the code of a finding; without one, list them all' },
  operands: { zh: '[代码]', en: '[CODE]' },
  count: { least: 0, most: 1 },
  options: {},
  async run({ operands: [code], speaker }): Promise<ExitCode> {
    const { codeList, explanation } = await import('../pages/explain.js');
    const { language, terminal } = speaker;
    terminal.out(code === undefined ? codeList(language) : await explanation(code, language));
    return EXIT.clean;
  },
});
