import { appears, eventually } from './expectations.mjs';

/**
 * One row of the list.
 *
 * @typedef {{ severity: 'error' | 'warning' | 'info', message: string, code: string, place: string }} Problem
 */

/** The list of problems below the editor. */
export class Problems {
  #workbench;

  constructor(workbench) {
    this.#workbench = workbench;
  }

  /** Shows the list. */
  async show() {
    // What else comes up by itself, such as a task's terminal, may come in between.
    await eventually(async () => {
      await this.#workbench.command('Problems: Focus on Problems View');
      return appears(this.#panel(), 3_000);
    });
  }

  /**
   * Waits until as many problems are listed, and returns them.
   *
   * @param {number} count how many must be there
   * @returns {Promise<Problem[]>}
   */
  async expect(count) {
    await this.show();
    let listed = [];
    // Findings come and go while the server works; what counts is where it comes to rest.
    await eventually(async () => {
      // The terminal of a task that begins takes the place of the list.
      if (!(await this.#panel().isVisible())) await this.show();
      // While it is read, rows go.
      const now = await this.#listed().catch(() => undefined);
      listed = now ?? listed;
      return now?.length === count;
    }).catch(() => {
      throw new Error(`${count} problems expected, ${listed.length} listed:\n${JSON.stringify(listed, undefined, 2)}`);
    });
    return listed;
  }

  /** Waits until there is any problem, and returns all that are listed by then. @returns {Promise<Problem[]>} */
  async any() {
    await this.show();
    await this.#rows().first().waitFor();
    return this.#listed();
  }

  /** Puts the editor's cursor onto the problem with that text. */
  async goTo(message) {
    await this.show();
    const row = this.#rows().filter({ hasText: message }).first();
    await this.#leaf(async () => row.isVisible());
    await row.dblclick();
    await this.#workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  /** All of the list: only what there is room for is drawn. */
  async #listed() {
    const found = new Map();
    if (!(await this.#rows().first().isVisible())) return [];
    await this.#leaf(async () => {
      for (const { index, ...problem } of await this.#drawn()) found.set(index, problem);
      return false;
    });
    await this.#leaf(async () => true);
    return [...found.values()];
  }

  /** Goes through the list from its beginning to its end, or until something holds of what is drawn. */
  async #leaf(holds) {
    await this.#panel().hover();
    while ((await this.#place()).top > 0) await this.#scroll(-10_000);
    while (!(await holds())) {
      const { top, most } = await this.#place();
      if (top >= most) return;
      await this.#scroll(400);
    }
  }

  /** Turns the wheel, and waits until the list has moved. */
  async #scroll(pixels) {
    const { top } = await this.#place();
    await this.#workbench.page.mouse.wheel(0, pixels);
    await eventually(async () => (await this.#place()).top !== top);
  }

  /** How far the list is scrolled, and how far it can be. */
  #place() {
    const rows = this.#panel().locator('.monaco-list-rows').first();
    return rows.evaluate(
      ({ style, offsetHeight, parentElement }) => ({
        top: -(Number.parseFloat(style.top) || 0),
        most: Math.max(0, offsetHeight - parentElement.offsetHeight),
      }),
      undefined,
      { timeout: 3_000 },
    );
  }

  #drawn() {
    return this.#rows().evaluateAll((elements) =>
      elements.map((element) => {
        const text = (selector) => element.querySelector(selector)?.textContent?.trim() ?? '';
        return {
          index: element.dataset.index,
          severity: /^\w+/.exec(element.ariaLabel ?? '')?.[0].toLowerCase() ?? '',
          message: text('.marker-message'),
          code: text('.marker-code'),
          place: text('.marker-line'),
        };
      }),
    );
  }

  #panel() {
    return this.#workbench.page.locator('.markers-panel');
  }

  #rows() {
    return this.#panel().locator('.monaco-list-row:has(.marker-message)');
  }
}
