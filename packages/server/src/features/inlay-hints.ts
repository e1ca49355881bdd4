import { HINT_KINDS, type HintKind, inlayHints as hintsIn } from '@jixiao/language/services';
import type { Settings } from '../settings.js';
import { answer, type Feature } from './feature.js';
import { refreshAffected } from './refresh.js';

const REFRESH = 'workspace/inlayHint/refresh';

/** Values that are computed and not written. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register: (context) => {
    const { connection, session, client, configuration } = context;
    const { inlayHint } = connection.languages;
    inlayHint.on(
      session.request('textDocument/inlayHint', (params, token) =>
        answer(context, params, token, ({ analysis, file }) =>
          hintsIn(analysis, file, params.range, wanted(configuration.current), configuration.language),
        ),
      ),
    );
    if (!client.refreshesInlayHints) return;
    refreshAffected(REFRESH, () => inlayHint.refresh(), context);
    configuration.onDidChange(() => session.run(REFRESH, () => inlayHint.refresh()));
  },
};

function wanted(settings: Settings): ReadonlySet<HintKind> {
  return new Set(HINT_KINDS.filter((kind) => settings[`inlayHints.${kind}`]));
}
