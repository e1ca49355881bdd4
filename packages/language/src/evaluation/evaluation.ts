import type { Anchor, Cell, FigureTable, Finding } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { evaluateCell, sumOfGroup } from './cells.js';
import type { Context, Link } from './context.js';
import { Chain, cycleFindings, type Pending } from './cycles.js';
import type { ColumnDefinition, FigureDefinition, GroupDefinition, TableDefinition } from './definitions.js';
import { evaluateFigures } from './figures.js';
import { evaluateIndicators, type IndicatorResult } from './indicators.js';
import type { JoinedPieces } from './joined-pieces.js';
import { type GroupSum, type Memo, Memory, type Unit } from './memo.js';
import { type Rubric, readRubric } from './rubric.js';
import { ObservedScope, type Scope } from './scope.js';
import type { SourceSet } from './source-set.js';

/** Cells evaluated one inside the other before the chain is continued from a fresh stack. */
const DEEPEST = 60;

/** Thrown to unwind a chain of cells that has become too long for the stack. */
class TooDeep {
  constructor(
    readonly wanted: Pending,
    /** The cells that rest on it, and are unwound until it is known. */
    readonly trail: readonly Pending[],
  ) {}
}

/**
 * The evaluation of a set of files: computes each cell and each score at most once, and collects
 * findings and links, declaration by declaration. When texts change it forgets the declarations
 * that changed and those that rest on them, and keeps the rest.
 */
export class Evaluation {
  private readonly memory = new Memory();
  /** The files as they were last put together. */
  readonly joined = new Map<string, JoinedPieces>();
  private readonly partsSeen = new Map<Unit, Unit[]>();
  /** The cells under way: first those that were unwound and wait for what they need, then those on the stack. */
  private readonly chain = new Chain();
  /** How many cells of the chain are not on the stack. */
  private waiting = 0;
  private readonly runningTables = new Set<ast.IndicatorDeclaration>();
  /** Findings of the cells being evaluated; each list is kept only when its cell comes to its end. */
  private drafts: Finding[][] = [];
  /** Declarations, items of reports, blocks of prose and cells computed since the start: measures of work that do not depend on the machine. */
  readonly work = { pieces: 0, items: 0, proses: 0, cells: 0 };

  constructor(private set: SourceSet) {}

  get sources(): SourceSet {
    return this.set;
  }

  /** Goes over to another version of the files; what the change does not touch stays computed. */
  update(sources: SourceSet): void {
    const { units, lookups, removed, rescoped } = sources.changesSince(this.set);
    this.set = sources;
    const inside = rescoped.flatMap((anchor) => [...this.memory.withParts(anchor)]);
    this.memory.forget([...units, ...inside], lookups);
    for (const anchor of removed) this.memory.setParts(anchor, []);
    this.memory.forget(removed, []);
    for (const file of this.joined.keys()) if (!sources.files.has(file)) this.joined.delete(file);
  }

  /** The memo of a declaration or of one of its parts. */
  memo(unit: Unit): Memo {
    return this.memory.of(unit);
  }

  /** Says that a unit which is being evaluated has a part that is remembered on its own. */
  notePart(whole: Unit, part: Unit): void {
    const parts = this.partsSeen.get(whole);
    if (parts) parts.push(part);
    else this.partsSeen.set(whole, [part]);
  }

  /** A unit has been evaluated: the parts noted are all it has. */
  settleParts(whole: Unit): void {
    this.memory.setParts(whole, this.partsSeen.get(whole) ?? []);
    this.partsSeen.delete(whole);
  }

  /** Forgets a unit, so that it is computed again. */
  forget(unit: Unit): void {
    this.memory.forget([unit], []);
  }

  /** How much is remembered; it must not grow with the number of edits. */
  get remembered(): number {
    return this.memory.size;
  }

  scopeOf(file: string): Scope {
    return this.set.scopeOf(file);
  }

  /** A context at the top of a declaration; `unit` is a part of it that is remembered on its own. */
  contextAt(anchor: Anchor, around: readonly string[] = [], unit: Unit = anchor): Context {
    return {
      evaluation: this,
      anchor,
      unit,
      scope: new ObservedScope(this.scopeOf(anchor.file), (name, found) =>
        this.memory.noteLookup(unit, anchor.file, name, found),
      ),
      around,
      report: (finding) => this.report(finding, unit),
    };
  }

  report(finding: Finding, unit: Unit = finding.at.anchor): void {
    const draft = this.drafts.at(-1);
    if (draft) draft.push(finding);
    else this.keep(finding, unit);
  }

  private keep(finding: Finding, unit: Unit): void {
    this.memory.noteFinding(unit, finding);
  }

  /** What was found in a file so far. */
  findingsIn(file: string): Iterable<Finding> {
    return this.memory.findingsIn(file);
  }

  /** Notes that a unit rests on a name, for those who look names up without a scope. */
  noteLookup(from: Unit, file: string, name: string, found: Anchor | undefined): void {
    this.memory.noteLookup(from, file, name, found);
  }

  /** Remembers what a name in the source stands for. */
  link(segment: ast.Name, link: Link, unit: Unit): void {
    this.memory.noteLink(unit, segment, link);
  }

  /** The mentions of names in a file that have been resolved so far. */
  *linksIn(file: string): Generator<Link> {
    for (const { anchor } of this.set.piecesOf(file)) {
      for (const unit of this.memory.withParts(anchor)) yield* this.memory.known(unit)?.links.values() ?? [];
    }
  }

