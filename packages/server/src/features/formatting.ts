import { FORMAT_TRIGGERS, type FormatOptions, format, formatOnType, formatRange } from '@jixiao/language/services';
import type { ServerContext } from '../context.js';
import { type Asked, answer, type Feature } from './feature.js';

/**
 * One layout for everybody, on the command line as in every editor: the width of a step comes from
 * the house, not from what an editor sends along.
 */
export const formatting: Feature = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: {
      firstTriggerCharacter: FORMAT_TRIGGERS.first,
      moreTriggerCharacter: [...FORMAT_TRIGGERS.more],
    },
  }),
  register: (context) => {
    const { connection, session } = context;
    connection.onDocumentFormatting(
      session.request('textDocument/formatting', (params, token) =>
        answer(context, params, token, (asked) => format(asked.source, options(asked, context))),
      ),
    );
    connection.onDocumentRangeFormatting(
      session.request('textDocument/rangeFormatting', (params, token) =>
        answer(context, params, token, (asked) => formatRange(asked.source, params.range, options(asked, context))),
      ),
    );
    connection.onDocumentOnTypeFormatting(
      session.request('textDocument/onTypeFormatting', (params, token) =>
        answer(
          context,
          params,
          token,
          (asked) => formatOnType(asked.source, params.position, params.ch, options(asked, context)),
          { urgency: 'typing' },
        ),
      ),
    );
  },
};

function options({ analysis }: Asked, { configuration: { current } }: ServerContext): Partial<FormatOptions> {
  return { keywords: current['format.keywords'], align: current['format.align'], analysis };
}
