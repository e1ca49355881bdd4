import type { Anchor, Finding, Language, Span } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import type { FigureDefinition } from './definitions.js';
import type { Evaluation } from './evaluation.js';
import type { Scope } from './scope.js';
import type { PerfSymbol } from './symbols.js';
import type { Value } from './value.js';

/** Where an expression stands and what it can see from there. */
export interface Context {
  readonly evaluation: Evaluation;
  readonly anchor: Anchor;
  readonly scope: Scope;
  /** Names around the expression, the outermost first. */
  readonly around: readonly string[];
  /** The row whose cells the names of columns stand for. */
  readonly row?: FigureDefinition;
  /** Names bound by a scoring method: 目标, 实际, 分值 … */
  readonly locals?: ReadonlyMap<string, Value>;
  readonly report: (finding: Finding) => void;
}

/** A mention of a name in the source and what it stands for; one a segment of a path. */
export interface Link {
  readonly span: Span;
  readonly symbol: PerfSymbol;
}

/** What a path was found to stand for, kept for the editor. */
export interface PathLinks {
  readonly path: ast.Path;
  readonly links: readonly Link[];
}

export type { Language };
