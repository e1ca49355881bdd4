import type { Block, Inline } from './document.js';

/**
 * Whether two pieces of plain data say the same. Parts that are one object are not looked into, so
 * that what evaluation kept costs nothing. Anchors are compared as objects: they move with the text,
 * and two that stand on one line now may part later.
 */
export function isSame(a: unknown, b: unknown): boolean {
  return areSame(a, b, undefined);
}

/** The same for what a block looks like: where its words were written does not matter. */
export function looksSame(a: Block, b: Block): boolean {
  if ('runs' in a && 'runs' in b) {
    // Most blocks are text, and most of them look the same: they take a short way.
    const isNumbered = a.kind === 'numbered' && b.kind === 'numbered';
    if (isNumbered ? a.number !== b.number : a.kind !== b.kind) return false;
    return a.keepNext === b.keepNext && a.key === b.key && lookSame(a.runs, b.runs);
  }
  return areSame(a, b, 'span');
}

function lookSame(a: readonly Inline[], b: readonly Inline[]): boolean {
  return a.length === b.length && a.every((run, index) => looksSameRun(run, b[index] as Inline));
}

function looksSameRun(a: Inline, b: Inline): boolean {
  if (a.kind !== b.kind || a.text !== b.text || (a.span === undefined) !== (b.span === undefined)) return false;
  if (a.kind === 'footnote') return b.kind === 'footnote' && a.number === b.number;
  if (a.kind === 'reference') return b.kind === 'reference' && a.target === b.target;
  if (b.kind !== 'text' && b.kind !== 'value') return false;
  return a.emphasis === b.emphasis && (a.kind === 'text' || (b.kind === 'value' && areSame(a.path, b.path, undefined)));
}

function areSame(a: unknown, b: unknown, besides: string | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && areSameLists(a, b, besides);
  // Maps and their like keep what they hold elsewhere than in properties.
  if (!isRecord(a) || !isRecord(b)) return false;
  let count = 0;
  for (const key in a) {
    count += 1;
    if (key === besides) continue;
    if (key === 'anchor' ? a[key] !== b[key] : !areSame(a[key], b[key], besides)) return false;
  }
  for (const _ in b) count -= 1;
  return count === 0;
}

function areSameLists(a: readonly unknown[], b: readonly unknown[], besides: string | undefined): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index += 1) if (!areSame(a[index], b[index], besides)) return false;
  return true;
}

function isRecord(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype;
}
