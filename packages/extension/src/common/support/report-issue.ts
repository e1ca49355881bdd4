import { commands, env, l10n, UIKind, Uri, version, window, workspace } from 'vscode';
import type { Feature } from '../feature.js';

/** What a report of a defect needs to know, and nothing of what stands in the user's reports. */
export const reportIssue: Feature = ({ context, session }) => [
  commands.registerCommand('jixiao.reportIssue', async () => {
    const manifest = context.extension.packageJSON as Manifest;
    const settings = changedSettings(manifest);
    const server = await session.start().then(
      () => l10n.t('running'),
      (error: unknown) => String(error),
    );
    const facts: readonly (readonly [string, string])[] = [
      ['Jixiao', manifest.version],
      [env.appName, version],
      [
        l10n.t('Window'),
        `${env.uiKind === UIKind.Web ? 'web' : 'desktop'}${env.remoteName ? `, ${env.remoteName}` : ''}`,
      ],
      [l10n.t('Display language'), env.language],
      [l10n.t('Language server'), server],
      [l10n.t('Settings'), settings === '' ? l10n.t('unchanged') : settings],
    ];
    const text = [
      `# ${l10n.t('Something is wrong in Jixiao')}`,
      `## ${l10n.t('What I did')}\n\n`,
      `## ${l10n.t('What I expected, and what happened instead')}\n\n`,
      `## ${l10n.t('The shortest text that shows it')}\n\n\`\`\`perf\n\n\`\`\``,
      `## ${l10n.t('My environment')}\n\n${facts.map(([name, value]) => `- ${name}: ${value}`).join('\n')}`,
      '',
    ].join('\n\n');
    const document = await workspace.openTextDocument({ language: 'markdown', content: text });
    await window.showTextDocument(document);
    const { url } = manifest.bugs ?? {};
    if (url === undefined) return;
    const open = l10n.t('Open the Page for Issues');
    const chosen = await window.showInformationMessage(
      l10n.t('Fill this in and post it on the page for issues.'),
      open,
    );
    if (chosen === open) await env.openExternal(Uri.parse(url));
  }),
];

interface Manifest {
  readonly version: string;
  readonly bugs?: { readonly url?: string };
  readonly contributes: {
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
}

/** The user's settings that differ from their defaults. */
function changedSettings({ contributes }: Manifest): string {
  return contributes.configuration
    .flatMap(({ properties }) => Object.keys(properties))
    .flatMap((name) => {
      const { globalValue, workspaceValue, workspaceFolderValue } = workspace.getConfiguration().inspect(name) ?? {};
      const value = workspaceFolderValue ?? workspaceValue ?? globalValue;
      return value === undefined ? [] : [`${name} = ${JSON.stringify(value)}`];
    })
    .join(', ');
}
