import {
  type CustomRequest,
  listFilesRequest,
  PICTURE_EXTENSIONS,
  readBytesRequest,
  readFileRequest,
} from '@jixiao/server/protocol';
import { FileSystemError, RelativePattern, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { toBase64 } from '../base64.js';

interface InDocument {
  readonly uri: string;
}

/** Reports, and the pictures that they may show. */
const LISTED = `**/*.{perf,${PICTURE_EXTENSIONS.join(',')}}`;

/** Above this many the folder is not one of reports. */
const MOST_FILES = 10_000;

/**
 * Answers what the server asks about files that it cannot reach itself: those of a browser and of
 * virtual workspaces.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
  answer(client, readFileRequest, readText);
  answer(client, readBytesRequest, readBytes);
  answer(client, listFilesRequest, listFiles);
}

function answer<R>(
  client: BaseLanguageClient,
  { method }: CustomRequest<InDocument, R>,
  read: (uri: Uri) => Promise<R>,
) {
  client.onRequest<unknown, void>(method, ({ uri }: InDocument) => read(Uri.parse(uri)));
}

type ReadText = typeof readFileRequest extends CustomRequest<InDocument, infer R> ? R : never;

async function readText(uri: Uri): Promise<ReadText> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
    return { ok: true, text };
  } catch (error) {
    const missing = error instanceof FileSystemError && error.code === 'FileNotFound';
    return { ok: false, missing, why: error instanceof Error ? error.message : String(error) };
  }
}

async function readBytes(uri: Uri) {
  try {
    return { content: toBase64(await workspace.fs.readFile(uri)) };
  } catch {
    // A picture that is not there is said on paper.
    return null;
  }
}

async function listFiles(folder: Uri) {
  const found = await workspace.findFiles(new RelativePattern(folder, LISTED), undefined, MOST_FILES);
  return { uris: found.map(String) };
}
