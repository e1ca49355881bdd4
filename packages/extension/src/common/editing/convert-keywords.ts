import { convertKeywordsRequest } from '@jixiao/server/protocol';
import { commands, l10n, WorkspaceEdit, window, workspace } from 'vscode';
import type { Feature } from '../feature.js';
import { activeReportDocument } from '../reports/report-source.js';

/** The command that turns all keywords of a file into one spelling. */
export const convertKeywords: Feature = ({ session }) => [
  commands.registerCommand('jixiao.convertKeywords', async () => {
    const document = activeReportDocument();
    if (!document) return;
    const items = [
      { label: l10n.t('Chinese'), description: '预算 · 指标 · 报告', keywords: 'zh' },
      { label: l10n.t('English'), description: 'budget · indicators · report', keywords: 'en' },
    ] as const;
    const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Keywords in which language?') });
    if (!picked) return;
    const { keywords } = picked;
    const answer = await session.ask(convertKeywordsRequest, { uri: document.uri.toString(), keywords });
    if (!answer) return;
    const changes = new WorkspaceEdit();
    changes.set(document.uri, await session.toCode.asTextEdits([...answer.edits]));
    await workspace.applyEdit(changes);
  }),
];
