import { figuresRequest } from '@jixiao/server/protocol';
import { commands, EventEmitter, l10n, Uri, ViewColumn, workspace } from 'vscode';
import type { Feature } from '../feature.js';
import { shownName, sourceOfCommand } from '../reports/report-source.js';
import { figuresPage } from './figures-page.js';

/** Scheme of the pages that list the figures of a report; the file stands in the query. */
const SCHEME = 'perf-figures';

/** The command that lists every figure with its value, kept up to date while the report changes. */
export const showFigures: Feature = ({ session }) => {
  const changed = new EventEmitter<Uri>();
  const open = () => workspace.textDocuments.filter(({ uri }) => uri.scheme === SCHEME);
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async ({ query }) => {
        const nodes = await session.ask(figuresRequest, { uri: query });
        return figuresPage(nodes, words(l10n.t('Figures of {0}', shownName(Uri.parse(query)))));
      },
    }),
    session.onDidCheck(() => {
      for (const { uri } of open()) changed.fire(uri);
    }),
    commands.registerCommand('jixiao.showFigures', async (argument: unknown) => {
      const source = sourceOfCommand(argument);
      if (!source) return;
      const name = `${shownName(source.uri).split('/').at(-1)}.md`;
      const page = Uri.from({ scheme: SCHEME, path: `/${name}`, query: source.uri.toString() });
      const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      await commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', place);
    }),
  ];
};

function words(title: string) {
  return {
    title,
    name: l10n.t('Name'),
    value: l10n.t('Value'),
    origin: l10n.t('Origin'),
    written: l10n.t('written'),
    states: {
      computed: l10n.t('computed'),
      blank: l10n.t('left blank'),
      missing: l10n.t('missing'),
      invalid: l10n.t('cannot be computed'),
    },
  };
}
