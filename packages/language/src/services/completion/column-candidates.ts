import type { IToken } from 'chevrotain';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { INDICATOR_COLUMNS } from '../../evaluation/indicator-columns.js';
import { canonicalKeyword } from '../../grammar/keywords.js';
import { unquotedName } from '../../syntax/value-converter.js';
import { writtenName } from '../written-name.js';
import type { Candidate } from './items.js';
import { namedAfter, type Surroundings } from './surroundings.js';

const SUBJECTS: ReadonlySet<string> = new Set(['figure', 'group', 'indicators']);

/** Columns that a table or a chart can pick from what it shows, those it picked already left out. */
export function columnCandidates(statement: readonly IToken[], surroundings: Surroundings): Candidate[] {
  const { context, spelling } = surroundings;
  const words = statement.map(({ image }) => canonicalKeyword(image));
  const chosen = new Set(statement.slice(words.indexOf('列') + 1).map(({ image }) => unquotedName(image)));
  const path = subjectOf(statement);
  const found = context.scope.resolve(path, context.around, ({ kind }) => SUBJECTS.has(kind));
  if (found.kind !== 'found') return [];
  const { symbol } = found;
  if (symbol.kind === 'indicators') {
    return INDICATOR_COLUMNS.filter(({ zh, en }) => !chosen.has(zh) && !chosen.has(en)).map((column) => ({
      label: column[spelling],
      kind: CompletionItemKind.Field,
      words: [column[spelling], column[spelling === 'zh' ? 'en' : 'zh']],
      rank: 0,
    }));
  }
  const table =
    symbol.kind === 'figure' ? symbol.figure.table : symbol.kind === 'group' ? symbol.group.owner.table : undefined;
  return (table?.columns ?? [])
    .filter(({ name }) => !chosen.has(name))
    .map((column) => ({
      label: writtenName(column.name),
      kind: CompletionItemKind.Field,
      ...(column.label !== column.name && { detail: column.label }),
      rank: 0,
    }));
}

/** What `表 …` or `图 饼图 …` shows. */
function subjectOf(statement: readonly IToken[]): readonly string[] {
  const [, second] = statement;
  const type = canonicalKeyword(second?.image ?? '');
  const isChart = canonicalKeyword(statement[0]?.image ?? '') === '图';
  return namedAfter([...statement.slice(0, 1), ...statement], isChart ? type : '表') ?? [];
}
