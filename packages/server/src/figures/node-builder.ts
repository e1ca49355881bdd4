import type { Span } from '@jixiao/core';
import { toRange } from '../diagnostics/conversion.js';
import type { FigureNode, FigureNodeKind } from '../protocol.js';

export type MutableNode = { -readonly [K in keyof FigureNode]: FigureNode[K] } & { children: MutableNode[] };

interface NodeParts {
  readonly kind: FigureNodeKind;
  readonly label: string;
  readonly value?: string | undefined;
  readonly state?: FigureNode['state'] | undefined;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly children?: readonly MutableNode[];
}

/** Makes the nodes of one tree, each with an id of its own. */
export class NodeBuilder {
  private readonly taken = new Map<string, number>();

  node(path: readonly string[], { kind, label, value, state, span, nameSpan, children = [] }: NodeParts): MutableNode {
    return {
      id: this.idFor(`${kind}:${path.join('.')}`),
      kind,
      label,
      ...(value !== undefined && { value }),
      ...(state !== undefined && { state }),
      range: toRange(span),
      selectionRange: toRange(nameSpan),
      children: [...children],
    };
  }

  private idFor(name: string): string {
    const count = (this.taken.get(name) ?? 0) + 1;
    this.taken.set(name, count);
    return count === 1 ? name : `${name}~${count}`;
  }
}
