import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { appears, disappears, eventually } from './expectations.mjs';
import { Problems } from './problems.mjs';
import { clearKey } from './settings.mjs';

const pictures = fileURLToPath(new URL('../../.output/vscode/', import.meta.url));

/** Whether the state that VS Code keeps in the browser says all of it. */
async function isKept(wanted) {
  const result = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const states = [];
  for (const { name } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      states.push(...(await result(database.transaction(store).objectStore(store).getAll())));
    }
    database.close();
  }
  // States lie within states, each quoted once more.
  const text = JSON.stringify(states).replaceAll('\\', '');
  return wanted.every((part) => text.includes(part));
}

/**
 * One window of VS Code, as a person meets it: what is asked for by keyboard and command palette, and what is seen.
 * Works on any page that shows the workbench, in a browser or in the window of a desktop VS Code.
 */
export class Workbench {
  /** @type {import('playwright-core').Page} for what has no verb here */
  page;
  problems;
  #folder;

  /** @param {string} folder the opened folder, on disk */
  constructor(page, folder) {
    this.page = page;
    this.#folder = folder;
    this.problems = new Problems(this);
  }

  /** Waits until the window takes commands. */
  async ready() {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view').waitFor({ timeout: 60_000 });
  }

  /** Leaves the window as it was opened: no editors, no panel, no messages. */
  async clear() {
    const leftovers =
      '.editor-instance, .part.editor .tab, .notification-list-item, .part.panel.bottom, .quick-input-list';
    const first = this.page.locator(leftovers).filter({ visible: true }).first();
    // What comes up by itself meanwhile, such as a task's terminal, takes the keys.
    await eventually(async () => {
      await this.press('Escape');
      await this.press(clearKey);
      return disappears(first, 3_000);
    });
  }

  /** Opens a file of the folder, from the explorer where it is seen there. @param {string} path forward slashes */
  async open(path) {
    const file = path.split('/').at(-1);
    const entry = this.page
      .locator('.explorer-folders-view .monaco-list-row')
      .filter({ has: this.page.getByText(file, { exact: true }) });
    // Opened from elsewhere, it would be opened once more where the focus is.
    if (await this.editor(path).isVisible()) await this.command('View: Focus First Editor Group');
    else if (await entry.isVisible()) await entry.dblclick();
    else await this.#pick('Control+P', path, this.#rows({ hasText: file }));
    await this.editor(path).locator('.view-lines').first().waitFor();
    await this.editor(path).and(this.page.locator('.focused')).waitFor();
  }

  /** Waits until the language server has answered: what it found stands in the status bar. */
  async served() {
    await this.page.locator('.statusbar-item[id$="jixiao.status"]').waitFor();
  }

  /** Runs a command of the palette. @param {string} title as shown there, with its category: `Category: Title` */
  async command(title) {
    const exact = this.#rows({ has: this.page.getByText(title, { exact: true }).filter({ visible: true }) });
    await this.#pick('F1', title, exact, '>');
  }

  /** @param {string} path below the folder @returns the visible editor of that file */
  editor(path) {
    const file = path.split('/').at(-1);
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${encodeURIComponent(file)}"]`).first();
  }

  /** Types key by key, as a person does: completion, bracket pairs and formatting on type take part. */
  async type(text) {
    await this.page.keyboard.type(text, { delay: 5 });
  }

  /** Lays text in at once, as an input method does when it commits. */
  async insert(text) {
    // The editor tells the input method with its next frame what has changed, and takes its text to be about that.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await this.page.keyboard.insertText(text);
  }

  /** @param {string} keys such as `Control+Space` */
  async press(keys) {
    await this.page.keyboard.press(keys);
  }

