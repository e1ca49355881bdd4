import type { Anchor, Finding, Span } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import type { FigureDefinition } from './definitions.js';
import type { Evaluation } from './evaluation.js';
import type { Unit } from './memo.js';
import type { Scope } from './scope.js';
import type { PerfSymbol } from './symbols.js';
import type { Value } from './value.js';

/** Where an expression stands and what it can see from there. */
export interface Context {
  readonly evaluation: Evaluation;
  readonly anchor: Anchor;
  /** What remembers the findings and links of this place, and is forgotten when what it rests on changes. */
  readonly unit: Unit;
  readonly scope: Scope;
  /** Names around the expression, the outermost first. */
  readonly around: readonly string[];
  /** The row whose cells the names of columns stand for. */
  readonly row?: FigureDefinition;
  /** Names bound by a scoring method: 目标, 实际, 分值 … */
  readonly locals?: ReadonlyMap<string, Value>;
  readonly report: (finding: Finding) => void;
}

/**
 * Reports at a place of one's own what goes wrong elsewhere, such as in the method of a rubric: with
 * these numbers it goes wrong here, and what is found is kept with this declaration.
 */
export function reportingAt(at: Span, context: Context): Context['report'] {
  return (finding) => {
    if (finding.at.anchor === at.anchor) context.report(finding);
    else {
      const message = { zh: '出错之处', en: 'where it goes wrong' };
      context.report({ ...finding, at, related: [{ at: finding.at, message }, ...finding.related] });
    }
  };
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
