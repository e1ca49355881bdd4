import { type FileStatus, statusRequest } from '@jixiao/server/protocol';
import { l10n, MarkdownString, StatusBarAlignment, window } from 'vscode';
import type { Feature } from '../feature.js';
import { CurrentReport } from '../reports/current-report.js';
import { type StatusWords, scoreText, statusText } from './status-text.js';

/** Total score, grade and findings of the report in front of the user. */
export const statusBar: Feature = ({ session }) => {
  const current = new CurrentReport(session);
  const item = window.createStatusBarItem('jixiao.status', StatusBarAlignment.Left, 10);
  item.name = l10n.t('Performance Report');
  item.command = 'workbench.actions.view.problems';

  const update = async () => {
    const { uri } = current;
    if (!uri) return item.hide();
    const status = await session.ask(statusRequest, { uri: uri.toString() }).catch(() => null);
    // Another report may have come to the front meanwhile.
    if (current.uri !== uri) return;
    if (!status) return item.hide();
    const words: StatusWords = { noFindings: l10n.t('Nothing found'), missing: '—' };
    item.text = `$(checklist) ${statusText(status, words)}`;
    item.tooltip = tooltip(status, words);
    item.show();
  };
  return [current, item, current.onDidChange(() => void update())];
};

function tooltip(
  { tables, findings: { error, warning, hint, allowed } }: FileStatus,
  words: StatusWords,
): MarkdownString {
  const text = new MarkdownString('', true);
  text.isTrusted = {
    enabledCommands: ['jixiao.openPreviewToSide', 'jixiao.compile', 'workbench.actions.view.problems'],
  };
  for (const table of tables) {
    text.appendText(`${table.label}: ${scoreText(table, words)}`).appendMarkdown('\n\n');
  }
  text.appendText(
    l10n.t('Errors: {0}, warnings: {1}, hints: {2}, allowed with a reason: {3}', error, warning, hint, allowed),
  );
  const links = [
    `[$(warning) ${l10n.t('Problems')}](command:workbench.actions.view.problems)`,
    `[$(open-preview) ${l10n.t('Preview')}](command:jixiao.openPreviewToSide)`,
    `[$(file-symlink-file) ${l10n.t('Word')}](command:jixiao.compile)`,
  ];
  return text.appendMarkdown(`\n\n---\n\n${links.join(' · ')}`);
}
