import type { Anchor, Cell, FigureTable, Finding, Quantity, ReportItem } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import type { Link } from './context.js';
import type { ColumnDefinition, FigureDefinition, GroupDefinition, TableDefinition } from './definitions.js';
import type { IndicatorResult } from './indicators.js';
import type { KeptPiece } from './joined-pieces.js';
import type { Rubric } from './rubric.js';
import { Uses } from './uses.js';

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

/** A lookup of a name from a file: the same name may be another one elsewhere. */
export function lookupKey(file: string, name: string): string {
  return `${file}\u0000${name}`;
}

/**
 * What can be computed and forgotten on its own: a declaration, known by its anchor; an item of a
 * report, such as a section or a block of prose, known by its syntax; the wording of such an item,
 * known by its evaluation.
 */
export type Unit = Anchor | ast.ReportItem | ReportItem;

/**
 * All that was computed for one unit, and on what it rests. Forgotten as a whole. There are tens of
 * thousands in a workspace, and each needs two or three of its lists; the others are never made.
 */
export class Memo {
  private ownCells: Map<FigureDefinition, (Cell | undefined)[]> | undefined;
  private ownSums: Map<GroupDefinition, (GroupSum | undefined)[]> | undefined;
  private ownTables: Map<TableDefinition, FigureTable> | undefined;
  private ownIndicators: Map<ast.IndicatorDeclaration, IndicatorResult> | undefined;
  private ownRubrics: Map<ast.RubricDeclaration, Rubric> | undefined;
  private ownRowsWithoutRate: Map<ColumnDefinition, FigureDefinition[]> | undefined;
  private ownLinks: Map<ast.Name, Link> | undefined;
  private ownFindings: FindingList | undefined;
  private ownLookups: Set<string> | undefined;
  private ownRestsOn: Set<Unit> | undefined;

  get cells(): Map<FigureDefinition, (Cell | undefined)[]> {
    this.ownCells ??= new Map();
    return this.ownCells;
  }

  get sums(): Map<GroupDefinition, (GroupSum | undefined)[]> {
    this.ownSums ??= new Map();
    return this.ownSums;
  }

  get tables(): Map<TableDefinition, FigureTable> {
    this.ownTables ??= new Map();
    return this.ownTables;
  }

  get indicators(): Map<ast.IndicatorDeclaration, IndicatorResult> {
    this.ownIndicators ??= new Map();
    return this.ownIndicators;
  }

  get rubrics(): Map<ast.RubricDeclaration, Rubric> {
    this.ownRubrics ??= new Map();
    return this.ownRubrics;
  }

  get rowsWithoutRate(): Map<ColumnDefinition, FigureDefinition[]> {
    this.ownRowsWithoutRate ??= new Map();
    return this.ownRowsWithoutRate;
  }

  get links(): Map<ast.Name, Link> {
    this.ownLinks ??= new Map();
    return this.ownLinks;
  }

  get findings(): FindingList {
    this.ownFindings ??= new FindingList();
    return this.ownFindings;
  }

  /** Last names of the paths that were looked up from here, found or not. */
  get lookups(): Set<string> {
    this.ownLookups ??= new Set();
    return this.ownLookups;
  }

  /** Units on which this one rests. */
  get restsOn(): Set<Unit> {
    this.ownRestsOn ??= new Set();
    return this.ownRestsOn;
  }

  /** Of a declaration or an item that holds others: the units directly inside it, in the order of the text. */
  parts: readonly Unit[] = [];
  evaluated: KeptPiece | undefined;
  /** Of an item of a report: its evaluation, and what of its surroundings that depends on. */
  items: { readonly evaluated: readonly ReportItem[]; readonly surroundings: string } | undefined;
  /** Of an evaluated item whose wording was looked at: what of its surroundings that depended on. */
  wording: { readonly surroundings: string } | undefined;
}

/**
 * The memos of all units, and which of them rest on which: a unit rests on those whose names it
 * found, on those it is made of, and on the names that it looked for.
 */
export class Memory {
  private readonly memos = new Map<Unit, Memo>();
  private readonly seekers = new Map<string, Set<Unit>>();
  private readonly dependents = new Map<Unit, Set<Unit>>();
  /** The parts that a forgotten unit had; those it no longer has are dropped when it is evaluated again. */
  private readonly formerParts = new Map<Unit, readonly Unit[]>();
  /** The unit that a part is in now: an unchanged part is handed on when what is around it is evaluated again. */
  private readonly wholes = new Map<Unit, Unit>();
  readonly uses = new Uses();
  /** The units of each file in which something was found. */
  private readonly faulty = new Map<string, Set<Unit>>();

  of(unit: Unit): Memo {
    let memo = this.memos.get(unit);
    if (!memo) {
      memo = new Memo();
      this.memos.set(unit, memo);
    }
    return memo;
  }

