import { button, element } from './elements.js';
import type { PreviewTexts, ReportChoice } from './messages.js';

interface Actions {
  readonly toggleOutline: () => void;
  readonly zoom: (direction: 1 | -1) => void;
  readonly fitWidth: () => void;
  readonly choose: (report: string) => void;
  readonly chooseOther: () => void;
}

/** The choice that leads to reports of other files; no report is called so. */
const OTHER = '\u0000other';

/** The bar above the paper. */
export class Toolbar {
  readonly element: HTMLElement;
  readonly #select: HTMLSelectElement;
  readonly #percent: HTMLButtonElement;
  readonly #texts: PreviewTexts;
  #report = '';

  constructor(texts: PreviewTexts, actions: Actions) {
    this.#texts = texts;
    this.#select = element('select', { 'aria-label': texts.report, title: texts.report });
    this.#select.addEventListener('change', () => {
      const { value } = this.#select;
      // Until another report is really shown, this one is.
      this.#select.value = this.#report;
      if (value === OTHER) actions.chooseOther();
      else actions.choose(value);
    });
    this.#percent = button('100%', texts.fitWidth, actions.fitWidth);
    this.#percent.className = 'percent';
    this.element = element(
      'header',
      { class: 'toolbar' },
      button('☰', texts.outline, actions.toggleOutline),
      this.#select,
      element(
        'span',
        { class: 'zoom' },
        button('−', texts.zoomOut, () => actions.zoom(-1)),
        this.#percent,
        button('+', texts.zoomIn, () => actions.zoom(1)),
      ),
    );
  }

  showReports(reports: readonly ReportChoice[], report: string): void {
    this.#report = report;
    this.#select.replaceChildren(
      ...reports.map(({ id, title }) => element('option', { value: id }, title)),
      element('hr'),
      element('option', { value: OTHER }, this.#texts.otherFile),
    );
    this.#select.value = report;
  }

  showZoom(percent: number): void {
    this.#percent.textContent = `${percent}%`;
  }
}
