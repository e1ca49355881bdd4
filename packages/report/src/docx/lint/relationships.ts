import { descendants, type Element, type LintedPackage, type Problem } from './package.js';

const REFERENCES = ['r:id', 'r:embed', 'r:link', 'r:pict', 'r:dm', 'r:lo', 'r:qs', 'r:cs'];

/** Every relationship that a part refers to must exist, lead to a part, and have a name of its own. */
export function relationshipProblems({ parts, paths }: LintedPackage): Problem[] {
  const problems: Problem[] = [];
  for (const [part, root] of parts) {
    if (part.endsWith('.rels')) {
      problems.push(...targetProblems(part, root, paths));
      continue;
    }
    const known = relationshipIds(parts.get(relationshipsPath(part)));
    for (const id of referredIds(root)) {
      if (!known.has(id)) problems.push({ rule: 'relationship-missing', part, detail: id });
    }
  }
  return problems;
}

/** Parts that nothing leads to are lost when a word processor saves the document. */
export function orphanProblems({ parts, paths }: LintedPackage): Problem[] {
  const reached = new Set<string>();
  for (const [part, root] of parts) {
    if (!part.endsWith('.rels')) continue;
    for (const relationship of descendants(root, 'Relationship')) {
      if (relationship.attributes.TargetMode !== 'External')
        reached.add(resolveTarget(part, relationship.attributes.Target ?? ''));
    }
  }
  return [...paths]
    .filter(
      (path) => !path.endsWith('.rels') && path !== '[Content_Types].xml' && !path.endsWith('/') && !reached.has(path),
    )
    .map((part) => ({ rule: 'part-unreachable', part, detail: part }));
}

function targetProblems(part: string, root: Element, paths: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const ids = new Set<string>();
  for (const { attributes } of descendants(root, 'Relationship')) {
    const { Id: id = '', Target: target = '', TargetMode: mode } = attributes;
    if (ids.has(id)) problems.push({ rule: 'relationship-repeated', part, detail: id });
    ids.add(id);
    if (mode !== 'External' && !paths.has(resolveTarget(part, target))) {
      problems.push({ rule: 'relationship-target-missing', part, detail: `${id}: ${target}` });
    }
  }
  return problems;
}

function relationshipIds(root: Element | undefined): ReadonlySet<string> {
  if (!root) return new Set();
  return new Set([...descendants(root, 'Relationship')].map(({ attributes }) => attributes.Id ?? ''));
}

function* referredIds(element: Element): Generator<string> {
  for (const name of REFERENCES) {
    const id = element.attributes[name];
    if (id !== undefined) yield id;
  }
  for (const child of element.children) yield* referredIds(child);
}

/** word/document.xml has its relationships in word/_rels/document.xml.rels. */
function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf('/');
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function resolveTarget(relationships: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = relationships.split('/').slice(0, -2);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}
