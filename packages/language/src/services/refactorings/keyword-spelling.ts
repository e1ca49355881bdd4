import type { Language, Span } from '@jixiao/core';
import { CstUtils, GrammarAST } from 'langium';
import { ALLOW, keywordOf } from '../../grammar/keywords.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import { spanOfCst } from '../../syntax/spans.js';
import type { Change } from '../changes/changes.js';
import type { Proposal } from '../code-actions/proposals.js';
import { rootOf } from '../cursor.js';
import { Attributes } from '../formatting/attributes.js';
import { respelledNames } from '../formatting/respelling.js';
import { spellingOf } from '../formatting/spelling.js';
import type { CursorSite } from './cursor-site.js';

const LANGUAGES: Readonly<Record<Language, { readonly zh: string; readonly en: string }>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
};

/** Offered on a keyword: its declaration, or the whole file, in the other spelling. */
export function respellings(site: CursorSite): Proposal[] {
  const { leaf } = site.cursor;
  const keyword = leaf && GrammarAST.isKeyword(leaf.grammarSource) ? keywordOf(leaf.text) : undefined;
  if (!leaf || !keyword || keyword.zh === keyword.en) return [];
  const language: Language = leaf.text === keyword.zh ? 'en' : 'zh';
  const { zh, en } = LANGUAGES[language];
  const pieces = site.source.pieces;
  return [
    {
      key: `spell declaration ${language}`,
      title: { zh: `这个声明的关键词改为${zh}`, en: `Spell the keywords of this declaration in ${en}` },
      kind: 'refactor.rewrite',
      preferred: false,
      changes: () => respelled([site.piece], language, site),
    },
    {
      key: `spell file ${language}`,
      title: { zh: `整个文件的关键词改为${zh}`, en: `Spell the keywords of the file in ${en}` },
      kind: 'refactor.rewrite',
      preferred: false,
      changes: () => respelled(pieces, language, site),
    },
  ];
}

function respelled(pieces: readonly ParsedPiece[], language: Language, { analysis, anchor }: CursorSite): Change[] {
  const attributes = new Attributes(anchor.file, analysis);
  return pieces.flatMap((piece) => {
    const root = rootOf(piece);
    if (!root) return [];
    const names = respelledNames(piece, language, attributes);
    const kept = { keywords: 'keep', names: new Map<number, string>() } as const;
    const words = CstUtils.flattenCst(root)
      .flatMap((leaf) => {
        const text = spellingOf(leaf, { keywords: language, names });
        return text === spellingOf(leaf, kept) ? [] : [{ span: spanOfCst(leaf, piece.anchor), text }];
      })
      .toArray();
    return [...words, ...allowances(piece, language)];
  });
}

function allowances({ allowances: list, text }: ParsedPiece, language: Language): Change[] {
  const lines = text.split('\n');
  return list.flatMap(({ span }) => {
    const comment = (lines[span.start.line] ?? '').slice(span.start.character);
    const word = new RegExp(`${ALLOW.zh}|${ALLOW.en}`).exec(comment);
    if (!word || word[0] === ALLOW[language]) return [];
    const start = { line: span.start.line, character: span.start.character + word.index };
    const at: Span = { anchor: span.anchor, start, end: { ...start, character: start.character + word[0].length } };
    return [{ span: at, text: ALLOW[language] }];
  });
}
