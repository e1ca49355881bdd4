import type { Language, Position } from '@jixiao/core';
import { CompletionItemKind, CompletionList } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { METHOD_PARAMETERS } from '../../evaluation/scoring.js';
import { spellingOf } from '../vocabulary.js';
import { nestingOf } from './blocks.js';
import { columnCandidates } from './column-candidates.js';
import { formatCandidates } from './format-candidates.js';
import { gradeCandidates, methodCandidates, pointsCandidates, totalCandidates } from './indicator-candidates.js';
import { type Candidate, itemOf } from './items.js';
import { declarationCandidates, keywordCandidates } from './keyword-candidates.js';
import { memberCandidates } from './member-candidates.js';
import { nameCandidates } from './name-candidates.js';
import { placeOf, type Wanted } from './place.js';
import { readUpTo } from './reading.js';
import { headingCandidates } from './section-candidates.js';
import { formColumnCandidates, statementCandidates } from './statement-candidates.js';
import { contextAtCursor, type Surroundings } from './surroundings.js';
import { codeCandidates, pathCandidates } from './text-candidates.js';
import { unitCandidates } from './unit-candidates.js';
import { type Candidates, valueCandidates } from './value-candidates.js';

export interface CompletionOptions {
  readonly language: Language;
  /** Names are also found by the initials and the syllables of their reading. */
  readonly pinyin: boolean;
  /** The editor fills in snippets. */
  readonly snippets: boolean;
  /** Paths that an import of this file could name, as they would be written there. */
  readonly files?: readonly string[];
  /** Paths of images, likewise. */
  readonly images?: readonly string[];
}

/**
 * Signs behind which an editor asks by itself. No Chinese ones: they do not arrive while an input
 * method composes.
 */
export const COMPLETION_TRIGGERS: readonly string[] = ['.', '{', '(', '|', ':', '"', '/'];

/**
 * What can be written at a position of a file. The list is incomplete where it was thinned out by
 * what is typed so far, and must then be asked for again.
 */
export function complete(
  analysis: Analysis,
  file: string,
  position: Position,
  options: CompletionOptions,
): CompletionList {
  const source = analysis.sources.files.get(file);
  const reading = source && readUpTo(source, position);
  if (!reading) return CompletionList.create();
  const nesting = nestingOf(reading.tokens);
  const surroundings: Surroundings = {
    analysis,
    reading,
    nesting,
    context: contextAtCursor(analysis, reading, nesting),
    language: options.language,
    spelling: spellingOf(source),
  };
  const place = placeOf(reading, nesting);
  const found = place.map((wanted) => candidatesFor(wanted, place, surroundings, options));
  const candidates = distinct(found.flatMap((part) => part.candidates));
  return {
    isIncomplete: found.some(({ isCut }) => isCut),
    items: candidates.map((candidate, index) => itemOf(candidate, index, reading, options)),
  };
}

function candidatesFor(
  wanted: Wanted,
  place: readonly Wanted[],
  surroundings: Surroundings,
  options: CompletionOptions,
): Candidates {
  switch (wanted.kind) {
    case 'values':
      return valueCandidates(surroundings, wanted.prose);
    case 'names':
      return nameCandidates(wanted.of, surroundings);
    default:
      return { candidates: shortList(wanted, place, surroundings, options), isCut: false };
  }
}

function shortList(
  wanted: Exclude<Wanted, { kind: 'values' | 'names' }>,
  place: readonly Wanted[],
  surroundings: Surroundings,
  options: CompletionOptions,
): Candidate[] {
  switch (wanted.kind) {
    case 'declarations':
      return declarationCandidates(surroundings, options.snippets);
    case 'keywords':
      return keywordCandidates(wanted.words, surroundings);
    case 'statements':
      return statementCandidates(surroundings);
    case 'members':
      return memberCandidates(wanted.owner, surroundings, wanted.prose);
    case 'words':
      return wanted.words.map(([zh, en]) => word(surroundings.spelling === 'zh' ? zh : en));
    case 'columns':
      return columnCandidates(wanted.statement, surroundings);
    case 'units':
      return unitCandidates(
        surroundings,
        place.some(({ kind }) => kind === 'points'),
      );
    case 'points':
      return pointsCandidates(surroundings);
    case 'total':
      return totalCandidates(surroundings);
    case 'grades':
      return gradeCandidates(surroundings);
    case 'methods':
      return methodCandidates(surroundings);
    case 'parameters':
      return parameters(surroundings);
    case 'form-columns':
      return formColumnCandidates(surroundings);
    case 'formats':
      return formatCandidates(surroundings);
    case 'headings':
      return headingCandidates(surroundings);
    case 'imports':
      return pathCandidates(options.files ?? [], surroundings);
    case 'images':
      return pathCandidates(options.images ?? [], surroundings);
    case 'codes':
      return codeCandidates(surroundings);
  }
}

function word(label: string): Candidate {
  return { label, kind: CompletionItemKind.EnumMember, rank: 0 };
}

/** What a scoring method can take, in the spelling of the file. */
function parameters({ spelling, nesting }: Surroundings): Candidate[] {
  const taken = new Set(nesting.innermost.statements.at(-1)?.map(({ image }) => METHOD_PARAMETERS[image]));
  return Object.entries(METHOD_PARAMETERS)
    .filter(([name, meaning]) => /^[a-z]+$/.test(name) === (spelling === 'en') && !taken.has(meaning))
    .map(([label]) => ({ label, kind: CompletionItemKind.Variable, rank: 0 }));
}

/** One item for each text: a column of the row may also be the name of a figure. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ label, kind }) => {
    const key = `${kind} ${label}`;
    return seen.size < seen.add(key).size;
  });
}
