import type { Language } from '@jixiao/core';
import { AstUtils } from 'langium';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { canonicalKeyword, keywordOf } from '../../grammar/keywords.js';
import { DECLARATION_KEYWORDS } from '../../syntax/declaration-start.js';
import type { BlockKind } from './blocks.js';
import type { Candidate } from './items.js';
import { snippetOf } from './snippets.js';
import { STARTS } from './statements.js';
import { nodeOfBlock, type Surroundings } from './surroundings.js';

/** Statements of which a block has at most one. */
const SINGLE: Readonly<Partial<Record<BlockKind, ReadonlySet<string>>>> = {
  table: new Set(['列']),
  indicators: new Set(['总分', '等级', '资金']),
  rubric: new Set(['总分', '小数', '体系', '等级', '档次']),
  bands: new Set(['达成', '部分达成', '未达成']),
  cases: new Set(['否则']),
  form: new Set(['信息', '资金', '目标', '指标', '总分', '签名']),
};

export function spelled(keyword: string, { spelling }: Surroundings): string {
  return keywordOf(keyword)?.[spelling] ?? keyword;
}

/** Keywords, given by their Chinese spelling, in the spelling of the file; without those that may not stand twice. */
export function keywordCandidates(words: readonly string[], surroundings: Surroundings): Candidate[] {
  const { innermost } = surroundings.nesting;
  const single = SINGLE[innermost.kind];
  const present = single ? presentKeywords(surroundings) : new Set<string>();
  const begins = words === STARTS[innermost.kind];
  return words
    .filter((word) => !(begins && single?.has(word) && present.has(word)))
    .map((word) => keywordCandidate(word, surroundings, begins ? innermost.kind : undefined));
}

function keywordCandidate(word: string, surroundings: Surroundings, kind: BlockKind | undefined): Candidate {
  const { spelling, language } = surroundings;
  const snippet = kind && snippetOf(kind, word, spelling, (keyword) => spelled(keyword, surroundings));
  return {
    label: spelled(word, surroundings),
    kind: CompletionItemKind.Keyword,
    detail: keywordOf(word)?.meaning[language] ?? '',
    ...(snippet !== undefined && { snippet }),
    words: spellings(word, spelling),
    rank: 5,
  };
}

/** Both spellings of a keyword, that of the file first. */
function spellings(word: string, spelling: Language): string[] {
  const { zh, en } = keywordOf(word) ?? { zh: word, en: word };
  return spelling === 'zh' ? [zh, en] : [en, zh];
}

/** The keywords with which the statements of the innermost block begin, those behind the cursor included. */
function presentKeywords({ reading, nesting }: Surroundings): Set<string> {
  const present = new Set<string>();
  const statements = nesting.innermost.statements;
  for (const [first] of statements) if (first) present.add(canonicalKeyword(first.image));
  const node = nodeOfBlock(reading, nesting.innermost);
  for (const child of node ? AstUtils.streamContents(node) : []) {
    const cst = child.$cstNode;
    if (!cst || cst.offset <= reading.offset) continue;
    present.add(canonicalKeyword(/^[^\s"“{｛]+/.exec(cst.text)?.[0] ?? ''));
  }
  return present;
}

/** What a declaration begins with: keywords, and whole declarations where the editor knows snippets. */
export function declarationCandidates(surroundings: Surroundings, snippets: boolean): Candidate[] {
  const { spelling, language } = surroundings;
  return DECLARATION_KEYWORDS.flatMap((word): Candidate[] => {
    const label = spelled(word, surroundings);
    const detail = keywordOf(word)?.meaning[language] ?? '';
    const words = spellings(word, spelling);
    const keyword: Candidate = { label, kind: CompletionItemKind.Keyword, detail, words, rank: 6 };
    const snippet = snippetOf('file', word, spelling, (other) => spelled(other, surroundings));
    if (!snippets || snippet === undefined) return [keyword];
    return [{ label: `${label} …`, kind: CompletionItemKind.Snippet, detail, snippet, words, rank: 5 }, keyword];
  });
}
