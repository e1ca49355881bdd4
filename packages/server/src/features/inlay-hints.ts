import { HINT_KINDS, type HintKind, inlayHints as hintsIn } from '@jixiao/language';
import type { ServerContext } from '../context.js';
import type { Settings } from '../settings.js';
import { answer, type Feature } from './feature.js';

/** Milliseconds of rest after which hints in other documents follow what is typed in one. */
const REST = 300;

/** Values that are computed and not written. */
export const inlayHints: Feature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register: (context) => {
    const { connection, session, configuration } = context;
    connection.languages.inlayHint.on(
      session.request('textDocument/inlayHint', (params) =>
        answer(context, params, ({ analysis, file }) =>
          hintsIn(analysis, file, params.range, wanted(configuration.current), configuration.language),
        ),
      ),
    );
    refreshWhenOutdated(context);
  },
};

function wanted(settings: Settings): ReadonlySet<HintKind> {
  return new Set(HINT_KINDS.filter((kind) => settings[`inlayHints.${kind}`]));
}

/** A client asks again on its own only for the document that changed. */
function refreshWhenOutdated({ connection, session, client, configuration, workspace }: ServerContext): void {
  if (!client.refreshesInlayHints) return;
  const refresh = () => session.run('workspace/inlayHint/refresh', () => connection.languages.inlayHint.refresh());
  let timer: ReturnType<typeof setTimeout> | undefined;
  configuration.onDidChange(refresh);
  workspace.onDidChange((files) => {
    const affected = [...workspace.dependantsOf(files)].some((file) => workspace.isOpen(file) && !files.has(file));
    if (!affected) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (session.running) refresh();
    }, REST);
  });
}
