import type { AstNode, Grammar } from 'langium';

/** A node of the grammar while its references are put in place. */
type Node = AstNode & Record<string, unknown>;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

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
  for (const [property, value] of Object.entries(node)) {
    if (property.startsWith('$')) continue;
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        value[index] = linked(item, root, node, property, index);
      });
    } else node[property] = linked(value, root, node, property);
  }
}

function linked(value: unknown, root: Node, container: Node, property: string, index?: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) return reference(value.$ref as string, root);
  const node = value as Node;
  link(node, root);
  const place: Partial<Writable<AstNode>> = { $container: container, $containerProperty: property };
  if (index !== undefined) place.$containerIndex = index;
  return Object.assign(node, place);
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
