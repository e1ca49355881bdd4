import { foldingRanges, selectionRanges } from '@jixiao/language/services';
import { answer, type Feature } from './feature.js';

/** What can be folded, and how a selection grows. */
export const structure: Feature = {
  capabilities: () => ({ foldingRangeProvider: true, selectionRangeProvider: true }),
  register: (context) => {
    const { connection, session } = context;
    connection.onFoldingRanges(
      session.request('textDocument/foldingRange', (params, token) =>
        answer(context, params, token, ({ analysis, file }) => foldingRanges(analysis, file)),
      ),
    );
    connection.onSelectionRanges(
      session.request('textDocument/selectionRange', (params, token) =>
        answer(context, params, token, ({ analysis, file }) => selectionRanges(analysis, file, params.positions)),
      ),
    );
  },
};
