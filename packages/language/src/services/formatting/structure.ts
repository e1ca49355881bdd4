import type { AstNode } from 'langium';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { nodesAroundProse } from '../syntax-nodes.js';
import { type Atom, COMMENT, PROSE_CLOSE, PROSE_OPEN } from './atoms.js';

/** Where the things that stand below one another in a block are kept in the syntax tree. */
const STATEMENTS: ReadonlySet<string> = new Set([
  'declarations',
  'figures',
  'properties',
  'groups',
  'checks',
  'rows',
  'totals',
  'grades',
  'funds',
  'goals',
  'indicators',
  'rules',
  'bands',
  'cases',
  'sections',
  'items',
]);

/** What the atoms of a piece are to each other. One entry an atom. */
export interface Structure {
  /** The statement that begins with the atom. */
  readonly statement: readonly (AstNode | undefined)[];
  /** How many braces and prose brackets are open around the atom; a bracket counts as outside itself. */
  readonly depth: readonly number[];
  /** Index of the other bracket of a pair. */
  readonly pair: readonly (number | undefined)[];
}

export function structureOf(atoms: readonly Atom[], piece: ParsedPiece): Structure {
  const starts = statementStarts(piece);
  const statement = atoms.map((atom) => (atom.kind === COMMENT ? undefined : starts.get(atom.start)));
  const depth: number[] = [];
  const pair: (number | undefined)[] = atoms.map(() => undefined);
  const open: number[] = [];
  atoms.forEach((atom, index) => {
    if (isCloser(atom)) {
      const opener = open.pop();
      pair[index] = opener;
      if (opener !== undefined) pair[opener] = index;
    }
    depth.push(open.length);
    if (isOpener(atom)) open.push(index);
  });
  return { statement, depth, pair };
}

export function isOpener(atom: Atom): boolean {
  return atom.kind === '{' || atom.kind === PROSE_OPEN;
}

export function isCloser(atom: Atom): boolean {
  return atom.kind === '}' || atom.kind === PROSE_CLOSE;
}

function statementStarts(piece: ParsedPiece): Map<number, AstNode> {
  const starts = new Map<number, AstNode>();
  for (const declaration of piece.declarations) {
    for (const node of nodesAroundProse(declaration)) {
      const offset = isStatement(node) ? node.$cstNode?.offset : undefined;
      if (offset !== undefined && !starts.has(offset)) starts.set(offset, node);
    }
  }
  return starts;
}

function isStatement(node: AstNode): boolean {
  const property = node.$containerProperty ?? '';
  if (property === 'columns') return node.$type === 'Columns';
  if (property === 'blocks') return node.$container?.$type === 'FormDeclaration';
  return STATEMENTS.has(property);
}
