import { comparePositions, type Finding, type Position, rangeOf, type Severity } from '@jixiao/core';
import type { EvaluatedFile } from '@jixiao/language';
import { shownSeverity } from '../diagnostics/severities.js';
import type { FigureNode } from '../protocol.js';
import type { Settings } from '../settings.js';
import { tableNode } from './figure-nodes.js';
import { indicatorsNode } from './indicator-nodes.js';
import { type MutableNode, NodeBuilder } from './node-builder.js';
import { reportNode } from './report-nodes.js';

/** Everything that a file evaluates to, as a tree in the order of the text. */
export function figureTree(file: EvaluatedFile, findings: readonly Finding[], settings: Settings): FigureNode[] {
  const builder = new NodeBuilder();
  const tables = file.tables.map((table) => tableNode(table, builder));
  const units = file.units.map(({ name, label, span }) =>
    builder.node([name], { kind: 'unit', label, span, nameSpan: span }),
  );
  // Figures that are declared inside a public body belong to it.
  for (const unit of units) unit.children = tables.filter((table) => contains(unit, table.range.start));
  const owned = new Set(units.flatMap(({ children }) => children));
  const nodes = [
    ...units,
    ...tables.filter((table) => !owned.has(table)),
    ...file.indicators.map((table) => indicatorsNode(table, builder)),
    ...file.reports.map((report) => reportNode(report, builder)),
  ].sort((a, b) => comparePositions(a.range.start, b.range.start));
  for (const finding of findings) {
    const severity = shownSeverity(finding, settings);
    if (severity) mark(nodes, rangeOf(finding.at).start, severity);
  }
  return nodes;
}

const WEIGHT: Readonly<Record<Severity, number>> = { hint: 1, warning: 2, error: 3 };

/** Marks a finding on every node around it. */
function mark(nodes: readonly MutableNode[], position: Position, severity: Severity): void {
  for (const node of nodes) {
    if (!contains(node, position)) continue;
    if (!node.severity || WEIGHT[node.severity] < WEIGHT[severity]) node.severity = severity;
    mark(node.children, position, severity);
  }
}

function contains({ range }: FigureNode, position: Position): boolean {
  return comparePositions(range.start, position) <= 0 && comparePositions(position, range.end) <= 0;
}
