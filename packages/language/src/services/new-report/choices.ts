import { decimalText } from '@jixiao/core';
import { type Analysis, analyse } from '../../evaluation/analysis.js';
import type { Outline } from '../../evaluation/outline.js';
import type { Rubric, RubricGroup } from '../../evaluation/rubric.js';
import { SourceSet } from '../../evaluation/source-set.js';
import * as ast from '../../generated/ast.js';
import { libraryFiles } from '../../library/library.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOf } from '../../syntax/spans.js';

/** What a new report may be begun with: an outline or a rubric of the standard library. */
export interface LibraryChoice {
  readonly name: string;
  readonly label: string;
  /** What it consists of at the top: the sections of an outline, the groups of a rubric with their points. */
  readonly parts: readonly string[];
  /** What the library remarks on it, such as where it comes from. */
  readonly remark: string;
}

export interface OutlineChoice extends LibraryChoice {
  readonly outline: Outline;
}

export interface RubricChoice extends LibraryChoice {
  readonly rubric: Rubric;
}

/** The outlines of the standard library, in its order. */
export function outlineChoices(): readonly OutlineChoice[] {
  return declarationsOf(ast.isOutlineDeclaration).flatMap(({ node, file, remark }) => {
    const outline = library()
      .evaluated(file)
      .outlines.find(({ name }) => name === node.name.text);
    if (!outline) return [];
    const parts = outline.sections.filter(({ required }) => required).flatMap(({ titles }) => titles.slice(0, 1));
    return [{ name: outline.name, label: outline.label, parts, remark, outline }];
  });
}

/** The rubrics of the standard library, in its order. */
export function rubricChoices(): readonly RubricChoice[] {
  return declarationsOf(ast.isRubricDeclaration).flatMap(({ node, file, remark }) => {
    const rubric = library()
      .evaluated(file)
      .rubrics.find(({ name }) => name === node.name.text);
    if (!rubric) return [];
    const label = node.label?.value ?? rubric.name;
    return [{ name: rubric.name, label, parts: rubric.groups.map(groupText), remark, rubric }];
  });
}

let analysed: Analysis | undefined;

/** The standard library by itself, evaluated on first use. */
function library(): Analysis {
  analysed ??= analyse(new SourceSet(libraryFiles(), () => ({ kind: 'outside' })));
  return analysed;
}

function groupText({ name, points }: RubricGroup): string {
  return points ? `${name}${decimalText(points.amount)}分` : name;
}

function declarationsOf<D extends ast.Declaration>(is: (node: ast.Declaration) => node is D) {
  return [...libraryFiles()].flatMap(([file, { pieces }]) =>
    pieces.flatMap((piece) =>
      piece.declarations.filter(is).map((node) => ({ node, file, remark: remarkAbove(node, piece) })),
    ),
  );
}

/** The comment right above a declaration. */
function remarkAbove(node: ast.Declaration, { text, anchor }: ParsedPiece): string {
  const lines = text.split('\n').slice(0, spanOf(node, anchor).start.line);
  const comment = lines.slice(lines.findLastIndex((line) => !line.startsWith('//')) + 1);
  return comment.map((line) => line.replace(/^\/\/\s*/, '')).join('');
}
