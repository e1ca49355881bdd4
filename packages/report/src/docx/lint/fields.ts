import type { Element, Problem } from './package.js';

type State = 'begin' | 'separate';

/** Every field that begins must end, in the order begin, separate, end; fields may lie in each other. */
export function fieldProblems(part: string, root: Element): Problem[] {
  const problems: Problem[] = [];
  const open: State[] = [];
  for (const type of fieldMarks(root)) {
    const state = open[open.length - 1];
    if (type === 'begin') open.push('begin');
    else if (type === 'separate' && state === 'begin') open[open.length - 1] = 'separate';
    else if (type === 'end' && state !== undefined) open.pop();
    else problems.push({ rule: 'field-order', part, detail: type });
  }
  if (open.length > 0) problems.push({ rule: 'field-unclosed', part, detail: `${open.length}` });
  return problems;
}

function* fieldMarks(element: Element): Generator<string> {
  if (element.name === 'w:fldChar') yield element.attributes['w:fldCharType'] ?? '';
  for (const child of element.children) yield* fieldMarks(child);
}
