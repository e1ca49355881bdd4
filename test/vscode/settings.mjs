import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Nothing that moves, asks or tells of something else than the report. */
const settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'files.simpleDialog.enable': true,
  // In a browser the default is to save after a delay, and no tab would ever say that it is unsaved.
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

/** Lays the user settings into a fresh user data folder. */
export function writeSettings(userData) {
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
}

/**
 * Makes VS Code take up a display language without its language pack: the texts of extensions come in that language,
 * VS Code's own stay English, so that the commands of VS Code have one title in every language.
 */
export function writeDisplayLanguage(userData, locale) {
  if (locale === 'en') return;
  const texts = join(userData, 'workbench.i18n.json');
  writeFileSync(texts, JSON.stringify({ version: '1.0.0', contents: {} }));
  const pack = {
    hash: locale,
    label: locale,
    extensions: [{ extensionIdentifier: { id: 'jixiao.display-language' }, version: '0.0.1' }],
    translations: { vscode: texts },
  };
  writeFileSync(join(userData, 'languagepacks.json'), JSON.stringify({ [locale]: pack }));
}
