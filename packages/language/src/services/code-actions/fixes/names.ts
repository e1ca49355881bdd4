import { catalogue } from '@jixiao/core';
import { functionOf } from '../../../evaluation/functions/registry.js';
import { REPORT_PROPERTIES } from '../../../evaluation/report-properties.js';
import { similarWords } from '../../../evaluation/suggestions.js';
import * as ast from '../../../generated/ast.js';
import { contextOf } from '../../navigation/expression-context.js';
import { shortestPath, wantedAt } from '../../navigation/path-writing.js';
import { writtenName, writtenPath, writtenSegment } from '../../written-name.js';
import { type Fix, type FixProvider, fixesFor } from '../fix.js';
import type { FixSite } from '../fix-site.js';
import { missingDeclaration } from './missing-declaration.js';

const { names, values, scores, rubrics } = catalogue;

/** So many words of a list are offered one by one. */
const MOST_OFFERED = 8;

/** Puts other words in the place of the finding; the only one that is likely is preferred. */
function insteadOf(words: readonly string[], site: FixSite, write: (word: string) => string): Fix[] {
  return words.map((word) => ({
    title: { zh: `改为“${word}”`, en: `Change to “${word}”` },
    changes: [site.replace(site.finding.at, write(word))],
    preferred: words.length === 1,
  }));
}

/** The words that resemble what is written, else those that contain it, else all of a short list. */
function likely(written: string, known: readonly string[]): readonly string[] {
  const similar = similarWords(written, known);
  if (similar.length > 0) return similar;
  const containing = known.filter((word) => word.includes(written));
  return containing.length > 0 ? containing : known.slice(0, MOST_OFFERED);
}

export const NAME_FIXES: readonly FixProvider[] = [
  fixesFor(names.unresolved, ({ suggestions }, site) => [
    ...insteadOf([...new Set(suggestions.map((path) => shortened(path, site)))], site, (path) => path),
    ...missingDeclaration(site),
  ]),
  fixesFor(names.ambiguous, ({ name, candidates }, site) =>
    candidates.map((candidate) => ({
      title: { zh: `写明是“${candidate}”`, en: `Say that “${candidate}” is meant` },
      changes: [ambiguousPath(name, candidate, site)],
    })),
  ),
  fixesFor(names.unknownColumn, ({ name, known }, site) => insteadOf(likely(name, known), site, writtenSegment)),
  fixesFor(names.unknownProperty, ({ name }, site) => {
    const spelling = site.keyword('节') === '节' ? 'zh' : 'en';
    const known = REPORT_PROPERTIES.map((property) => property[spelling]);
    return insteadOf(likely(name, known), site, (word) => word);
  }),
  fixesFor(values.unknownFunction, ({ suggestions }, site) =>
    insteadOf(
      suggestions.filter((word) => functionOf(word)),
      site,
      (word) => word,
    ),
  ),
  fixesFor(scores.unknownMethod, ({ name, known }, site) => insteadOf(likely(name, known), site, writtenName)),
  fixesFor(rubrics.methodParameter, ({ name, known }, site) => insteadOf(likely(name, known), site, (word) => word)),
  fixesFor(rubrics.unknownGroup, ({ name, known }, site) => insteadOf(likely(name, known), site, writtenName)),
  fixesFor(values.columnNeeded, ({ columns }, site) => {
    const path = site.exactly(ast.isPath);
    if (!path) return [];
    return columns.map((column) => ({
      title: { zh: `取“${column}”列`, en: `Take the column “${column}”` },
      changes: [site.insertAfter(path, `.${writtenSegment(column)}`)],
      preferred: columns.length === 1,
    }));
  }),
];

/** A suggested path with as few of its names as will do at the place of the finding. */
function shortened(path: string, site: FixSite): string {
  const names = path.split('.');
  const node = site.node(ast.isPath);
  if (!node) return writtenPath(names);
  const wanted = wantedAt(node);
  const context = contextOf(node, site.piece, site.analysis);
  const found = context.scope.resolve(names, [], wanted);
  if (found.kind !== 'found') return writtenPath(names);
  // A column says nothing without the figure in front of it.
  const least = found.symbol.kind === 'column' ? 2 : 1;
  return writtenPath(shortestPath(found.symbol, context, site.analysis, { wanted, least }) ?? names);
}

/** The names that were written, from the first one on that does not say enough, written in full. */
function ambiguousPath(name: string, candidate: string, site: FixSite) {
  const path = site.node(ast.isPath);
  const known = name.split('.').length;
  const last = path?.segments[Math.min(known, path.segments.length) - 1];
  const text = writtenPath(candidate.split('.'));
  if (!path || !last) return site.replace(site.finding.at, text);
  return site.replace(site.between(site.spanOf(path).start, site.spanOf(last).end), text);
}
