import type { Analysis, SourceFile } from '@jixiao/language';
import {
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import type { Client } from '../client.js';
import type { ServerContext } from '../context.js';

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

/** How much of the workspace an answer depends on. */
export type Reach = 'file' | 'workspace';

/**
 * Answers a question about a document in its present state; null if there is no such document. Waits
 * only while files that the answer depends on are being read from the disk, as after opening.
 */
export function answer<P extends InDocument, R>(
  { workspace }: ServerContext,
  { textDocument }: P,
  find: (asked: Asked) => R,
  reach: Reach = 'file',
): R | null | Promise<R | null> {
  const file = workspace.names.of(textDocument.uri);
  const now = () => {
    const analysis = reach === 'file' ? workspace.analysisOf(file) : workspace.analysisOfAll();
    const source = analysis.sources.files.get(file);
    return source ? find({ analysis, file, source }) : null;
  };
  const pending = reach === 'file' ? workspace.pendingFor(file) : workspace.pendingForAll();
  if (!pending) return now();
  const version = workspace.versionOf(file);
  return pending.then(() => {
    // The question was asked about another text.
    if (workspace.versionOf(file) !== version) throw new ResponseError(LSPErrorCodes.ContentModified, file);
    return now();
  });
}
