import { toHalfWidth } from '@jixiao/core';
import type { Analysis } from '@jixiao/language';

/** Places in the source, and what the rules keep of the syntax tree; everything else is meaning. */
const NOT_MEANING = /^(?:\w*[sS]pan|at|anchor|node|context|symbols|condition|limit)$/;
/** Fields that quote the source as it is written, blanks and widths included. */
const QUOTED = new Set(['formula', 'message', 'data', 'text']);

interface MeaningOptions {
  /** Also what findings say, and formulas as they are written. False where words are respelled. */
  readonly words: boolean;
}

/** What a file says, as plain data that can be compared: figures, scores, the text of reports, findings, allowances. */
export function meaningOf(analysis: Analysis, file: string, { words }: MeaningOptions = { words: true }): unknown {
  const { units, tables, indicators, outlines, forms, reports, rubrics } = analysis.evaluated(file);
  const findings = analysis.findings(file).map(({ code, severity, message, related, data }) => ({
    code,
    severity,
    related: related.length,
    ...(words && { zh: withoutSpelling(message.zh), en: withoutSpelling(message.en), data: plain(data, true, 'data') }),
  }));
  const allowed = analysis
    .allowed(file)
    .map(({ finding, allowance }) => [finding.code, allowance.code, allowance.reason]);
  return {
    evaluated: plain({ units, tables, indicators, outlines, forms, reports, rubrics }, words),
    findings,
    allowed,
  };
}

function plain(value: unknown, words: boolean, key = ''): unknown {
  if (typeof value === 'string') return QUOTED.has(key) && key !== 'text' ? withoutSpelling(value) : value;
  if (typeof value === 'bigint') return `${value}`;
  if (value instanceof Map) return [...value].map((entry) => plain(entry, words, key));
  if (Array.isArray(value)) return value.map((entry) => plain(entry, words, key));
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  // What stands where a value was left out has no text of its own.
  const quotesFormula = words && !('state' in value && value.state === 'invalid');
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name]) =>
          !NOT_MEANING.test(name) && (quotesFormula || name !== 'formula') && (words || name !== 'parameters'),
      )
      .map(([name, entry]) => [name, plain(entry, words, QUOTED.has(key) ? key : name)]),
  );
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\s/g, ''],
  [/[，、]/g, ','],
  [/[“”]/g, '"'],
  [/≥/g, '>='],
  [/≤/g, '<='],
  [/≠/g, '!='],
  [/→/g, '->'],
  [/×/g, '*'],
  [/÷/g, '/'],
  [/——|--|–/g, '—'],
  [/~|…/g, '..'],
  [/[[［【]/g, '['],
  [/[\]］】]/g, ']'],
];

/** A text that quotes the source, without what formatting may change: blanks and the width of marks. */
export function withoutSpelling(text: string): string {
  return SPELLINGS.reduce((result, [spelling, plain]) => result.replace(spelling, plain), toHalfWidth(text));
}
