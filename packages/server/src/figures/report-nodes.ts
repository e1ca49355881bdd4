import type { Annex, EvaluatedReport, ReportItem, Section } from '@jixiao/core';
import type { MutableNode, NodeBuilder } from './node-builder.js';

/** A report with its sections and annexes; what stands in them has no line of its own. */
export function reportNode({ title, items, span, titleSpan }: EvaluatedReport, builder: NodeBuilder): MutableNode {
  const children = itemNodes(items, [title], builder);
  return builder.node([title], { kind: 'report', label: title, span, nameSpan: titleSpan, children });
}

function itemNodes(items: readonly ReportItem[], around: readonly string[], builder: NodeBuilder): MutableNode[] {
  return items.flatMap((item) => {
    switch (item.kind) {
      case 'section':
      case 'annex':
        return headedNode(item, around, builder);
      case 'landscape':
        return itemNodes(item.items, around, builder);
      default:
        return [];
    }
  });
}

function headedNode(item: Section | Annex, around: readonly string[], builder: NodeBuilder): MutableNode {
  const path = [...around, item.title];
  const { kind, title, items, span, titleSpan } = item;
  return builder.node(path, {
    kind,
    label: title,
    span,
    nameSpan: titleSpan,
    children: itemNodes(items, path, builder),
  });
}
