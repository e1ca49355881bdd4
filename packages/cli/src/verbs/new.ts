import { EXIT, type ExitCode } from '../exit-codes.js';
import { usageFailure } from '../failure.js';
import { defineVerb } from './verb.js';

export const newFile = defineVerb({
  name: 'new',
  summary: {
    zh: '新建报告，或复制标准库的评分办法、提纲、表式',
    en: 'begin a report, or copy a rubric, outline or form of the library',
  },
  operands: { zh: '[report]', en: '[report]' },
  count: { least: 0, most: 1 },
  options: {
    unit: {
      kind: 'text',
      value: { zh: '全称', en: 'NAME' },
      meaning: { zh: '新建报告的单位全称，与公章一致', en: 'full name of the unit of a new report, as on its seal' },
    },
    short: {
      kind: 'text',
      value: { zh: '简称', en: 'NAME' },
      meaning: { zh: '正文里怎样称呼单位，例如“我局”', en: 'short name of the unit, as texts call it' },
    },
    year: {
      kind: 'text',
      value: { zh: '年度', en: 'YEAR' },
      meaning: { zh: '新建报告的年度，不写为上一年', en: 'year that a new report is about; by default the last one' },
    },
    rubric: {
      kind: 'text',
      value: { zh: '名称', en: 'NAME' },
      meaning: {
        zh: '复制标准库的评分办法；新建报告时是它采用的评分办法',
        en: 'copy a rubric of the standard library; with report, the rubric it is scored by',
      },
    },
    outline: {
      kind: 'text',
      value: { zh: '名称', en: 'NAME' },
      meaning: {
        zh: '复制标准库的提纲；新建报告时是它采用的提纲',
        en: 'copy an outline of the standard library; with report, the outline it follows',
      },
    },
    form: {
      kind: 'text',
      value: { zh: '名称', en: 'NAME' },
      meaning: { zh: '复制标准库的表式', en: 'copy a form of the standard library' },
    },
    list: {
      kind: 'flag',
      meaning: { zh: '列出标准库中可以复制的名称', en: 'list what can be copied' },
    },
    output: {
      kind: 'text',
      short: 'o',
      value: { zh: '文件.perf', en: 'FILE.perf' },
      meaning: {
        zh: '新文件的名称；已有的文件不会被覆盖',
        en: 'name of the new file; one that exists is never overwritten',
      },
    },
  },
  notes: {
    zh: '新建报告时不写 --outline、--rubric，则采用标准库里列在最前的提纲和评分办法。',
    en: 'Without --outline and --rubric, a new report takes those that the standard library lists first.',
  },
  async run({ options, operands: [operand], speaker }): Promise<ExitCode> {
    const { unit, short, year, rubric, outline, form, list, output } = options;
    if (list) {
      const { listing } = await import('../starting/start.js');
      speaker.terminal.out(listing(speaker.language));
      return EXIT.clean;
    }
    const copies = [
      ...(rubric === undefined ? [] : [{ copy: 'rubric', name: rubric } as const]),
      ...(outline === undefined ? [] : [{ copy: 'outline', name: outline } as const]),
      ...(form === undefined ? [] : [{ copy: 'form', name: form } as const]),
    ];
    const ofReport = [unit, short, year].some((value) => value !== undefined);
    const what =
      operand === 'report' && form === undefined
        ? { report: { unit, short, year, outline, rubric } }
        : operand === undefined && copies.length === 1 && !ofReport
          ? copies[0]
          : undefined;
    if (!what) {
      throw usageFailure(
        '请写明要新建什么：report，或者 --rubric、--outline、--form 之一。',
        'Say what to begin: report, or one of --rubric, --outline, --form.',
      );
    }
    const { start } = await import('../starting/start.js');
    await start({ what, output }, speaker);
    return EXIT.clean;
  },
});
