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
    rubric: {
      kind: 'text',
      value: { zh: '名称', en: 'NAME' },
      meaning: { zh: '复制标准库的评分办法', en: 'copy a rubric of the standard library' },
    },
    outline: {
      kind: 'text',
      value: { zh: '名称', en: 'NAME' },
      meaning: { zh: '复制标准库的提纲', en: 'copy an outline of the standard library' },
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
  async run({ options, operands: [what], speaker }): Promise<ExitCode> {
    const { rubric, outline, form, output } = options;
    const wishes = [what, rubric, outline, form].filter((wish) => wish !== undefined);
    if (options.list) {
      const { listing } = await import('../starting/start.js');
      speaker.terminal.out(listing(speaker.language));
      return EXIT.clean;
    }
    if (wishes.length !== 1 || (what !== undefined && what !== 'report')) {
      throw usageFailure(
        '请写明要新建什么：report，或者 --rubric、--outline、--form 之一。',
        'Say what to begin: report, or one of --rubric, --outline, --form.',
      );
    }
    const { start } = await import('../starting/start.js');
    const copy =
      rubric !== undefined
        ? ({ kind: 'rubric', name: rubric } as const)
        : outline !== undefined
          ? ({ kind: 'outline', name: outline } as const)
          : form !== undefined
            ? ({ kind: 'form', name: form } as const)
            : undefined;
    await start({ copy, output }, speaker);
    return EXIT.clean;
  },
});
