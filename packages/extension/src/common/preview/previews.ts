import { commands, type Uri, ViewColumn, window } from 'vscode';
import type { Feature, Services } from '../feature.js';
import { setActivePreview, sourceOfCommand } from '../reports/report-source.js';
import { PreviewPanel, restored } from './preview-panel.js';

/** The previews that are open, one a file. */
export const previews: Feature = (services) => {
  const open = new Set<PreviewPanel>();
  setActivePreview(() => [...open].find(({ isActive }) => isActive)?.shown);

  const add = (panel: PreviewPanel) => {
    open.add(panel);
    panel.onDidDispose(() => open.delete(panel));
  };
  const show = (argument: unknown, column: ViewColumn) => {
    const source = sourceOfCommand(argument);
    if (!source) return;
    const known = [...open].find(({ uri }) => uri.toString() === source.uri.toString());
    if (known) known.reveal();
    else add(newPanel(source.uri, column, services));
  };

  return [
    commands.registerCommand('jixiao.openPreviewToSide', (argument: unknown) => show(argument, ViewColumn.Beside)),
    commands.registerCommand('jixiao.openPreview', (argument: unknown) => show(argument, ViewColumn.Active)),
    window.registerWebviewPanelSerializer(PreviewPanel.viewType, {
      deserializeWebviewPanel: async (panel, state) => {
        const shown = restored(state);
        if (shown) add(new PreviewPanel(panel, shown, services));
        else panel.dispose();
      },
    }),
    {
      dispose: () => {
        for (const panel of [...open]) panel.dispose();
      },
    },
  ];
};

function newPanel(uri: Uri, viewColumn: ViewColumn, services: Services): PreviewPanel {
  const place = { viewColumn, preserveFocus: viewColumn === ViewColumn.Beside };
  const panel = window.createWebviewPanel(PreviewPanel.viewType, '', place, { enableFindWidget: true });
  return new PreviewPanel(panel, { uri }, services);
}