  /** Puts the cursor there; both count from 1, a character of two widths as one. */
  async goTo(line, column = 1) {
    await this.press('Control+G');
    const input = this.page.locator('.quick-input-widget input');
    await input.fill(`:${line}:1`);
    // The list answers what was typed a moment later; before that, Enter would take the previous answer.
    await this.#rows({ hasText: new RegExp(`\\b${line}\\b.*\\b1\\b`) }).waitFor();
    await this.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    // What is pressed before the editor has the focus again is lost.
    await this.#cursorAt(line, 1);
    for (let step = 1; step < column; step++) await this.press('ArrowRight');
    await this.#cursorAt(line, column);
  }

  async #cursorAt(line, column) {
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await eventually(async () => {
      const at = await this.cursor();
      return at.line === line && at.column === column;
    });
  }

  /** Where the cursor of the active editor is, as the status bar says it; both count from 1. */
  async cursor() {
    const text = await this.page.locator('.statusbar-item[id="status.editor.selection"]').innerText();
    const [, line = '', column = ''] = /(\d+)\D+(\d+)/.exec(text) ?? [];
    return { line: Number.parseInt(line, 10), column: Number.parseInt(column, 10) };
  }

  /** The numbers of the lines that the first editor shows. */
  async lineNumbers() {
    const numbers = await this.page.locator('.editor-instance .line-numbers').allInnerTexts();
    return numbers.map((number) => Number.parseInt(number, 10)).sort((a, b) => a - b);
  }

  /** Loads the window anew, as after a restart. @param {string[]} kept what its state must say before, as JSON */
  async reload(...kept) {
    // A window of the desktop writes its state down when it closes, one in a browser every few seconds.
    // It does so only where it sees the focus, which a page in a frame hides from it here.
    await this.command('View: Focus First Editor Group');
    const isInBrowser = new URL(this.page.url()).protocol.startsWith('http');
    if (isInBrowser) await eventually(() => this.page.evaluate(isKept, kept));
    if (isInBrowser) await this.page.reload();
    else await Promise.all([this.page.waitForEvent('domcontentloaded'), this.command('Developer: Reload Window')]);
    await this.ready();
  }

  /** Saves the active editor and waits until it is clean. */
  async save() {
    await this.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  /** Replaces the first place that an expression finds in the active editor. @param {RegExp} wanted without flags */
  async replace(wanted, text) {
    await this.press('Control+H');
    const widget = this.page.locator('.find-widget.visible');
    const regex = widget.getByRole('checkbox', { name: 'Use Regular Expression' });
    if ((await regex.getAttribute('aria-checked')) !== 'true') await regex.click();
    await widget.locator('.find-part textarea, .find-part .native-edit-context').first().fill(wanted.source);
    await widget.locator('.replace-part textarea').first().fill(text.replaceAll('$', '$$$$'));
    await this.press('Control+Shift+1');
    await this.press('Control+Shift+1');
    await this.press('Escape');
  }

  /** @returns {string} where a file of the folder lies on disk */
  path(path) {
    return join(this.#folder, path);
  }

  /** @returns {string} the file's text on disk, so save first */
  text(path) {
    return readFileSync(this.path(path), 'utf8');
  }

  /** What the list of completions offers at the cursor, in its order; the list stays open. */
  async completions() {
    await this.press('Control+Space');
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows.locator('.label-name').allInnerTexts();
  }

  /**
   * Shows the hover at the cursor, waits until it says `text`, and returns all that it says; it stays open.
   * Problems come first and the server's part joins them later, hence the text to wait for.
   */
  async hover(text) {
    await this.command('Show or Focus Hover');
    const parts = this.page.locator('.monaco-hover:not(.hidden) .hover-row:not(.status-bar)');
    await parts.filter({ hasText: text }).first().waitFor();
    return (await parts.allInnerTexts()).join('\n');
  }

  /** The titles of the quick fixes at the cursor; the menu stays open. */
  async quickFixes() {
    // Right after a move of the cursor the editor may not know yet that there is something to fix, and says so.
    for (let attempt = 1; !(await this.#actions().first().isVisible()); attempt++) {
      if (attempt > 5) throw new Error('no quick fix is offered at the cursor');
      await this.press('Control+.');
      await this.#actions()
        .first()
        .waitFor({ timeout: 3_000 })
        .catch(() => undefined);
    }
    return this.#actions().allInnerTexts();
  }

  /** Takes the quick fix of that title at the cursor. */
  async quickFix(title) {
    const titles = await this.quickFixes();
    if (!titles.includes(title)) throw new Error(`no quick fix '${title}' among: ${titles.join(' · ')}`);
    await this.#actions().nth(titles.indexOf(title)).click();
    await this.#actions().first().waitFor({ state: 'detached' });
  }

  /** The content of the webview that is shown, to be searched with `.locator(…)`. */
  webview() {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  /** Takes an answer from the list that a command shows. @param {string | RegExp} text of the row, as it is seen */
  async pick(text) {
    // Rows keep the words of earlier lists in parts of them that are hidden.
    const words = this.page.locator('.label-name, .label-description').filter({ hasText: text, visible: true });
    await this.#rows({ has: words }).first().click();
  }

  /** Runs one of the extension's tasks. @param {RegExp} name */
  async runTask(name) {
    await this.#pickTask(/^\s*jixiao$/);
    await this.pick(name);
  }

  /** Runs a task that the folder's own `tasks.json` names. @param {RegExp} name */
  async runConfiguredTask(name) {
    await this.#pickTask(name);
  }

  /** @param {RegExp} name of a task, or of what brings tasks */
  async #pickTask(name) {
    const wanted = this.#rows({ has: this.page.locator('.label-name').filter({ hasText: name, visible: true }) });
    // The list waits for all extensions, and goes away when the focus moves meanwhile.
    for (let attempt = 1; attempt <= 3; attempt++) {
      await this.command('Tasks: Run Task');
      if (await appears(wanted.first(), 7_000)) break;
      await this.press('Escape');
    }
    await wanted.first().click();
  }

  /** Answers a question of a command that asks for a text. */
  async answer(text) {
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(text);
    await this.press('Enter');
  }

  /** A message at the lower right. @param {string | RegExp} text in it */
  notification(text) {
    return this.page.locator('.notification-list-item').filter({ hasText: text, visible: true });
  }

  /** Waits for a message and returns it. Of several in quick succession VS Code pops up only the first ones. */
  async said(text) {
    const message = this.notification(text).first();
    const comes = () => appears(message, 5_000);
    if (!(await comes())) {
      await this.command('Notifications: Show Notifications');
      await message.waitFor();
    }
    return message;
  }

  /** Shows one of the views at the left. @param {string | RegExp} name */
  async view(name) {
    const icon = this.page.locator('.part.activitybar').getByRole('tab', { name });
    await icon.click();
    await this.page.locator('.part.sidebar .monaco-list-row').first().waitFor();
  }

  /** An entry of the tree in the side bar. @param {string | RegExp} text of its label */
  entry(text) {
    return this.page
      .locator('.part.sidebar .pane-body .monaco-list-row')
      .filter({ has: this.page.locator('.label-name').filter({ hasText: text }) });
  }

  /** The texts of the status bar, left to right. */
  async statusBar() {
    return this.page.locator('.part.statusbar .statusbar-item').allInnerTexts();
  }

  /** Takes a picture of the window into `.output/vscode/`. @param {string} name without extension @returns its path */
  async screenshot(name) {
    const path = join(pictures, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  #actions() {
    return this.page.locator('.action-widget .monaco-list-row.action');
  }

  #rows(filter) {
    return this.page.locator('.quick-input-list .monaco-list-row').filter(filter);
  }

  async #pick(keys, text, row, prefix = '') {
    const input = this.page.locator('.quick-input-widget input');
    // What comes up or goes away meanwhile may take the list along.
    for (let attempt = 1; attempt <= 3; attempt++) {
      await this.press(keys);
      if (!(await appears(input, 5_000))) continue;
      await input.fill(prefix + text);
      if (await appears(row.first(), 7_000)) break;
      await this.press('Escape');
    }
    await row.first().click();
    // A command may ask on in the same place.
    await row.first().waitFor({ state: 'hidden' });
  }
}
