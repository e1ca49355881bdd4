import type { Grammar } from 'langium';

/** A node of the grammar while its references are put in place. */
type Node = Record<string, unknown>;

/**
 * The grammar from its JSON: each node knows the one around it, and a reference, written as a path
 * such as `#/rules@3`, knows its target.
 */
export function loadGrammar(json: string): Grammar {
  const root = JSON.parse(json) as Node;
  link(root, root);
  return root as unknown as Grammar;
}

function link(node: Node, root: Node): void {
  for (const property of Object.keys(node)) {
    const value = node[property];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++)
        value[index] = linked(value[index], root, node, property, index);
    } else node[property] = linked(value as Node, root, node, property);
  }
}

function linked(value: unknown, root: Node, container: Node, property: string, index?: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) return reference(value.$ref as string, root);
  const node = value as Node;
  link(node, root);
  node.$container = container;
  node.$containerProperty = property;
  if (index !== undefined) node.$containerIndex = index;
  return node;
}

function reference(path: string, root: Node): { $refText: string; ref: Node } {
  let target: unknown = root;
  for (const [, property = '', index] of path.matchAll(/\/([^/@]+)(?:@(\d+))?/g)) {
    target = (target as Node)[property];
    if (index !== undefined) target = (target as unknown[])[Number(index)];
  }
  if (target === undefined) throw new RangeError(`The grammar has nothing at ${path}`);
  return { $refText: String((target as Node).name ?? ''), ref: target as Node };
}