  /** The evaluated declarations of figures in a file that nothing in it mentions. */
  unusedTables(file: string): Iterable<TableDefinition> {
    return this.memory.uses.unusedTables(file);
  }

  /** Remembers a row whose computed column divides by zero. */
  noteMissingRate(column: ColumnDefinition, row: FigureDefinition): void {
    const { rowsWithoutRate } = this.memory.of(column.nameSpan.anchor);
    const rows = rowsWithoutRate.get(column);
    if (rows) rows.push(row);
    else rowsWithoutRate.set(column, [row]);
  }

  missingRates(column: ColumnDefinition): readonly FigureDefinition[] {
    return this.memory.known(column.nameSpan.anchor)?.rowsWithoutRate.get(column) ?? [];
  }

  /** The value of a figure in a column (0 where there are none). */
  cell(figure: FigureDefinition, column: number): Cell {
    const known = this.memory.known(figure.nameSpan.anchor)?.cells.get(figure)?.[column];
    if (known) return known;
    const wanted = { figure, column };
    if (this.chain.has(wanted)) return this.cyclic(wanted);
    const depth = this.chain.length - this.waiting;
    if (depth >= DEEPEST) throw new TooDeep(wanted, this.chain.from(this.waiting));
    return depth === 0 ? this.evaluateFromFreshStack(wanted) : this.run(wanted);
  }

  private cyclic(again: Pending): Cell {
    const circle = this.chain.since(again).map(({ figure }) => figure);
    for (const finding of cycleFindings(circle)) this.keep(finding, finding.at.anchor);
    // Whoever is on the circle has to be looked at again when any of the others changes.
    for (const [index, { nameSpan }] of circle.entries()) {
      const next = circle[(index + 1) % circle.length] as FigureDefinition;
      this.memory.noteLookup(nameSpan.anchor, nameSpan.anchor.file, next.name, next.nameSpan.anchor);
    }
    return { state: 'invalid', span: again.figure.nameSpan };
  }

  /** Evaluates a cell; where its chain is too long, first the far end of it, and so on. */
  private evaluateFromFreshStack(first: Pending): Cell {
    const wanted = [{ cell: first, from: 0 }];
    try {
      for (;;) {
        const next = wanted.at(-1) as { readonly cell: Pending; readonly from: number };
        try {
          const cell = this.run(next.cell);
          wanted.pop();
          this.wait(next.from);
          if (wanted.length === 0) return cell;
        } catch (signal) {
          if (!(signal instanceof TooDeep)) throw signal;
          wanted.push({ cell: signal.wanted, from: this.waiting });
          this.wait(this.waiting, signal.trail);
        }
      }
    } finally {
      this.wait(0);
    }
  }

  /** Lets so many cells of the chain wait, and then these. */
  private wait(count: number, more: readonly Pending[] = []): void {
    this.chain.cut(count);
    for (const cell of more) this.chain.push(cell);
    this.waiting = this.chain.length;
  }

  private run(pending: Pending): Cell {
    const { figure, column } = pending;
    const depth = this.chain.length;
    this.chain.push(pending);
    this.drafts.push([]);
    try {
      const cell = evaluateCell(figure, column, this);
      for (const finding of this.drafts.at(-1) ?? []) this.keep(finding, finding.at.anchor);
      this.store(figure, column, cell);
      return cell;
    } finally {
      this.drafts.pop();
      this.chain.cut(depth);
    }
  }

  private store(figure: FigureDefinition, column: number, cell: Cell): void {
    this.work.cells++;
    const { cells } = this.memory.of(figure.nameSpan.anchor);
    const row = cells.get(figure) ?? [];
    row[column] = cell;
    cells.set(figure, row);
  }

  /** The parts of a group added up in a column. */
  sumOfGroup(group: GroupDefinition, column: number): GroupSum {
    const { sums } = this.memory.of(group.nameSpan.anchor);
    const known = sums.get(group)?.[column];
    if (known) return known;
    const sum = sumOfGroup(group, column, this);
    const row = sums.get(group) ?? [];
    row[column] = sum;
    sums.set(group, row);
    return sum;
  }

  /** A declaration of figures as plain data. */
  figureTable(definition: TableDefinition): FigureTable {
    const known = this.memory.known(definition.span.anchor)?.tables.get(definition);
    if (known) return known;
    const table = evaluateFigures(definition, this);
    this.memory.noteTable(definition, table);
    return table;
  }

  /** The evaluated table of indicators; undefined while it is being evaluated, that is, where it refers to itself. */
  indicatorTable(node: ast.IndicatorDeclaration, anchor: Anchor): IndicatorResult | undefined {
    const { indicators } = this.memory.of(anchor);
    const known = indicators.get(node);
    if (known) return known;
    if (this.runningTables.has(node)) return undefined;
    this.runningTables.add(node);
    const drafts = this.drafts;
    this.drafts = [];
    try {
      const result = evaluateIndicators(node, this.contextAt(anchor, node.name ? [node.name.text] : []));
      indicators.set(node, result);
      return result;
    } finally {
      this.drafts = drafts;
      this.runningTables.delete(node);
    }
  }

  /** A rubric that has been read already. */
  knownRubric(node: ast.RubricDeclaration, anchor: Anchor): Rubric | undefined {
    return this.memory.known(anchor)?.rubrics.get(node);
  }

  rubric(node: ast.RubricDeclaration, anchor: Anchor): Rubric {
    const { rubrics } = this.memory.of(anchor);
    let rubric = rubrics.get(node);
    if (!rubric) {
      rubric = readRubric(node, this.contextAt(anchor));
      rubrics.set(node, rubric);
    }
    return rubric;
  }
}
