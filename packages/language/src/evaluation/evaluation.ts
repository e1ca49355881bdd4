import type { Anchor, Cell, FigureTable, Finding, Quantity } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { evaluateCell, sumOfGroup } from './cells.js';
import type { Context, Link } from './context.js';
import { cycleFindings } from './cycles.js';
import type { ColumnDefinition, FigureDefinition, GroupDefinition, TableDefinition } from './definitions.js';
import { evaluateFigures } from './figures.js';
import { evaluateIndicators, type IndicatorResult } from './indicators.js';
import { type Rubric, readRubric } from './rubric.js';
import type { Scope } from './scope.js';
import type { SourceSet } from './source-set.js';

/** Cells evaluated one inside the other before the chain is continued from a fresh stack. */
const DEEPEST = 60;

/** Thrown to unwind a chain of cells that has become too long for the stack. */
class TooDeep {
  constructor(
    readonly figure: FigureDefinition,
    readonly column: number,
  ) {}
}

/** The parts of a group added up in one column. */
export interface GroupSum {
  /** Undefined while a part has no value, or where no part has one. */
  readonly quantity: Quantity | undefined;
  readonly why: 'blank' | 'missing' | 'invalid';
  readonly blanks: number;
  readonly count: number;
}

interface Pending {
  readonly figure: FigureDefinition;
  readonly column: number;
}

/**
 * One evaluation of a set of files: computes each cell and each score at most once, and collects
 * findings and links. It is thrown away when a text changes.
 */
export class Evaluation {
  private readonly cells = new Map<FigureDefinition, (Cell | undefined)[]>();
  private readonly sums = new Map<GroupDefinition, (GroupSum | undefined)[]>();
  private readonly indicators = new Map<ast.IndicatorDeclaration, IndicatorResult>();
  private readonly tables = new Map<TableDefinition, FigureTable>();
  private readonly rubrics = new Map<ast.RubricDeclaration, Rubric>();
  private readonly findingsByAnchor = new Map<Anchor, Finding[]>();
  private readonly linksByFile = new Map<string, Map<ast.Name, Link>>();
  private readonly rowsWithoutRate = new Map<ColumnDefinition, FigureDefinition[]>();
  private readonly running: Pending[] = [];
  private readonly runningTables = new Set<ast.IndicatorDeclaration>();
  /** Chains that were unwound and wait for what they need. */
  private readonly waiting: Pending[] = [];
  /** Findings of the cell being evaluated; kept only when it comes to its end. */
  private drafts: Finding[][] = [];
  cellsEvaluated = 0;

  constructor(readonly sources: SourceSet) {}

  scopeOf(file: string): Scope {
    return this.sources.scopeOf(file);
  }

  /** A context at the top of a declaration. */
  contextAt(anchor: Anchor, around: readonly string[] = []): Context {
    return {
      evaluation: this,
      anchor,
      scope: this.scopeOf(anchor.file),
      around,
      report: (finding) => this.report(finding),
    };
  }

  report(finding: Finding): void {
    const draft = this.drafts.at(-1);
    if (draft) {
      draft.push(finding);
      return;
    }
    this.keep(finding);
  }

  private keep(finding: Finding): void {
    const known = this.findingsByAnchor.get(finding.at.anchor);
    if (known) known.push(finding);
    else this.findingsByAnchor.set(finding.at.anchor, [finding]);
  }

  findingsAt(anchor: Anchor): readonly Finding[] {
    return this.findingsByAnchor.get(anchor) ?? [];
  }

  /** Remembers what a name in the source stands for. */
  link(segment: ast.Name, link: Link): void {
    const { file } = link.span.anchor;
    const known = this.linksByFile.get(file);
    if (known) known.set(segment, link);
    else this.linksByFile.set(file, new Map([[segment, link]]));
  }

  /** The mentions of names in a file that have been resolved so far. */
  linksIn(file: string): Iterable<Link> {
    return this.linksByFile.get(file)?.values() ?? [];
  }

  /** Remembers a row whose computed column divides by zero. */
  noteMissingRate(column: ColumnDefinition, row: FigureDefinition): void {
    const rows = this.rowsWithoutRate.get(column);
    if (rows) rows.push(row);
    else this.rowsWithoutRate.set(column, [row]);
  }

  missingRates(column: ColumnDefinition): readonly FigureDefinition[] {
    return this.rowsWithoutRate.get(column) ?? [];
  }

