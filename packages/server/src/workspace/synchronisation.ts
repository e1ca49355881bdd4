import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileOperationRegistrationOptions,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { ServerContext } from '../context.js';
import { PICTURE_EXTENSIONS } from '../protocol.js';
import { FILE_EXTENSION, isImageFile, isOurFile } from './file-system.js';

/** Of our files, and of folders that may hold some. */
export const OPERATIONS: FileOperationRegistrationOptions = {
  filters: [
    { pattern: { glob: `**/*.${FILE_EXTENSION}`, matches: 'file' } },
    { pattern: { glob: '**', matches: 'folder' } },
  ],
};

export const SYNCHRONISATION_CAPABILITIES: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didCreate: OPERATIONS, didRename: OPERATIONS, didDelete: OPERATIONS },
  },
};

/** The folders that the client opened. */
export function initialFolders(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  return params.rootUri ? [params.rootUri] : [];
}

/** Keeps the workspace equal to what the client has open and what lies on the disk. */
export function synchronise({ connection, session, workspace, log, client }: ServerContext): void {
  const { names, images } = workspace;
  connection.onDidOpenTextDocument(session.notification('textDocument/didOpen', (params) => workspace.didOpen(params)));
  connection.onDidChangeTextDocument(
    session.notification('textDocument/didChange', (params) => {
      if (!workspace.didChange(params)) log.warn(`textDocument/didChange: ${params.textDocument.uri} is not open`);
    }),
  );
  connection.onDidCloseTextDocument(
    session.notification('textDocument/didClose', (params) => workspace.didClose(params)),
  );
  // A file that an import could not find may have been written just now.
  connection.onDidSaveTextDocument(session.notification('textDocument/didSave', () => workspace.retryUnreadable()));
  connection.onDidChangeWatchedFiles(
    session.notification('workspace/didChangeWatchedFiles', async ({ changes }) => {
      workspace.drop(ofType(changes, [FileChangeType.Deleted]).flatMap((uri) => workspace.filesBelow(names.of(uri))));
      const written = ofType(changes, [FileChangeType.Created, FileChangeType.Changed]).filter(isOurFile);
      await workspace.load(written.map((uri) => names.of(uri)));
      for (const { uri, type } of changes) {
        if (!isImageFile(uri)) continue;
        const file = names.of(uri);
        if (type === FileChangeType.Created) images.add([file]);
        if (type === FileChangeType.Deleted) images.deleted(file);
        else images.changed(file);
      }
    }),
  );
  connection.workspace.onDidCreateFiles(
    session.notification('workspace/didCreateFiles', ({ files }) => readNew(files.map(({ uri }) => uri))),
  );
  connection.workspace.onDidDeleteFiles(
    session.notification('workspace/didDeleteFiles', ({ files }) => {
      workspace.drop(files.flatMap(({ uri }) => workspace.filesBelow(names.of(uri))));
    }),
  );
  connection.workspace.onDidRenameFiles(
    session.notification('workspace/didRenameFiles', async ({ files }) => {
      workspace.drop(files.flatMap(({ oldUri }) => workspace.filesBelow(names.of(oldUri))));
      await readNew(files.map(({ newUri }) => newUri));
    }),
  );
  if (client.hasFolders) {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      session.run('workspace/didChangeWorkspaceFolders', async () => {
        workspace.removeFolders(removed.map(({ uri }) => names.of(uri)));
        const folders = added.map(({ uri }) => names.of(uri));
        workspace.addFolders(folders);
        await workspace.read(folders);
      });
    });
  }

  async function readNew(uris: readonly string[]): Promise<void> {
    await workspace.load(uris.filter(isOurFile).map((uri) => names.of(uri)));
    const folders = uris.filter((uri) => !isOurFile(uri)).map((uri) => names.of(uri));
    if (folders.length > 0) await workspace.read(folders);
  }
}

/** Asks the client to tell of files that come, go or change on the disk. */
export async function watchFiles({ connection, client }: ServerContext): Promise<void> {
  if (!client.watchesFiles) return;
  await connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: `**/*.${FILE_EXTENSION}` }, { globPattern: `**/*.{${PICTURE_EXTENSIONS.join(',')}}` }],
  });
}

function ofType(changes: readonly FileEvent[], types: readonly FileChangeType[]): string[] {
  return changes.filter(({ type }) => types.includes(type)).map(({ uri }) => uri);
}
