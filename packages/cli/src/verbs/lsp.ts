import { defineVerb } from './verb.js';

export const lsp = defineVerb({
  name: 'lsp',
  summary: { zh: '启动语言服务器，供编辑器使用', en: 'start the language server, for editors' },
  operands: { zh: '', en: '' },
  count: { least: 0, most: 0 },
  options: {
    stdio: {
      kind: 'flag',
      meaning: { zh: '通过标准输入输出通信（默认）', en: 'speak over standard input and output (default)' },
    },
  },
  async run(): Promise<number> {
    const { serve } = await import('../serving/serve.js');
    return await serve();
  },
});
