import { commands, l10n, window } from 'vscode';
import type { Feature } from '../feature.js';

/** What helps when something is stuck, and when the product is new. */
export const serverCommands: Feature = ({ context, session, log }) => [
  commands.registerCommand('jixiao.restartServer', async () => {
    try {
      await session.restart();
      window.setStatusBarMessage(l10n.t('The language server was started again.'), 3000);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('The language server could not be started: {0}', reason));
    }
  }),
  commands.registerCommand('jixiao.showLog', () => log.show()),
  commands.registerCommand('jixiao.gettingStarted', () =>
    commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#gettingStarted`, false),
  ),
];
