import { SEMANTIC_TOKENS_LEGEND, semanticTokens as tokensIn } from '@jixiao/language/services';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver';
import type { Workspace } from '../workspace/workspace.js';
import { answer, type Feature } from './feature.js';
import { refreshAffected } from './refresh.js';

/** What the words of a document stand for. */
export const semanticTokens: Feature = {
  capabilities: () => ({
    semanticTokensProvider: { legend: SEMANTIC_TOKENS_LEGEND, full: { delta: true }, range: true },
  }),
  register: (context) => {
    const { connection, session, client, workspace } = context;
    const { semanticTokens: requests } = connection.languages;
    const sent = new SentTokens(workspace);
    requests.on(
      session.request('textDocument/semanticTokens/full', (params, token) =>
        answer(context, params, token, ({ analysis, file }) => sent.whole(file, tokensIn(analysis, file))),
      ),
    );
    requests.onDelta(
      session.request('textDocument/semanticTokens/full/delta', (params, token) =>
        answer(context, params, token, ({ analysis, file }) =>
          sent.since(params.previousResultId, file, tokensIn(analysis, file)),
        ),
      ),
    );
    requests.onRange(
      session.request('textDocument/semanticTokens/range', (params, token) =>
        answer(context, params, token, ({ analysis, file }) => tokensIn(analysis, file, params.range)),
      ),
    );
    if (client.refreshesSemanticTokens) {
      refreshAffected('workspace/semanticTokens/refresh', () => requests.refresh(), context);
    }
  },
};

/** What the client was last sent of each open document. */
class SentTokens {
  private readonly sent = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  private results = 0;

  constructor(private readonly workspace: Workspace) {}

  whole(file: string, { data }: SemanticTokens): SemanticTokens {
    return { resultId: this.keep(file, data), data };
  }

  since(previous: string, file: string, tokens: SemanticTokens): SemanticTokens | SemanticTokensDelta {
    const before = this.sent.get(file);
    if (before?.id !== previous) return this.whole(file, tokens);
    return { resultId: this.keep(file, tokens.data), edits: editsBetween(before.data, tokens.data) };
  }

  private keep(file: string, data: readonly number[]): string {
    for (const known of this.sent.keys()) if (!this.workspace.isOpen(known)) this.sent.delete(known);
    const id = `${++this.results}`;
    this.sent.set(file, { id, data });
    return id;
  }
}

/** The one stretch that differs; as tokens are relative to each other, little else changes with an edit. */
export function editsBetween(before: readonly number[], now: readonly number[]): SemanticTokensDelta['edits'] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) end++;
  const deleteCount = before.length - start - end;
  const data = now.slice(start, now.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
