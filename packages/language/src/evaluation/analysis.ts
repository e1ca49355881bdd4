import type { EvaluatedReport, FigureTable, Finding, Form, IndicatorTable, PublicBody } from '@jixiao/core';
import { allow } from '../rules/allowed.js';
import { applyRules } from '../rules/registry.js';
import type { Allowance } from '../syntax/allowances.js';
import type { ParsedPiece } from '../syntax/source-file.js';
import type { Link } from './context.js';
import { Evaluation } from './evaluation.js';
import { readForm } from './form.js';
import { type Outline, readOutline } from './outline.js';
import { publicBody } from './public-body.js';
import { evaluateReport } from './report.js';
import type { Rubric } from './rubric.js';
import type { SourceSet } from './source-set.js';
import { definitionsOf, type PerfSymbol } from './symbols.js';

/** Everything that one file says, evaluated. */
export interface EvaluatedFile {
  readonly file: string;
  readonly units: readonly PublicBody[];
  readonly tables: readonly FigureTable[];
  readonly indicators: readonly IndicatorTable[];
  readonly rubrics: readonly Rubric[];
  readonly outlines: readonly Outline[];
  readonly forms: readonly Form[];
  readonly reports: readonly EvaluatedReport[];
  readonly symbols: readonly PerfSymbol[];
}

/** A finding that the author allowed, and the reason given. */
export interface AllowedFinding {
  readonly finding: Finding;
  readonly allowance: Allowance;
}

/** What came out of evaluating a set of files. */
export interface Analysis {
  readonly sources: SourceSet;
  readonly evaluation: Evaluation;
  evaluated(file: string): EvaluatedFile;
  /** Findings of a file in the order of the text, without those that were allowed. */
  findings(file: string): readonly Finding[];
  allowed(file: string): readonly AllowedFinding[];
  /** Every mention of a name in a file, with what it stands for. */
  links(file: string): Iterable<Link>;
}

/** Evaluates a set of files; each file when it is first asked for, each figure once. */
export function analyse(sources: SourceSet): Analysis {
  const evaluation = new Evaluation(sources);
  const files = new Map<string, EvaluatedFile>();
  const results = new Map<string, ReturnType<typeof allow>>();
  const evaluated = (file: string): EvaluatedFile => {
    let found = files.get(file);
    if (!found) {
      found = evaluateFile(file, evaluation);
      files.set(file, found);
    }
    return found;
  };
  const result = (file: string) => {
    let found = results.get(file);
    if (!found) {
      const pieces = sources.files.get(file)?.pieces ?? [];
      applyRules(evaluated(file), evaluation);
      const findings = pieces.flatMap((piece) => [...piece.findings, ...evaluation.findingsAt(piece.anchor)]);
      found = allow(findings, pieces);
      results.set(file, found);
    }
    return found;
  };
  return {
    sources,
    evaluation,
    evaluated,
    findings: (file) => result(file).findings,
    allowed: (file) => result(file).allowed,
    links: (file) => {
      result(file);
      return evaluation.linksIn(file);
    },
  };
}

function evaluateFile(file: string, evaluation: Evaluation): EvaluatedFile {
  const pieces = evaluation.sources.files.get(file)?.pieces ?? [];
  return {
    file,
    units: collect(pieces, (node, piece) =>
      node.$type === 'UnitDeclaration' && node.name ? publicBody(node, piece.anchor) : undefined,
    ),
    tables: pieces.flatMap((piece) =>
      [...definitionsOf(piece).tables.values()].map((table) => evaluation.figureTable(table)),
    ),
    indicators: collect(pieces, (node, piece) =>
      node.$type === 'IndicatorDeclaration' ? evaluation.indicatorTable(node, piece.anchor)?.table : undefined,
    ),
    rubrics: collect(pieces, (node, piece) =>
      node.$type === 'RubricDeclaration' ? evaluation.rubric(node, piece.anchor) : undefined,
    ),
    outlines: collect(pieces, (node, piece) =>
      node.$type === 'OutlineDeclaration' && node.name
        ? readOutline(node, evaluation.contextAt(piece.anchor))
        : undefined,
    ),
    forms: collect(pieces, (node, piece) =>
      node.$type === 'FormDeclaration' && node.name ? readForm(node, evaluation.contextAt(piece.anchor)) : undefined,
    ),
    reports: collect(pieces, (node, piece) =>
      node.$type === 'ReportDeclaration' ? evaluateReport(node, evaluation.contextAt(piece.anchor)) : undefined,
    ),
    symbols: pieces.flatMap((piece) => definitionsOf(piece).symbols),
  };
}

function collect<T>(
  pieces: readonly ParsedPiece[],
  read: (node: ParsedPiece['declarations'][number], piece: ParsedPiece) => T | undefined,
): T[] {
  return pieces.flatMap((piece) =>
    piece.declarations.flatMap((node) => {
      const found = read(node, piece);
      return found === undefined ? [] : [found];
    }),
  );
}
