import type { Finding } from '@jixiao/core';
import { type AstNode, CstUtils } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import type { ParsedPiece, SourceFile } from '../../syntax/source-file.js';
import { EditSite } from '../changes/edit-site.js';
import { rootOf } from '../cursor.js';

/** Where a finding stands. */
export class FixSite extends EditSite {
  constructor(
    analysis: Analysis,
    readonly finding: Finding,
    source: SourceFile,
    piece: ParsedPiece,
  ) {
    super(analysis, source, piece);
  }

  /** The innermost syntax node of a kind around the beginning of the finding. */
  node<T extends AstNode>(isWanted: (node: unknown) => node is T): T | undefined {
    const root = rootOf(this.piece);
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, this.offset(this.finding.at.start));
    for (let at: AstNode | undefined = leaf?.astNode; at; at = at.$container) if (isWanted(at)) return at;
    return undefined;
  }

  /** The outermost node that takes exactly the place of the finding. */
  exactly<T extends AstNode>(isWanted: (node: unknown) => node is T): T | undefined {
    const found = this.node(isWanted);
    return found && this.offset(this.finding.at.end) === found.$cstNode?.end ? found : undefined;
  }
}
