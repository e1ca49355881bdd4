import type { Anchor, Cell, FigureTable, Finding, Quantity } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import type { EvaluatedPiece } from './analysis.js';
import type { Link } from './context.js';
import type { ColumnDefinition, FigureDefinition, GroupDefinition, TableDefinition } from './definitions.js';
import type { IndicatorResult } from './indicators.js';
import type { Rubric } from './rubric.js';

/** The parts of a group added up in one column. */
export interface GroupSum {
  /** Undefined while a part has no value, or where no part has one. */
  readonly quantity: Quantity | undefined;
  readonly why: 'blank' | 'missing' | 'invalid';
  readonly blanks: number;
  readonly count: number;
}

/** Findings without repetition: one place may be looked at on several ways. */
class FindingList implements Iterable<Finding> {
  private readonly list = new Map<string, Finding>();

  add(finding: Finding): void {
    const { start, end } = finding.at;
    this.list.set(
      `${finding.code} ${start.line}:${start.character} ${end.line}:${end.character} ${finding.message.zh}`,
      finding,
    );
  }

  [Symbol.iterator](): Iterator<Finding> {
    return this.list.values();
  }
}

/** All that was computed for one declaration, and on what it rests. Forgotten as a whole. */
export class Memo {
  readonly cells = new Map<FigureDefinition, (Cell | undefined)[]>();
  readonly sums = new Map<GroupDefinition, (GroupSum | undefined)[]>();
  readonly tables = new Map<TableDefinition, FigureTable>();
  readonly indicators = new Map<ast.IndicatorDeclaration, IndicatorResult>();
  readonly rubrics = new Map<ast.RubricDeclaration, Rubric>();
  readonly rowsWithoutRate = new Map<ColumnDefinition, FigureDefinition[]>();
  readonly links = new Map<ast.Name, Link>();
  readonly findings = new FindingList();
  /** Last names of the paths that were looked up from here, found or not. */
  readonly lookups = new Set<string>();
  evaluated: EvaluatedPiece | undefined;
}

/**
 * The memos of all declarations, and which of them rest on which: a declaration rests on those
 * whose names it found, and on the names that it looked for.
 */
export class Memory {
  private readonly memos = new Map<Anchor, Memo>();
  private readonly seekers = new Map<string, Set<Anchor>>();
  private readonly dependents = new Map<Anchor, Set<Anchor>>();

  of(anchor: Anchor): Memo {
    let memo = this.memos.get(anchor);
    if (!memo) {
      memo = new Memo();
      this.memos.set(anchor, memo);
    }
    return memo;
  }

  known(anchor: Anchor): Memo | undefined {
    return this.memos.get(anchor);
  }

  /** Remembers that a declaration looked for a name, and where it found it. */
  noteLookup(from: Anchor, name: string, found: Anchor | undefined): void {
    this.of(from).lookups.add(name);
    addTo(this.seekers, name, from);
    if (found && found !== from) addTo(this.dependents, found, from);
  }

  /**
   * Forgets the given declarations, all that looked for one of the names, and all that rest on
   * what is forgotten.
   */
  forget(anchors: Iterable<Anchor>, names: Iterable<string>): void {
    const left = [...anchors];
    for (const name of names) left.push(...(this.seekers.get(name) ?? []));
    const gone = new Set<Anchor>();
    for (let anchor = left.pop(); anchor; anchor = left.pop()) {
      if (gone.has(anchor)) continue;
      gone.add(anchor);
      left.push(...(this.dependents.get(anchor) ?? []));
    }
    for (const anchor of gone) {
      for (const name of this.memos.get(anchor)?.lookups ?? []) this.seekers.get(name)?.delete(anchor);
      this.memos.delete(anchor);
      this.dependents.delete(anchor);
    }
  }
}

function addTo<K>(map: Map<K, Set<Anchor>>, key: K, anchor: Anchor): void {
  const known = map.get(key);
  if (known) known.add(anchor);
  else map.set(key, new Set([anchor]));
}
