import type {
  DidChangeTextDocumentParams,
  DidCloseTextDocumentParams,
  DidOpenTextDocumentParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileNames } from './file-names.js';

/** The documents that the editor has open. What it shows counts, not what is on the disk. */
export class OpenDocuments {
  private readonly documents = new Map<string, TextDocument>();

  constructor(private readonly names: FileNames) {}

  /** @returns the name of the file */
  open({ textDocument: { uri, languageId, version, text } }: DidOpenTextDocumentParams): string {
    const file = this.names.of(uri);
    this.documents.set(file, TextDocument.create(uri, languageId, version, text));
    return file;
  }

  /** @returns the name of the file; undefined for a document that was never opened */
  change({ textDocument: { uri, version }, contentChanges }: DidChangeTextDocumentParams): string | undefined {
    const file = this.names.of(uri);
    const document = this.documents.get(file);
    if (!document) return undefined;
    this.documents.set(file, TextDocument.update(document, contentChanges, version));
    return file;
  }

  close({ textDocument: { uri } }: DidCloseTextDocumentParams): string {
    const file = this.names.of(uri);
    this.documents.delete(file);
    return file;
  }

  has(file: string): boolean {
    return this.documents.has(file);
  }

  get(file: string): TextDocument | undefined {
    return this.documents.get(file);
  }

  files(): Iterable<string> {
    return this.documents.keys();
  }
}
