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
  // It hears of the editor's changes one frame late, and a test types faster than that where the machine is busy.
  'editor.editContext': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'files.simpleDialog.enable': true,
  // As text of the page rather than as a painting.
  'terminal.integrated.gpuAcceleration': 'off',
  // In a browser the default is to save after a delay, and no tab would ever say that it is unsaved.
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

export const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' };

/** Pressed between two scenarios: nothing open, nothing unsaved, nothing said, only the explorer. */
export const clearKey = 'Control+Alt+Shift+F12';

const closeOne = Array(6).fill('workbench.action.revertAndCloseActiveEditor');
const clearCommands = [
  'workbench.action.closeQuickOpen',
  'notifications.clearAll',
  'workbench.action.terminal.killAll',
  ...closeOne,
  'workbench.action.closeAllEditors',
  'workbench.action.closePanel',
  'workbench.view.explorer',
];

/** Lays the user settings into a fresh user data folder. @param {keyof typeof themes} theme */
export function writeSettings(userData, theme = 'light') {
  const write = (file, content) => writeFileSync(join(userData, 'User', file), JSON.stringify(content, undefined, 2));
  mkdirSync(join(userData, 'User'), { recursive: true });
  write('settings.json', { ...settings, 'workbench.colorTheme': themes[theme] });
  const args = { commands: clearCommands };
  write('keybindings.json', [{ key: clearKey.toLowerCase().replace('control', 'ctrl'), command: 'runCommands', args }]);
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
