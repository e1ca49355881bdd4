import { type Cell, type Figure, type FigureTable, type Group, quantityText } from '@jixiao/core';
import type { FigureNode, FigureNodeKind } from '../protocol.js';
import type { MutableNode, NodeBuilder } from './node-builder.js';

/** A declaration of figures: its parts below it, partitions with their names between. */
export function tableNode({ root }: FigureTable, builder: NodeBuilder): MutableNode {
  return figureNode(root, 'table', builder);
}

function figureNode(figure: Figure, kind: FigureNodeKind, builder: NodeBuilder): MutableNode {
  const { path, label, cells, groups, span, nameSpan } = figure;
  return builder.node(path, {
    kind,
    label,
    ...valueParts(cells),
    span,
    nameSpan,
    children: groups.flatMap((group) => groupNodes(group, path, builder)),
  });
}

/** The parts in braces stand directly below their figure, those of a named breakdown below its name. */
function groupNodes(group: Group, path: readonly string[], builder: NodeBuilder): MutableNode[] {
  const members = group.members.map((member) => figureNode(member, 'figure', builder));
  const name = group.label ?? group.name;
  if (name === undefined) return members;
  const { span } = group;
  const owner = [...path, group.name ?? ''];
  return [builder.node(owner, { kind: 'group', label: name, span, nameSpan: span, children: members })];
}

function valueParts(cells: readonly Cell[]): { value?: string; state?: FigureNode['state'] } {
  const value = cells.map(cellText).join(' | ');
  const [only, ...others] = cells;
  if (others.length > 0 || !only) return value === '' ? {} : { value };
  if (only.state === 'stated') return { value };
  return only.quantity ? { value, state: 'computed' } : { state: only.state };
}

function cellText({ quantity }: Cell): string {
  return quantity ? quantityText(quantity) : '—';
}
