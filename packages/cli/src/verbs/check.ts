import { EXIT, type ExitCode } from '../exit-codes.js';
import { defineVerb } from './verb.js';

export const check = defineVerb({
  name: 'check',
  summary: { zh: '检查报告，列出问题', en: 'check reports and list what is found' },
  operands: { zh: '文件或文件夹…', en: 'FILE|FOLDER…' },
  count: { least: 1, most: Number.POSITIVE_INFINITY },
  options: {
    strict: {
      kind: 'flag',
      meaning: { zh: '有警告也算不通过（退出码 1）', en: 'warnings count as well (exit code 1)' },
    },
    format: {
      kind: 'choice',
      choices: ['text', 'json', 'sarif'],
      default: 'text',
      meaning: { zh: '输出格式', en: 'how findings are printed' },
    },
    'show-allowed': {
      kind: 'flag',
      meaning: { zh: '列出已写明理由允许的问题', en: 'list the findings that were allowed with a reason' },
    },
  },
  notes: {
    zh: '写文件夹时检查其中所有 .perf 文件，跳过 node_modules 和以点开头的文件夹。\n所引入的文件里的错误也一并列出：报告用到它们的数字。',
    en: 'Of a folder all .perf files below it are checked, without node_modules and folders that begin with a dot.\nErrors in imported files are listed as well: the report prints their figures.',
  },
  async run({ options, operands, speaker }): Promise<ExitCode> {
    const { checkOperands, summarise, jsonReport, FindingsText, summaryText } = await import('./reading.js');
    // By itself, for it brings the pages of all findings; and before a long run may begin (`engine.ts`).
    const sarif = options.format === 'sarif' ? await import('../findings/sarif.js') : undefined;
    const { checked, textOf } = await checkOperands(operands, speaker);
    const { language, terminal } = speaker;
    const { files, findings, allowed, unreadable } = checked;
    const summary = summarise(findings);
    if (options.format === 'json') {
      const shown = options['show-allowed'] ? allowed : undefined;
      terminal.out(`${JSON.stringify(jsonReport({ findings, allowed: shown, unreadable }, language), undefined, 2)}\n`);
    } else if (sarif) {
      const log = sarif.sarifLog({ findings, allowed, unreadable, language, cwd: terminal.cwd });
      terminal.out(`${JSON.stringify(log, undefined, 2)}\n`);
    } else if (files.length > 0) {
      const text = new FindingsText({ language, cwd: terminal.cwd, colour: terminal.colour, textOf });
      for (const finding of findings) terminal.out(text.finding(finding));
      if (options['show-allowed']) for (const one of allowed) terminal.out(text.allowed(one));
      speaker.say(summaryText(summary, files.length, options['show-allowed'] ? 0 : allowed.length));
    }
    if (unreadable.length > 0) return EXIT.unusable;
    return summary.errors > 0 || (options.strict && summary.warnings > 0) ? EXIT.findings : EXIT.clean;
  },
});
