import type { EvaluatedReport, FigureTable, Finding, Form, IndicatorTable, PublicBody } from '@jixiao/core';
import { allow } from '../rules/allowed.js';
import { FILE_RULES, RULES } from '../rules/registry.js';
import type { Allowance } from '../syntax/allowances.js';
import type { ParsedPiece } from '../syntax/source-file.js';
import type { Link } from './context.js';
import { Evaluation } from './evaluation.js';
import { readForm } from './form.js';
import { JoinedPieces, type KeptPiece } from './joined-pieces.js';
import { type Outline, readOutline } from './outline.js';
import { publicBody } from './public-body.js';
import { evaluateReport } from './report.js';
import type { Rubric } from './rubric.js';
import type { SourceSet } from './source-set.js';
import { definitionsOf } from './symbols.js';

/** What one piece of a file says, evaluated. */
export interface EvaluatedPiece {
  readonly file: string;
  readonly pieces: readonly ParsedPiece[];
  readonly units: readonly PublicBody[];
  readonly tables: readonly FigureTable[];
  readonly indicators: readonly IndicatorTable[];
  readonly rubrics: readonly Rubric[];
  readonly outlines: readonly Outline[];
  readonly forms: readonly Form[];
  readonly reports: readonly EvaluatedReport[];
}

/** Everything that one file says, evaluated. */
export type EvaluatedFile = EvaluatedPiece;

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
  /** What one piece of a file says; the rest of the file is evaluated only as far as that needs it. */
  evaluatedPiece(piece: ParsedPiece): EvaluatedPiece;
  /** The pieces of a file of which it is not known that they are evaluated. */
  unevaluated(file: string): readonly ParsedPiece[];
  /** Findings of a file in the order of the text, without those that were allowed. */
  findings(file: string): readonly Finding[];
  allowed(file: string): readonly AllowedFinding[];
  /** Every mention of a name in a file, with what it stands for. */
  links(file: string): Iterable<Link>;
}

/**
 * Evaluates a set of files; each file when it is first asked for, each figure once. From a previous
 * analysis it keeps every declaration that neither changed nor rests on one that did; the previous
 * analysis must not be used afterwards.
 */
export function analyse(sources: SourceSet, previous?: Analysis): Analysis {
  const evaluation = previous?.evaluation ?? new Evaluation(sources);
  if (previous) evaluation.update(sources);
  const files = new Map<string, EvaluatedFile>();
  const results = new Map<string, ReturnType<typeof allow>>();
  const evaluated = (file: string): EvaluatedFile => {
    let found = files.get(file);
    if (!found) {
      const { joined } = evaluation;
      const evaluate = (piece: ParsedPiece) => evaluatePiece(file, piece, evaluation);
      const whole = new JoinedPieces(file, sources.piecesOf(file), evaluate, joined.get(file));
      joined.set(file, whole);
      files.set(file, whole);
      found = whole;
    }
    return found;
  };
  const result = (file: string) => {
    let found = results.get(file);
    if (!found) {
      const whole = evaluated(file);
      const own: Finding[] = [];
      for (const rule of FILE_RULES) rule(whole, evaluation, (finding) => own.push(finding));
      const read = whole.pieces.filter(({ findings }) => findings.length > 0).flatMap(({ findings }) => findings);
      found = allow([...read, ...evaluation.findingsIn(file), ...own], whole.pieces);
      results.set(file, found);
    }
    return found;
  };
  return {
    sources,
    evaluation,
    evaluated,
    evaluatedPiece: (piece) => evaluatePiece(piece.anchor.file, piece, evaluation).evaluated,
    unevaluated: (file) => {
      const pieces = sources.piecesOf(file);
      return evaluation.joined.get(file)?.unknownOf(pieces) ?? pieces;
    },
    findings: (file) => result(file).findings,
    allowed: (file) => result(file).allowed,
    links: (file) => {
      evaluated(file);
      return evaluation.linksIn(file);
    },
  };
}

/** Evaluates a piece and applies its rules, when it is not known yet. */
function evaluatePiece(file: string, piece: ParsedPiece, evaluation: Evaluation): KeptPiece {
  const memo = evaluation.memo(piece.anchor);
  if (memo.evaluated) return memo.evaluated;
  evaluation.work.pieces++;
  const { anchor } = piece;
  const each = <T>(read: (node: ParsedPiece['declarations'][number]) => T | undefined): T[] =>
    piece.declarations.flatMap((node) => {
      const found = read(node);
      return found === undefined ? [] : [found];
    });
  const definitions = definitionsOf(piece);
  const evaluated: EvaluatedPiece = {
    file,
    pieces: [piece],
    units: each((node) => (node.$type === 'UnitDeclaration' && node.name ? publicBody(node, anchor) : undefined)),
    tables: [...definitions.tables.values()].map((table) => evaluation.figureTable(table)),
    indicators: each((node) =>
      node.$type === 'IndicatorDeclaration' ? evaluation.indicatorTable(node, anchor)?.table : undefined,
    ),
    rubrics: each((node) => (node.$type === 'RubricDeclaration' ? evaluation.rubric(node, anchor) : undefined)),
    outlines: each((node) =>
      node.$type === 'OutlineDeclaration' && node.name ? readOutline(node, evaluation.contextAt(anchor)) : undefined,
    ),
    forms: each((node) =>
      node.$type === 'FormDeclaration' && node.name ? readForm(node, evaluation.contextAt(anchor)) : undefined,
    ),
    reports: each((node) =>
      node.$type === 'ReportDeclaration' ? evaluateReport(node, evaluation.contextAt(anchor)) : undefined,
    ),
  };
  const kept: KeptPiece = { evaluated, isOutdated: false };
  memo.evaluated = kept;
  for (const rule of RULES) rule(evaluated, evaluation);
  evaluation.settleParts(anchor);
  return kept;
}
