import { rangeOf, type Span } from '@jixiao/core';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { shownPath } from '../files/workspace.js';
import { counted } from '../findings/summary.js';
import { FindingsText } from '../findings/text.js';
import { unreadableSentence } from '../findings/unreadable.js';
import type { Speaker } from '../terminal.js';
import type { BuildJob, BuildOutcome } from './build-job.js';

/** Tells a person what became of jobs: findings, each once, then the files written or why not. */
export class BuildTeller {
  private readonly told = new Set<string>();
  /** How many Word files were written. */
  written = 0;

  constructor(private readonly speaker: Speaker) {}

  /** Prints an outcome and says how serious it is. A file without a report is the caller's matter. */
  tell(job: BuildJob, outcome: BuildOutcome): ExitCode {
    const file = shownPath(job.file, job.cwd);
    if (outcome.kind === 'unreadable') {
      this.speaker.warn(unreadableSentence(file, outcome));
      return EXIT.unusable;
    }
    this.tellFindings(job, outcome);
    switch (outcome.kind) {
      case 'empty':
        return EXIT.clean;
      case 'refused':
        this.tellRefused(file, outcome);
        return EXIT.findings;
      case 'several': {
        const titles = (none: string) => outcome.titles.map((title) => (title === '' ? none : title));
        this.speaker.warn({
          zh: `“${file}”里有 ${outcome.titles.length} 份报告，一个 Word 文件放不下：${titles('（没有标题）').join('、')}。-o 后面请写一个文件夹。`,
          en: `“${file}” holds ${outcome.titles.length} reports, too many for one Word file: ${titles('(no title)').join(', ')}. Let -o name a folder.`,
        });
        return EXIT.unusable;
      }
      case 'unwritable':
        this.tellWritten(job, outcome.targets);
        this.speaker.warn(outcome.sentence);
        return EXIT.unusable;
      case 'built':
        this.tellWritten(job, outcome.targets);
        return EXIT.clean;
    }
  }

  private tellFindings(job: BuildJob, { findings, texts }: BuildOutcome): void {
    const { terminal, language } = this.speaker;
    const { colour } = terminal;
    const text = new FindingsText({ language, cwd: job.cwd, colour, textOf: (file) => texts.get(file) ?? '' });
    for (const finding of findings) if (this.isNew(finding.at, finding.code)) terminal.out(text.finding(finding));
  }

  /** Files that several reports import are checked with each of them. */
  private isNew(at: Span, code: string): boolean {
    const { file, start, end } = rangeOf(at);
    const key = JSON.stringify([file, start, end, code]);
    const isNew = !this.told.has(key);
    this.told.add(key);
    return isNew;
  }

  private tellRefused(file: string, { findings, titles }: BuildOutcome & { kind: 'refused' }): void {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const codes = [...new Set(errors.map(({ code }) => code))];
    const [which, whichEn] = [`（${codes.join('、')}）`, ` (${codes.join(', ')})`];
    // A report without a title is known by its file alone, which is named anyhow.
    const areNamed = titles.length > 0 && !titles.includes('');
    const zh = areNamed ? `没有生成${titles.map((title) => `《${title}》`).join('')}` : '没有生成报告';
    const en = areNamed ? `Not built: ${titles.join(', ')}` : 'No report was built';
    this.speaker.warn({
      zh: `${zh}：${file} 还有 ${errors.length} 处错误${which}。改正后再生成，或用 --draft 先出草稿。`,
      en: `${en}: ${counted(errors.length, 'error')} in ${file}${whichEn}. Mend them, or build a draft with --draft.`,
    });
  }

  private tellWritten(job: BuildJob, targets: readonly string[]): void {
    for (const target of targets) {
      const shown = shownPath(target, job.cwd);
      this.speaker.say({ zh: `已生成 ${shown}`, en: `Built ${shown}` });
      this.written += 1;
    }
  }
}
