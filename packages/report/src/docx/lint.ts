import { fieldProblems } from './lint/fields.js';
import { openPackage, type Problem } from './lint/package.js';
import { referenceProblems } from './lint/references.js';
import { orphanProblems, relationshipProblems } from './lint/relationships.js';
import { tableProblems } from './lint/tables.js';

export type { Problem } from './lint/package.js';

/**
 * Finds what a schema validator does not see in a Word package: references that lead nowhere, and
 * tables and fields that are incomplete. Word repairs or refuses such documents.
 */
export function lintDocx(bytes: Uint8Array): readonly Problem[] {
  const linted = openPackage(bytes);
  const stories = [...linted.parts].filter(([part]) => part.startsWith('word/') && part.endsWith('.xml'));
  return [
    ...linted.problems,
    ...relationshipProblems(linted),
    ...orphanProblems(linted),
    ...referenceProblems(linted),
    ...stories.flatMap(([part, root]) => [...tableProblems(part, root), ...fieldProblems(part, root)]),
  ];
}