  known(unit: Unit): Memo | undefined {
    return this.memos.get(unit);
  }

  /** Remembers what was found in a unit. */
  noteFinding(unit: Unit, finding: Finding): void {
    this.of(unit).findings.add(finding);
    addTo(this.faulty, finding.at.anchor.file, unit);
  }

  /** Everything that was found in a file so far. */
  *findingsIn(file: string): Generator<Finding> {
    for (const unit of this.faulty.get(file) ?? []) {
      for (const finding of this.memos.get(unit)?.findings ?? []) if (finding.at.anchor.file === file) yield finding;
    }
  }

  /** Remembers an evaluated declaration of figures. */
  noteTable(definition: TableDefinition, table: FigureTable): void {
    this.of(definition.span.anchor).tables.set(definition, table);
    this.uses.declare(definition);
  }

  /** Remembers what a name in the source stands for. */
  noteLink(from: Unit, segment: ast.Name, link: Link): void {
    const { links } = this.of(from);
    const before = links.get(segment);
    if (before) this.uses.remove(before);
    links.set(segment, link);
    this.uses.add(link);
  }

  /** Remembers that a unit looked for a name from its file, and where it found it. */
  noteLookup(from: Unit, file: string, name: string, found: Unit | undefined): void {
    const key = lookupKey(file, name);
    this.of(from).lookups.add(key);
    addTo(this.seekers, key, from);
    if (found) this.noteRest(from, found);
  }

  private noteRest(unit: Unit, on: Unit): void {
    if (unit === on) return;
    addTo(this.dependents, on, unit);
    this.of(unit).restsOn.add(on);
  }

  /** Says what a unit is made of; parts that it had before and that are nowhere any longer are dropped. */
  setParts(whole: Unit, parts: readonly Unit[]): void {
    const former = this.formerParts.get(whole);
    this.formerParts.delete(whole);
    if (parts.length > 0 || former) this.of(whole).parts = parts;
    for (const part of parts) this.wholes.set(part, whole);
    if (!former) return;
    const now = new Set(parts);
    for (const part of former) if (!now.has(part)) this.dropWhole(part, whole);
  }

  /** A unit is gone for good, and with it what is inside it and nowhere else. */
  private dropWhole(unit: Unit, whole: Unit): void {
    if (this.wholes.get(unit) !== whole) return;
    const parts = this.memos.get(unit)?.parts ?? this.formerParts.get(unit) ?? [];
    this.drop(unit);
    this.wholes.delete(unit);
    this.formerParts.delete(unit);
    for (const part of parts) this.dropWhole(part, unit);
  }

  /** A unit and all that is inside it. */
  *withParts(unit: Unit): Generator<Unit> {
    yield unit;
    for (const part of this.memos.get(unit)?.parts ?? []) yield* this.withParts(part);
  }

  /** Forgets the given units, all that made one of the lookups, and all that rest on what is forgotten. */
  forget(units: Iterable<Unit>, lookups: Iterable<string>): void {
    const left = [...units];
    for (const key of lookups) left.push(...(this.seekers.get(key) ?? []));
    const gone = new Set<Unit>();
    for (let unit = left.pop(); unit; unit = left.pop()) {
      if (gone.has(unit)) continue;
      gone.add(unit);
      left.push(...(this.dependents.get(unit) ?? []));
      // What is around it rests on it, unless that is just being evaluated and not settled yet.
      const whole = this.wholes.get(unit);
      if (whole && this.memos.get(whole)?.parts.length) left.push(whole);
    }
    for (const unit of gone) {
      const parts = this.memos.get(unit)?.parts ?? [];
      if (parts.length > 0) this.formerParts.set(unit, parts);
      this.drop(unit);
    }
  }

  private drop(unit: Unit): void {
    const memo = this.memos.get(unit);
    if (memo) {
      if (memo.evaluated) memo.evaluated.isOutdated = true;
      for (const key of memo.lookups) removeFrom(this.seekers, key, unit);
      for (const other of memo.restsOn) removeFrom(this.dependents, other, unit);
      for (const link of memo.links.values()) this.uses.remove(link);
      for (const definition of memo.tables.keys()) this.uses.retract(definition);
      for (const { at } of memo.findings) removeFrom(this.faulty, at.anchor.file, unit);
    }
    this.memos.delete(unit);
    this.dependents.delete(unit);
  }

  /** How many units are remembered; it must not grow with the number of edits. */
  get size(): number {
    return this.memos.size;
  }
}

function addTo<K>(map: Map<K, Set<Unit>>, key: K, unit: Unit): void {
  const known = map.get(key);
  if (known) known.add(unit);
  else map.set(key, new Set([unit]));
}

function removeFrom<K>(map: Map<K, Set<Unit>>, key: K, unit: Unit): void {
  const known = map.get(key);
  if (known?.delete(unit) && known.size === 0) map.delete(key);
}
