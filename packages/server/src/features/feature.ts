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
  const isStale = staleness(workspace, file);
  if (reach === 'workspace') await readAll(workspace, token, isStale);
  const pending = () => (reach === 'file' ? workspace.pendingFor(file) : workspace.pendingForAll());
  return whenRead(
    pending,
    (work) => session.turns.take(urgency, token, isStale, work),
    () => {
      const analysis = reach === 'file' ? workspace.analysisOf(file) : workspace.analysisOfAll();
      const source = analysis.sources.files.get(file);
      return source ? find({ analysis, file, source }) : null;
    },
  );
}

/**
 * Answers a question about the whole workspace likewise. `file` is the one that it is asked about, if
 * there is one: where its text changes before, nothing is worked out.
 */
export async function answerFromAll<R>(
  { workspace, session }: ServerContext,
  token: CancellationToken,
  find: (analysis: Analysis) => R,
  file?: string,
): Promise<R> {
  const isStale = staleness(workspace, file);
  await readAll(workspace, token, isStale);
  return whenRead(
    () => workspace.pendingForAll(),
    (work) => session.turns.take('drawing', token, isStale, work),
    () => find(workspace.analysisOfAll()),
  );
}

/** Tells whether the text of a file has changed since. */
function staleness(workspace: Workspace, file: string | undefined): () => boolean {
  if (file === undefined) return () => false;
  const version = workspace.versionOf(file);
  return () => workspace.versionOf(file) !== version;
}

type Found<R> = { readonly pending: Promise<void> } | { readonly answer: R; readonly pending?: undefined };

/** Works an answer out in a turn of its own, in the first one in which nothing that it needs is still being read. */
async function whenRead<R>(
  pendingNow: () => Promise<void> | undefined,
  inTurn: (work: () => Found<R>) => Promise<Found<R>>,
  find: () => R,
): Promise<R> {
  for (;;) {
    const found = await inTurn(() => {
      const pending = pendingNow();
      return pending ? { pending } : { answer: find() };
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
