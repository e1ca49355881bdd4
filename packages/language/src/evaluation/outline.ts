import type { Span } from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { canonicalKeyword } from '../grammar/keywords.js';
import { spanOf } from '../syntax/spans.js';
import type { Context } from './context.js';
import { wholeNumber } from './report.js';

/** A section that a report is expected to have. */
export interface ExpectedSection {
  /** The usual wording of its heading first. */
  readonly titles: readonly string[];
  readonly required: boolean;
  /** Characters of text, punctuation included. */
  readonly words: { readonly low?: number; readonly high?: number } | undefined;
  /** Words of which each is expected to occur in its text. */
  readonly contents: readonly string[];
  readonly sections: readonly ExpectedSection[];
  readonly span: Span;
}

/** 提纲: the sections that a form prescribes. */
export interface Outline {
  readonly name: string;
  readonly label: string;
  readonly sections: readonly ExpectedSection[];
  readonly span: Span;
}

export function readOutline(node: ast.OutlineDeclaration, context: Context): Outline {
  return {
    name: node.name.text,
    label: node.label?.value ?? node.name.text,
    sections: node.sections.map((section) => readSection(section, context)),
    span: spanOf(node, context.anchor),
  };
}

function readSection(node: ast.OutlineSection, context: Context): ExpectedSection {
  const limit = node.words.at(-1);
  const low = wholeNumber(limit?.low);
  const high = wholeNumber(limit?.high);
  return {
    titles: [node.title, ...node.alternatives].flatMap((title) => (title ? [title.value] : [])),
    required: !node.requirement.some((word) => canonicalKeyword(word) === '可选'),
    words: limit && { ...(low !== undefined && { low }), ...(high !== undefined && { high }) },
    contents: node.contents.map(({ value }) => value),
    sections: node.sections.map((section) => readSection(section, context)),
    span: spanOf(node, context.anchor),
  };
}
