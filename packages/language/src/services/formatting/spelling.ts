import { toHalfWidth } from '@jixiao/core';
import { type AstNode, GrammarAST, type LeafCstNode } from 'langium';
import type * as ast from '../../generated/ast.js';
import { ALLOW, keywordOf } from '../../grammar/keywords.js';
import { unquotedText } from '../../syntax/value-converter.js';
import type { FormatOptions } from './options.js';
import { respelledFormat } from './respelling.js';

/** How words are respelled in a piece. */
export interface Respelling {
  readonly keywords: FormatOptions['keywords'];
  /** Names that are words of the language, such as 年度 or 得分, by the offset at which they stand. */
  readonly names: ReadonlyMap<number, string>;
}

/** What a token is written as: marks, digits and letters half-width, words in the spelling asked for. */
export function spellingOf(leaf: LeafCstNode, respelling: Respelling): string {
  const kind = leaf.tokenType.name;
  switch (kind) {
    case 'STRING':
      return quotedText(leaf.text);
    case 'QUOTED_NAME':
      return leaf.text;
    case 'BLANK':
      return '—';
    case 'INTERPOLATION_OPEN':
      return '#{';
    case 'INTERPOLATION_CLOSE':
      return '}';
    case 'FORMAT':
      return formatText(leaf.text, respelling);
  }
  if (kind.startsWith('PROSE_')) return proseBracket(leaf);
  const word = toHalfWidth(leaf.text);
  const keyword = GrammarAST.isKeyword(leaf.grammarSource) ? keywordOf(word) : undefined;
  if (keyword) return respelling.keywords === 'keep' ? word : keyword[respelling.keywords];
  if (GrammarAST.isKeyword(leaf.grammarSource)) return kind;
  return respelling.names.get(leaf.offset) ?? word;
}

/** `“…”` as `"…"`, unless the content has signs that mean something else between straight quotes. */
function quotedText(image: string): string {
  if (!image.startsWith('“') || /["\\]/.test(image)) return image;
  return `"${unquotedText(image)}"`;
}

/** `：０．０％` as `: 0.0%`; what it means does not depend on width or blanks. */
function formatText(image: string, respelling: Respelling): string {
  const words = toHalfWidth(image.slice(1)).split(/\s+/).filter(Boolean);
  const { keywords } = respelling;
  const spelled = keywords === 'keep' ? words : words.map((word) => respelledFormat(word, keywords));
  return words.length === 0 ? ':' : `: ${spelled.join(' ')}`;
}

/** Brackets around prose become `[ ]` unless the text has a `]` of its own, which would then end it. */
function proseBracket(leaf: LeafCstNode): string {
  const prose = leaf.astNode as ast.Prose;
  const plain = leaf.tokenType.name.startsWith('PROSE_OPEN') ? '[' : ']';
  return prose.parts.some((part) => hasClosingBracket(part)) ? leaf.text : plain;
}

function hasClosingBracket(part: AstNode): boolean {
  return part.$type === 'ProseText' && (part.$cstNode?.text.includes(']') ?? false);
}

const ALLOWANCE = new RegExp(String.raw`^(//\s*)(?:${ALLOW.zh}|${ALLOW.en})(?=[\s\u3000]+[A-Za-z][\w-]*\/)`);

/** A comment, its words untouched; only its slashes are made half-width and `允许` takes the spelling asked for. */
export function commentText(image: string, respelling: Respelling): string {
  const plain = image.replace(/^／／/, '//');
  const { keywords } = respelling;
  return keywords === 'keep' ? plain : plain.replace(ALLOWANCE, (_, lead: string) => lead + ALLOW[keywords]);
}
