import type { CallHierarchyItem, Location, LocationLink, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Workspace } from './workspace/workspace.js';

/** Turns the names of files, in what the language answers, into the addresses under which the client knows them. */
export class Addresses {
  constructor(private readonly workspace: Workspace) {}

  location<L extends Location>(location: L): L {
    return { ...location, uri: this.workspace.uriOf(location.uri) };
  }

  link(link: LocationLink): LocationLink {
    return { ...link, targetUri: this.workspace.uriOf(link.targetUri) };
  }

  item(item: CallHierarchyItem): CallHierarchyItem {
    return { ...item, uri: this.workspace.uriOf(item.uri) };
  }

  /** An item as the language knows it. */
  fromClient(item: CallHierarchyItem): CallHierarchyItem {
    return { ...item, uri: this.workspace.names.of(item.uri) };
  }

  /** Edits by file; those of open documents with the version they are made for, where the client understands that. */
  edit({ changes = {}, documentChanges }: WorkspaceEdit, versioned: boolean): WorkspaceEdit {
    const edits = documentChanges ?? Object.entries(changes).map(([file, list]) => editsOf(file, list));
    if (documentChanges || versioned) return { documentChanges: edits.map((edit) => this.documentEdit(edit)) };
    return {
      changes: Object.fromEntries(Object.entries(changes).map(([file, list]) => [this.workspace.uriOf(file), list])),
    };
  }

  /** What creates, renames or deletes a file is left as it is. */
  private documentEdit(edit: DocumentChange): DocumentChange {
    if (!('textDocument' in edit)) return edit;
    const { uri } = edit.textDocument;
    const version = this.workspace.versionOf(uri) ?? null;
    return { ...edit, textDocument: { uri: this.workspace.uriOf(uri), version } };
  }
}

type DocumentChange = NonNullable<WorkspaceEdit['documentChanges']>[number];

function editsOf(file: string, edits: TextEdit[]): DocumentChange {
  return { textDocument: { uri: file, version: null }, edits };
}
