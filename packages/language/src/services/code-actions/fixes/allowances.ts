import { catalogue } from '@jixiao/core';
import { type FixProvider, fixesFor } from '../fix.js';
import { PLACEHOLDER } from './notes.js';

const { checks } = catalogue;

export const ALLOWANCE_FIXES: readonly FixProvider[] = [
  fixesFor(checks.allowUnused, (_, site) => [
    {
      title: { zh: '删去这条允许', en: 'Remove this comment' },
      changes: [site.removeSpan(site.finding.at)],
      preferred: true,
      safe: true,
    },
  ]),
  fixesFor(checks.allowWithoutReason, ({ code }, site) => {
    const text = site.textOf(site.finding.at);
    const end = text.indexOf(code) + code.length;
    const { start } = site.finding.at;
    const from = { line: start.line, character: start.character + end };
    const change = site.replace(site.between(from, site.finding.at.end), `: ${PLACEHOLDER}`);
    return [
      {
        title: { zh: '写明理由', en: 'Give the reason' },
        changes: [{ ...change, placeholder: PLACEHOLDER }],
        preferred: true,
      },
    ];
  }),
];
