import { type Column, type Figure, type FigureTable, type Group, unitOf } from '@jixiao/core';
import { declaredUnit } from './cells.js';
import type { FigureDefinition, GroupDefinition, TableDefinition } from './definitions.js';
import type { Evaluation } from './evaluation.js';

/** A declaration of figures with every cell evaluated, as plain data. */
export function evaluateFigures(table: TableDefinition, evaluation: Evaluation): FigureTable {
  const { root } = table;
  return {
    kind: table.kind,
    columns: table.columns.map(
      (column): Column => ({
        name: column.name,
        label: column.label,
        ...(column.unit && { unit: unitOf(column.unit.symbol) }),
        computed: column.formula !== undefined,
        span: column.span,
      }),
    ),
    ...(root.unit && { unit: unitOf(root.unit.symbol) }),
    root: evaluateFigure(root, evaluation),
    span: table.span,
  };
}

function evaluateFigure(figure: FigureDefinition, evaluation: Evaluation): Figure {
  const count = Math.max(1, figure.table.columns.length);
  const cells = Array.from({ length: count }, (_, column) => evaluation.cell(figure, column));
  const unit = declaredUnit(figure, 0) ?? cells.find((cell) => cell.quantity)?.quantity?.unit;
  return {
    path: figure.path,
    name: figure.name,
    label: figure.label,
    ...(unit && { unit }),
    cells,
    groups: figure.groups.map((group) => evaluateGroup(group, evaluation)),
    span: figure.span,
    nameSpan: figure.nameSpan,
  };
}

function evaluateGroup(group: GroupDefinition, evaluation: Evaluation): Group {
  return {
    kind: group.kind,
    ...(group.name !== undefined && { name: group.name }),
    ...(group.label !== undefined && { label: group.label }),
    members: group.members.map((member) => evaluateFigure(member, evaluation)),
    span: group.span,
  };
}

/** The evaluated figure at a definition's place in its evaluated table. */
export function findFigure(table: FigureTable, definition: FigureDefinition): Figure {
  const trail: FigureDefinition[] = [];
  for (let at: FigureDefinition | undefined = definition; at?.parent; at = at.parent) trail.unshift(at);
  let figure = table.root;
  for (const step of trail) {
    const members = figure.groups.flatMap((group) => group.members);
    figure = members.find((member) => member.nameSpan === step.nameSpan) ?? figure;
  }
  return figure;
}
