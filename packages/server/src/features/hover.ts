import { hover as hoverAt } from '@jixiao/language/services';
import { pageOf } from '../pages/pages.js';
import { answer, type Feature } from './feature.js';

/** What is known about the thing under the cursor. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  register: (context) => {
    const { connection, session, configuration } = context;
    connection.onHover(
      session.request('textDocument/hover', (params, token) =>
        answer(
          context,
          params,
          token,
          ({ analysis, file }) => hoverAt(analysis, file, params.position, configuration.language, pageOf) ?? null,
          { urgency: 'typing' },
        ),
      ),
    );
  },
};
