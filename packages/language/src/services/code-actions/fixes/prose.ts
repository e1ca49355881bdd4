import { catalogue, type Finding } from '@jixiao/core';
import { INDICATOR_ATTRIBUTES } from '../../../evaluation/attributes.js';
import { definitionsOf, type PerfSymbol } from '../../../evaluation/symbols.js';
import * as ast from '../../../generated/ast.js';
import { contextOf } from '../../navigation/expression-context.js';
import { isSamePlace } from '../../navigation/targets.js';
import { mentionPrinting } from '../../refactorings/printed-mention.js';
import { escapedProse } from '../../refactorings/prose-text.js';
import { writtenPath, writtenSegment } from '../../written-name.js';
import { type Fix, type FixProvider, fixesFor } from '../fix.js';
import type { FixSite } from '../fix-site.js';

const { prose } = catalogue;

/** Puts the right wording in the place of the finding. */
function wording(replacement: string, site: FixSite, more: Partial<Fix>): Fix[] {
  return [
    {
      title: { zh: `改为：${replacement}`, en: `Change to: ${replacement}` },
      changes: [site.replace(site.finding.at, escapedProse(replacement))],
      ...more,
    },
  ];
}

/** The figure that a finding in prose speaks of, with the column that its path ends in. */
function figureMeant(
  path: string,
  { related }: Finding,
  site: FixSite,
): { symbol: PerfSymbol; column: string | undefined } | undefined {
  for (const { at } of related) {
    const piece = site.analysis.sources.piecesOf(at.anchor.file).find(({ anchor }) => anchor === at.anchor);
    const symbol = piece && definitionsOf(piece).symbols.find(({ nameSpan }) => isSamePlace(nameSpan, at));
    if (symbol?.kind !== 'figure') continue;
    if (symbol.path.join('.') === path) return { symbol, column: undefined };
    const column = symbol.figure.table.columns.find(({ name }) => [...symbol.path, name].join('.') === path);
    if (column) return { symbol, column: column.name };
  }
  return undefined;
}

/** Refers to a figure where its value, or another one, is written as a number. */
function reference(path: string, text: string | undefined, site: FixSite, more: Partial<Fix>): Fix[] {
  const meant = figureMeant(path, site.finding, site);
  const around = site.node(ast.isProse);
  if (!meant || !around) return [];
  const context = contextOf(around, site.piece, site.analysis);
  const mention = mentionPrinting(meant, text, context, site.analysis);
  if (mention === undefined) return [];
  return [
    {
      title: { zh: `改为引用 ${mention}`, en: `Refer to ${mention}` },
      changes: [site.replace(site.finding.at, mention)],
      ...more,
    },
  ];
}

/** What every table has, in the spelling of the file. */
function attributeIn(site: FixSite, name: string): string {
  const spellings = Object.values(INDICATOR_ATTRIBUTES).find((names) => names.some((one) => one === name));
  const english = spellings?.find((one) => /^[a-z]/.test(one));
  return site.keyword('节') === '节' ? name : (english ?? name);
}

export const PROSE_FIXES: readonly FixProvider[] = [
  fixesFor(prose.repeatedFigure, ({ path, text }, site) => {
    const same = reference(path, text, site, { preferred: true, safe: true });
    return same.length > 0 ? same : reference(path, undefined, site, { preferred: true });
  }),
  fixesFor(prose.differsFromFigure, ({ path }, site) => reference(path, undefined, site, { preferred: true })),
  fixesFor(prose.differsFromScore, ({ path, value }, site) => {
    const [table = '', ...rest] = path.split('.');
    const attribute = attributeIn(site, rest.pop() ?? '');
    const mention = `#{${writtenPath([table, ...rest])}.${writtenSegment(attribute)}}`;
    return [
      {
        title: { zh: `改为引用 ${mention}（${value}）`, en: `Refer to ${mention} (${value})` },
        changes: [site.replace(site.finding.at, mention)],
        preferred: true,
      },
    ];
  }),
  fixesFor(prose.bareDate, ({ suggestion }, site) => wording(suggestion, site, { preferred: true })),
  fixesFor(prose.untilDate, ({ replacement }, site) => wording(replacement, site, { preferred: true, safe: true })),
  fixesFor(prose.quotes, ({ replacement }, site) => wording(replacement, site, { preferred: true, safe: true })),
  fixesFor(prose.brackets, ({ replacement }, site) => wording(replacement, site, { preferred: true, safe: true })),
  fixesFor(prose.numberedHeading, ({ number, replacement }, site) => [
    {
      title: { zh: `删去序号“${number}”`, en: `Remove the number “${number}”` },
      changes: [site.replace(site.finding.at, `"${replacement.replace(/["\\]/g, '\\$&')}"`)],
      preferred: true,
      safe: true,
    },
  ]),
];
