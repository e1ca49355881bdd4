import { AstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import type { ResolvedImport } from '../../evaluation/source-set.js';
import * as ast from '../../generated/ast.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';
import { type Change, changedText, overlap } from '../changes/changes.js';
import { formatText } from '../formatting/format.js';
import { advancedReport, reportYear } from './advanced-report.js';
import { emptiedFigure, type LastYearsFigure } from './emptied-figures.js';
import { emptiedIndicators } from './emptied-indicators.js';
import { lineOf } from './line-spans.js';
import { type AliasOfName, aliasesByName, lastYearsFigures, redirectedPaths } from './redirected-paths.js';

/** What a report of last year becomes. */
export interface NextYearReport {
  readonly text: string;
  /** The year that the new report is about; absent if the old one names none. */
  readonly year?: number;
}

export interface NextYearOptions {
  /** How the new file names another one in an import; undefined where no path leads there. */
  readonly pathTo: (file: string) => string | undefined;
}

/** Names under which the figures of last year are seen; the rules that compare years know the first ones. */
const ALIASES = ['上年', '去年', '上年度', 'previous', 'lastyear', 'last'];

/**
 * The text of a new report made from last year's: texts stay, figures are left blank, columns of the
 * year before refer to the old report. Files that the old report imports with figures of its own
 * year become part of the new one, so that nothing of them is taken for a figure of this year.
 */
export function nextYearReport(
  analysis: Analysis,
  file: string,
  { pathTo }: NextYearOptions,
): NextYearReport | undefined {
  const report = analysis.sources.files.get(file);
  if (!report) return undefined;
  const sources = [report, ...importedFigures(analysis, report)];
  const year = reportYear(report);
  const english = isEnglish(report);
  const reachable = sources.filter((source) => hasFigures(source) && pathTo(source.file) !== undefined);
  const aliases = new Map(reachable.map((source, index) => [source.file, aliasOf(index)]));
  const imports = [...aliases].flatMap(([old, alias]) => importLine(pathTo(old), alias, english));
  const kept = sources
    .flatMap((source) => keptImports(analysis, source, aliases))
    .flatMap((other) => importLine(pathTo(other), undefined, english));
  const redirect = aliasesByName(sources, aliases);
  const find = lastYearsFigures(sources, aliases);
  const bodies = sources.toReversed().map((source) => {
    const old = new Set(analysis.sources.importsOf(source.file).flatMap(({ alias }) => alias ?? []));
    return bodyOf(source, { find, year, old, redirect });
  });
  const head = [...new Set([...imports, ...kept])].join('\n');
  const text = `${[head, ...bodies].filter((part) => part !== '').join('\n\n')}\n`;
  return { text: formatText(text, { keywords: 'keep' }), ...(year !== undefined && { year: year + 1 }) };
}

/** A file with rules alone is used as it is, in this year too. */
function hasFigures({ pieces }: SourceFile): boolean {
  return pieces.some(({ declarations }) => declarations.some(isOfItsYear));
}

function isOfItsYear(declaration: ast.Declaration): boolean {
  if (ast.isUnitDeclaration(declaration)) return declaration.figures.length > 0;
  return (
    ast.isFigureDeclaration(declaration) ||
    ast.isIndicatorDeclaration(declaration) ||
    ast.isReportDeclaration(declaration)
  );
}

/** The imported files that hold figures of the report's own year, each once, the nearest first. */
function importedFigures(analysis: Analysis, report: SourceFile): SourceFile[] {
  const found = new Map<string, SourceFile>();
  const queue = [report];
  for (let source = queue.shift(); source; source = queue.shift()) {
    for (const { target, alias } of analysis.sources.importsOf(source.file)) {
      const imported =
        alias === undefined && target.kind === 'file' ? analysis.sources.files.get(target.file) : undefined;
      if (!imported || imported === report || found.has(imported.file) || !hasFigures(imported)) continue;
      found.set(imported.file, imported);
      queue.push(imported);
    }
  }
  return [...found.values()];
}

/** Imports without an alias that are not made part of the report; one with an alias is of an earlier year. */
function keptImports(analysis: Analysis, { file }: SourceFile, merged: ReadonlyMap<string, string>): string[] {
  const isKept = ({ target, alias }: ResolvedImport) =>
    alias === undefined && target.kind === 'file' && !merged.has(target.file);
  return analysis.sources
    .importsOf(file)
    .filter(isKept)
    .flatMap(({ target }) => (target.kind === 'file' ? [target.file] : []));
}

function aliasOf(index: number): string {
  return ALIASES[index] ?? `${ALIASES[0]}${index + 1}`;
}

function importLine(path: string | undefined, alias: string | undefined, english: boolean): string[] {
  if (path === undefined) return [];
  const [word, as] = english ? ['import', 'as'] : ['引入', '为'];
  return [`${word} "${path}"${alias === undefined ? '' : ` ${as} ${alias}`}`];
}

function isEnglish({ pieces }: SourceFile): boolean {
  const [first] = pieces.flatMap(({ declarations }) => declarations);
  return /^[a-z]/.test(first?.$cstNode?.text ?? '');
}

interface Rewriting {
  readonly find: LastYearsFigure;
  readonly year: number | undefined;
  /** Aliases of files of the year before last. */
  readonly old: ReadonlySet<string>;
  readonly redirect: AliasOfName;
}

function bodyOf(source: SourceFile, rewriting: Rewriting): string {
  const changes = source.pieces.flatMap((piece) => changesOf(piece, rewriting));
  const text = changedText(source.text.replaceAll('\r\n', '\n'), changes);
  // Where lines went, their distances to the next ones add up.
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

function changesOf(piece: ParsedPiece, rewriting: Rewriting): Change[] {
  const { allowances, text } = piece;
  return [
    ...piece.declarations.flatMap((declaration) => changesIn(declaration, piece, rewriting)),
    // What was allowed last year concerned last year's figures.
    ...allowances.map(({ span }) => ({ span: lineOf(span, text), text: '' })),
  ];
}

function changesIn(
  declaration: ast.Declaration,
  piece: ParsedPiece,
  { find, year, old, redirect }: Rewriting,
): Change[] {
  const { anchor, text } = piece;
  if (ast.isImport(declaration)) return [{ span: lineOf(spanOf(declaration, anchor), text), text: '' }];
  const figures = AstUtils.streamAst(declaration)
    .filter(ast.isFigureDeclaration)
    .flatMap((figure) => emptiedFigure(figure, anchor, find))
    .toArray();
  const indicators = ast.isIndicatorDeclaration(declaration) ? emptiedIndicators(declaration, piece) : [];
  const paths = redirectedPaths(declaration, piece, old, redirect);
  return [...figures, ...indicators, ...advancedReport(declaration, piece, year), ...paths].reduce(without, []);
}

/** A path in a cell that is rewritten as a whole goes with it. */
function without(changes: Change[], change: Change): Change[] {
  return changes.some((other) => overlap(other, change)) ? changes : [...changes, change];
}
