const severities = ['error', 'warning', 'info'];

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
    await this.#workbench.command('Problems: Focus on Problems View');
    await this.#panel().waitFor();
  }

  /**
   * Waits until as many problems are listed, and returns them.
   *
   * @param {number} count how many must be there; only what the panel has room for is drawn
   * @returns {Promise<Problem[]>}
   */
  async expect(count) {
    await this.show();
    if (count === 0) await this.#panel().locator('.message-box-container').waitFor();
    else
      await this.#rows()
        .nth(count - 1)
        .waitFor();
    const listed = await this.#listed();
    if (listed.length !== count) {
      throw new Error(`${count} problems expected, ${listed.length} listed:\n${JSON.stringify(listed, undefined, 2)}`);
    }
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
    await this.#rows().filter({ hasText: message }).first().dblclick();
    await this.#workbench.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  }

  async #listed() {
    const listed = await this.#rows().evaluateAll((elements) =>
      elements.map((element) => {
        const text = (selector) => element.querySelector(selector)?.textContent?.trim() ?? '';
        return {
          icon: element.querySelector('.marker-icon .codicon')?.className ?? '',
          message: text('.marker-message'),
          code: text('.marker-code'),
          place: text('.marker-line'),
        };
      }),
    );
    return listed.map(({ icon, ...problem }) => ({
      severity: severities.find((severity) => icon.includes(severity)) ?? icon,
      ...problem,
    }));
  }

  #panel() {
    return this.#workbench.page.locator('.markers-panel');
  }

  #rows() {
    return this.#panel().locator('.monaco-list-row:has(.marker-message)');
  }
}
