import { format } from '@jixiao/language/services';
import { convertKeywordsRequest } from '../protocol.js';
import { handler } from './handler.js';

/** The keywords of a file in one spelling, whatever the settings say of formatting. */
export const convertKeywords = handler(
  convertKeywordsRequest,
  async ({ uri, keywords }, { workspace, configuration }) => {
    const file = workspace.names.of(uri);
    await workspace.pendingFor(file);
    const analysis = workspace.analysisOf(file);
    const source = analysis.sources.files.get(file);
    if (!source) return null;
    return { edits: format(source, { keywords, align: configuration.current['format.align'], analysis }) };
  },
);