  /** The value of a figure in a column (0 where there are none). */
  cell(figure: FigureDefinition, column: number): Cell {
    const known = this.cells.get(figure)?.[column];
    if (known) return known;
    if (this.isRunning(figure, column)) return this.cyclic(figure, column);
    if (this.running.length >= DEEPEST) throw new TooDeep(figure, column);
    return this.running.length === 0 ? this.evaluateFromFreshStack(figure, column) : this.run(figure, column);
  }

  private isRunning(figure: FigureDefinition, column: number): boolean {
    const same = (entry: Pending) => entry.figure === figure && entry.column === column;
    return this.running.some(same) || this.waiting.some(same);
  }

  private cyclic(figure: FigureDefinition, column: number): Cell {
    const chain = [...this.waiting, ...this.running];
    const from = chain.findIndex((entry) => entry.figure === figure && entry.column === column);
    for (const finding of cycleFindings(chain.slice(from).map((entry) => entry.figure))) this.keepOnce(finding);
    return { state: 'invalid', span: figure.nameSpan };
  }

  private keepOnce(finding: Finding): void {
    const known = this.findingsAt(finding.at.anchor);
    if (!known.some(({ code, at }) => code === finding.code && at === finding.at)) this.keep(finding);
  }

  /** Evaluates a cell; where its chain is too long, first the far end of it, and so on. */
  private evaluateFromFreshStack(figure: FigureDefinition, column: number): Cell {
    const wanted: Pending[] = [{ figure, column }];
    for (;;) {
      const next = wanted.at(-1) as Pending;
      try {
        this.waiting.length = 0;
        this.waiting.push(...wanted.slice(0, -1));
        const cell = this.run(next.figure, next.column);
        wanted.pop();
        if (wanted.length === 0) return cell;
      } catch (signal) {
        if (!(signal instanceof TooDeep)) throw signal;
        wanted.push(signal);
      } finally {
        this.waiting.length = 0;
      }
    }
  }

  private run(figure: FigureDefinition, column: number): Cell {
    this.running.push({ figure, column });
    this.drafts.push([]);
    try {
      const cell = evaluateCell(figure, column, this);
      const findings = this.drafts.at(-1) ?? [];
      for (const finding of findings) this.keep(finding);
      this.store(figure, column, cell);
      return cell;
    } finally {
      this.drafts.pop();
      this.running.pop();
    }
  }

  private store(figure: FigureDefinition, column: number, cell: Cell): void {
    this.cellsEvaluated++;
    const row = this.cells.get(figure);
    if (row) row[column] = cell;
    else {
      const fresh: (Cell | undefined)[] = [];
      fresh[column] = cell;
      this.cells.set(figure, fresh);
    }
  }

  /** The parts of a group added up in a column. */
  sumOfGroup(group: GroupDefinition, column: number): GroupSum {
    const known = this.sums.get(group)?.[column];
    if (known) return known;
    const sum = sumOfGroup(group, column, this);
    const row = this.sums.get(group) ?? [];
    row[column] = sum;
    this.sums.set(group, row);
    return sum;
  }

  /** A declaration of figures as plain data. */
  figureTable(definition: TableDefinition): FigureTable {
    let table = this.tables.get(definition);
    if (!table) {
      table = evaluateFigures(definition, this);
      this.tables.set(definition, table);
    }
    return table;
  }

  /** The evaluated table of indicators; undefined while it is being evaluated, that is, where it refers to itself. */
  indicatorTable(node: ast.IndicatorDeclaration, anchor: Anchor): IndicatorResult | undefined {
    const known = this.indicators.get(node);
    if (known) return known;
    if (this.runningTables.has(node)) return undefined;
    this.runningTables.add(node);
    const drafts = this.drafts;
    this.drafts = [];
    try {
      const result = evaluateIndicators(node, this.contextAt(anchor, node.name ? [node.name.text] : []));
      this.indicators.set(node, result);
      return result;
    } finally {
      this.drafts = drafts;
      this.runningTables.delete(node);
    }
  }

  rubric(node: ast.RubricDeclaration, anchor: Anchor): Rubric {
    const known = this.rubrics.get(node);
    if (known) return known;
    const rubric = readRubric(node, this.contextAt(anchor));
    this.rubrics.set(node, rubric);
    return rubric;
  }
}
