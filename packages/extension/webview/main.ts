import './preview.css';
import { element } from './elements.js';
import { Explanations } from './explanations.js';
import { Marks } from './marks.js';
import type { PreviewTexts, ToPreview } from './messages.js';
import { Outline } from './outline.js';
import { Pages } from './pages.js';
import { Scrolling } from './scrolling.js';
import { Toolbar } from './toolbar.js';
import { keep, keptState, tell } from './vscode-api.js';
import { Zoom } from './zoom.js';

/* The page of the preview: it shows what the extension sends, and tells where the user looks and points. */

const texts: PreviewTexts = JSON.parse(document.body.dataset.texts ?? '{}');
const kept = keptState();

const paper = element('main', { class: 'paper', lang: 'zh-CN' });
const notice = element('p', { class: 'notice' }, texts.loading);
const view = element('div', { class: 'view' }, notice, paper);
const pages = new Pages(paper);
const marks = new Marks(pages);
const scrolling = new Scrolling(pages, view);
const zoom = new Zoom(paper, view, kept?.zoom);
const explanations = new Explanations(pages, marks);
const outline = new Outline(pages, texts.outline, (heading) => {
  scrolling.revealElement(heading, 'top');
  tellScrolled(false);
});
const toolbar = new Toolbar(texts, {
  toggleOutline: () => showOutline(outline.element.hidden === true),
  zoom: (direction) => changeZoom(() => zoom.step(direction)),
  fitWidth: () => changeZoom(() => zoom.fit()),
  choose: (report) => tell({ type: 'choose', report }),
  chooseOther: () => tell({ type: 'chooseOther' }),
});
document.body.append(
  toolbar.element,
  element('div', { class: 'columns' }, outline.element, view),
  explanations.element,
);
outline.element.hidden = kept?.outline !== true;

/** What stood at the top before the reload, until it stands there again. */
let placeToRestore = kept?.top;
let selected: HTMLElement | undefined;

function show(update: Extract<ToPreview, { type: 'update' }>['update']): void {
  const isFirst = update.kind === 'full';
  const change = isFirst ? pages.apply(update) : scrolling.keepingPlace(() => pages.apply(update));
  if (!change) {
    tell({ type: 'lost' });
    return;
  }
  notice.hidden = true;
  // What the update did not touch stands as it stood: neither measured nor drawn again.
  if (change.sheets) {
    zoom.apply();
    toolbar.showZoom(zoom.percent);
  }
  marks.update(update.marked, change);
  if (change.headings) outline.draw();
  if (!isFirst) return;
  if (placeToRestore) {
    scrolling.restore(placeToRestore);
    tell({ type: 'restored' });
  } else tell({ type: 'shown' });
  placeToRestore = undefined;
}

function showNothing(why: string): void {
  pages.clear();
  marks.clear();
  outline.draw();
  notice.textContent = why;
  notice.hidden = false;
}

function showSource({ uri, report, reports, showsFindings }: Extract<ToPreview, { type: 'source' }>): void {
  const { uri: uriBefore = uri, report: reportBefore = report } = keptState() ?? {};
  // Another report begins at its beginning.
  if (uriBefore !== uri || reportBefore !== report) placeToRestore = undefined;
  keep({ uri, report });
  toolbar.showReports(reports, report);
  marks.isShown = showsFindings;
  marks.draw();
}

function select(target: HTMLElement | undefined): void {
  selected?.classList.remove('selected');
  selected = target;
  selected?.classList.add('selected');
}

function showOutline(isShown: boolean): void {
  scrolling.keepingPlace(() => {
    outline.element.hidden = !isShown;
    zoom.apply();
  });
  toolbar.showZoom(zoom.percent);
  keep({ outline: isShown });
}

function changeZoom(change: () => void): void {
  scrolling.keepingPlace(() => {
    change();
    zoom.apply();
  });
  marks.draw();
  toolbar.showZoom(zoom.percent);
  keep({ zoom: zoom.chosen });
}

function tellScrolled(isMovedByUser: boolean): void {
  const { top } = scrolling;
  if (!top) return;
  const { above, ...at } = top;
  keep({ top });
  outline.follow(view.getBoundingClientRect().top, isMovedByUser);
  tell({ type: 'scrolled', at });
}

let isScrolling = false;

view.addEventListener('scroll', () => {
  explanations.close();
  if (scrolling.takeOwnMovement()) {
    outline.follow(view.getBoundingClientRect().top, false);
    const { top } = scrolling;
    if (top) keep({ top });
    return;
  }
  // One answer for all events of a frame.
  if (isScrolling) return;
  isScrolling = true;
  requestAnimationFrame(() => {
    isScrolling = false;
    tellScrolled(true);
  });
});

view.addEventListener(
  'wheel',
  (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    changeZoom(() => zoom.step(event.deltaY < 0 ? 1 : -1));
  },
  { passive: false },
);

// A picture has its height only once it has come; this event does not rise by itself.
paper.addEventListener('load', () => scrolling.keepingPlace(() => pages.fillSheets()), { capture: true });

paper.addEventListener('click', (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  const link = target.closest('a[href^="#"]');
  if (link && (event.ctrlKey || event.metaKey)) {
    const heading = document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    if (heading) scrolling.revealElement(heading, 'top');
    return;
  }
  event.preventDefault();
  // Whoever marks words to copy them does not want to leave.
  if (getSelection()?.isCollapsed === false) return;
  const at = pages.placeOf(target);
  if (at) tell({ type: 'clicked', at });
});

new ResizeObserver(() => {
  if (zoom.chosen !== undefined) return;
  scrolling.keepingPlace(() => zoom.apply());
  toolbar.showZoom(zoom.percent);
}).observe(view);

addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  switch (data.type) {
    case 'source':
      return showSource(data);
    case 'update':
      return show(data.update);
    case 'nothing':
      return showNothing(data.why);
    case 'reveal':
      scrolling.reveal(data.at, data.where);
      if (data.where === 'near') select(pages.at(data.at));
      return;
    case 'explanation':
      return explanations.answer(data.question, data.markdown);
  }
});

tell({ type: 'ready' });
