import {
  type Finding,
  type Language,
  type Message,
  rangeOf,
  type Severity,
  type SourceRange,
  type Span,
} from '@jixiao/core';
import type { AllowedFinding } from '@jixiao/language';
import pico from 'picocolors';
import { shownPath } from '../files/workspace.js';
import { excerptOf } from './excerpt.js';

type Colours = ReturnType<typeof pico.createColors>;
type Formatter = Colours['red'];

const SEVERITY: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
};

export interface TextOptions {
  readonly language: Language;
  readonly cwd: string;
  readonly colour: boolean;
  /** The text of a file, for the excerpts. */
  readonly textOf: (file: string) => string;
}

/**
 * Prints findings for a person, and for the tools that understand how compilers print:
 * `file:line:column: severity: message [code]`, then the line with the place underlined, then the
 * related places. Lines and columns count from 1; a column is a UTF-16 character, as in editors.
 */
export class FindingsText {
  private readonly lines = new Map<string, readonly string[]>();
  private readonly paint: Colours;

  constructor(private readonly options: TextOptions) {
    this.paint = pico.createColors(options.colour);
  }

  /** A finding with everything that belongs to it, ending with a line break. */
  finding({ at, severity, message, code, related }: Finding): string {
    const places = related.map((place) => `    ↳ ${this.place(place.at)}: ${place.message[this.options.language]}\n`);
    return this.statement(at, severity, message, ` ${this.paint.dim(`[${code}]`)}`) + places.join('');
  }

  /** A finding that the author allowed, with the reason given. */
  allowed({ finding, allowance }: AllowedFinding): string {
    const { language } = this.options;
    const [word, reason] = language === 'zh' ? ['允许', '理由'] : ['allowed', 'reason'];
    const head = `${this.paint.bold(this.place(finding.at))}: ${this.paint.dim(word)}: ${finding.message[language]}`;
    return `${head} ${this.paint.dim(`[${finding.code}]`)}\n    ↳ ${this.place(allowance.span)}: ${reason}: ${allowance.reason}\n`;
  }

  private statement(at: Span, severity: Severity, message: Message, end: string): string {
    const { language } = this.options;
    const colour = this.colourOf(severity);
    const head = `${this.paint.bold(this.place(at))}: ${colour(SEVERITY[severity][language])}: ${message[language]}`;
    return `${head}${end}\n${this.excerpt(rangeOf(at), colour)}`;
  }

  private place(span: Span): string {
    const { file, start } = rangeOf(span);
    return `${shownPath(file, this.options.cwd)}:${start.line + 1}:${start.character + 1}`;
  }

  private excerpt(range: SourceRange, colour: Formatter): string {
    const excerpt = excerptOf(this.linesOf(range.file), range);
    if (!excerpt) return '';
    const bar = this.paint.dim('│');
    const mark = colour('^'.repeat(excerpt.width));
    return `    ${bar} ${excerpt.line}\n    ${bar} ${' '.repeat(excerpt.indent)}${mark}\n`;
  }

  private linesOf(file: string): readonly string[] {
    let lines = this.lines.get(file);
    if (!lines) {
      lines = this.options.textOf(file).split('\n');
      this.lines.set(file, lines);
    }
    return lines;
  }

  private colourOf(severity: Severity): Formatter {
    const { red, yellow, cyan } = this.paint;
    return severity === 'error' ? red : severity === 'warning' ? yellow : cyan;
  }
}
