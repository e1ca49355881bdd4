import type { Finding } from '@jixiao/core';
import type { EvaluatedFile, EvaluatedPiece } from '../evaluation/analysis.js';
import type { Evaluation } from '../evaluation/evaluation.js';

/**
 * A rule looks at one evaluated piece of a file, usually one declaration, and reports what is wrong
 * in it to the evaluation. Its findings are kept with the piece: what it reads of other pieces must
 * go through a scope, or be noted, so that it is asked again when they change.
 */
export type Rule = (piece: EvaluatedPiece, evaluation: Evaluation) => void;

export type Report = (finding: Finding) => void;

/** A rule about a file as a whole. It is asked after every edit and must be cheap. */
export type FileRule = (file: EvaluatedFile, evaluation: Evaluation, report: Report) => void;
