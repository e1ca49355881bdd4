import type { Analysis, SourceFile } from '@jixiao/language';
import type { CancellationToken, ServerCapabilities, TextDocumentIdentifier } from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { ServerContext } from '../context.js';
import { nextTurn } from '../turn.js';
import { giveUp, type Urgency } from '../turns.js';
import type { Workspace } from '../workspace/workspace.js';

/** One thing that an editor can ask for. It is advertised if and only if it is registered. */
export interface Feature {
  capabilities(client: Client): ServerCapabilities;
  register(context: ServerContext): void;
}

interface InDocument {
  readonly textDocument: TextDocumentIdentifier;
}

/** What a question about one document is answered from. */
export interface Asked {
  readonly analysis: Analysis;
  readonly file: string;
  readonly source: SourceFile;
}

/** How an answer is found. */
export interface Manner {
  /** How much of the workspace the answer depends on; usually the file with what it imports. */
  readonly reach?: 'file' | 'workspace';
  /** Usually what an editor draws. */
  readonly urgency?: Urgency;
}

/** In milliseconds: so long files are read at a stretch before whoever else waits has a turn. */
const LONGEST_STRETCH = 10;

/**
 * Answers a question about a document in its present state; null if there is no such document. Waits
 * for its turn, and while files that the answer depends on are being read from the disk, as after
 * opening. Where the text changes before, or the question is cancelled, nothing is worked out.
 */
export async function answer<P extends InDocument, R>(
  { workspace, session }: ServerContext,
  { textDocument }: P,
  token: CancellationToken,
  find: (asked: Asked) => R,
  { reach = 'file', urgency = 'drawing' }: Manner = {},
): Promise<R | null> {
  const file = workspace.names.of(textDocument.uri);
  const version = workspace.versionOf(file);
  const isStale = () => workspace.versionOf(file) !== version;
  if (reach === 'workspace') await readAll(workspace, token, isStale);
  for (;;) {
    const found = await session.turns.take(urgency, token, isStale, () => {
      const pending = reach === 'file' ? workspace.pendingFor(file) : workspace.pendingForAll();
      if (pending) return { pending };
      const analysis = reach === 'file' ? workspace.analysisOf(file) : workspace.analysisOfAll();
      const source = analysis.sources.files.get(file);
      return { answer: source ? find({ analysis, file, source }) : null };
    });
    if (!found.pending) return found.answer;
    await found.pending;
  }
}

/** Reads every file of the workspace that was not read yet, and gives up where nobody waits any more. */
async function readAll(workspace: Workspace, token: CancellationToken, isStale: () => boolean): Promise<void> {
  await workspace.scanning;
  let start = performance.now();
  for (const file of workspace.files()) {
    workspace.readAhead(file);
    if (performance.now() - start < LONGEST_STRETCH) continue;
    await nextTurn();
    giveUp(token, isStale);
    start = performance.now();
  }
}
