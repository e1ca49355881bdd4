import { LANGUAGE_ID, pasteRequest } from '@jixiao/server/protocol';
import { DocumentDropOrPasteEditKind, DocumentPasteEdit, languages, WorkspaceEdit } from 'vscode';
import type { Feature } from '../feature.js';

const KIND = DocumentDropOrPasteEditKind.Text.append('perf', 'cells');

/** A block of cells from a spreadsheet becomes rows of the language. */
export const spreadsheetPaste: Feature = ({ session }) => [
  languages.registerDocumentPasteEditProvider(
    { language: LANGUAGE_ID },
    {
      provideDocumentPasteEdits: async (document, [range], data, _context, token) => {
        const text = await data.get('text/plain')?.asString();
        // A single cell is a text like any other.
        if (!range || text === undefined || !/[\t\n]/.test(text.trim())) return undefined;
        const params = { uri: document.uri.toString(), range: plain(range), text };
        const answer = await session.ask(pasteRequest, params, token).catch(() => null);
        if (!answer || token.isCancellationRequested) return undefined;
        const edit = new DocumentPasteEdit('', answer.title, KIND);
        const changes = new WorkspaceEdit();
        changes.set(document.uri, await session.toCode.asTextEdits([...answer.edits]));
        edit.additionalEdit = changes;
        return [edit];
      },
    },
    { providedPasteEditKinds: [KIND], pasteMimeTypes: ['text/plain'] },
  ),
];

interface Place {
  readonly line: number;
  readonly character: number;
}

function plain({ start, end }: { readonly start: Place; readonly end: Place }) {
  return {
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
