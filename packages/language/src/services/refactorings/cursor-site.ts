import type { Position } from '@jixiao/core';
import { type AstNode, AstUtils } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import * as ast from '../../generated/ast.js';
import { isLibraryFile } from '../../library/library.js';
import { EditSite } from '../changes/edit-site.js';
import { type Cursor, cursorAt } from '../cursor.js';

/** Where the author stands and wants something rewritten. */
export class CursorSite extends EditSite {
  constructor(
    analysis: Analysis,
    readonly cursor: Cursor,
    /** Selected; empty where there is only a cursor. */
    readonly range: Range,
  ) {
    super(analysis, cursor.source, cursor.piece);
  }

  /** The innermost node of a kind around the cursor. */
  node<T extends AstNode>(isWanted: (node: unknown) => node is T): T | undefined {
    for (let at = this.cursor.node; at; at = at.$container) if (isWanted(at)) return at;
    return undefined;
  }

  /** Where the cursor stands, from the piece. */
  get place(): Position {
    const { line, character } = this.range.start;
    return { line: line - this.anchor.line, character };
  }

  get isInProse(): boolean {
    return this.cursor.leaf?.tokenType.name.startsWith('TEXT') === true;
  }

  get isInRubric(): boolean {
    return AstUtils.getContainerOfType(this.cursor.node, ast.isRubricDeclaration) !== undefined;
  }
}

/** The place of a cursor or of a selection within one declaration; none in files that may not be changed. */
export function cursorSite(analysis: Analysis, file: string, range: Range): CursorSite | undefined {
  const source = analysis.sources.files.get(file);
  if (!source || isLibraryFile(file)) return undefined;
  const cursor = cursorAt(source, range.start);
  const end = cursorAt(source, range.end);
  return cursor && end?.piece === cursor.piece ? new CursorSite(analysis, cursor, range) : undefined;
}
