import type { Position, Span } from '@jixiao/core';
import type { Analysis } from '../../evaluation/analysis.js';
import { isLibraryFile } from '../../library/library.js';
import { pieceAt } from '../cursor.js';
import { type Mention, mentionsIn, mentionsInPiece } from './mentions.js';
import { touches } from './ranges.js';
import { isSameTarget, sourceOf, type Target, targetsInPiece } from './targets.js';

/** A name under the cursor: where it stands and what it stands for. */
export interface NameAt {
  readonly target: Target;
  readonly span: Span;
  readonly role: 'declaration' | 'mention';
}

/** The declared or used name at a position of a file, its end included. */
export function nameAt(analysis: Analysis, file: string, position: Position): NameAt | undefined {
  const source = sourceOf(analysis, file);
  const piece = source && pieceAt(source, position.line);
  if (!piece) return undefined;
  const mentions = analysis.sources.files.has(file) ? mentionsInPiece(analysis, piece) : [];
  for (const { target, span } of mentions) {
    if (touches(span, position)) return { target, span, role: 'mention' };
  }
  for (const target of targetsInPiece(analysis, piece)) {
    if (touches(target.nameSpan, position)) return { target, span: target.nameSpan, role: 'declaration' };
  }
  return undefined;
}

/** The files that can use a name: the one that declares it and those that import that; for the library, all. */
export function filesThatSee(analysis: Analysis, declaring: string): string[] {
  const { sources } = analysis;
  const files = [...sources.files.keys()];
  // Nobody imports the library, whether it is open or not.
  if (isLibraryFile(declaring) || !sources.files.has(declaring)) return files;
  return files.filter(
    (file) =>
      file === declaring ||
      sources.importsOf(file).some(({ target }) => target.kind === 'file' && target.file === declaring),
  );
}

/** Every use of a target in all files. */
export function mentionsOf(analysis: Analysis, target: Target): Mention[] {
  return filesThatSee(analysis, target.nameSpan.anchor.file).flatMap((file) =>
    mentionsIn(analysis, file).filter((mention) => isSameTarget(mention.target, target)),
  );
}
