import type { Inline } from '../layout/document.js';
import { escapeHtml } from './escape.js';
import type { Places } from './places.js';

/** A line of runs; values carry the path of their figure and all runs the place they come from. */
export function runsHtml(runs: readonly Inline[], places: Places): string {
  return runs.map((run) => runHtml(run, places)).join('');
}

function runHtml(run: Inline, places: Places): string {
  const at = places.attribute(run.span);
  switch (run.kind) {
    case 'text': {
      const tag = run.emphasis ? 'b' : 'span';
      return run.emphasis || at !== '' ? `<${tag}${at}>${lines(run.text)}</${tag}>` : lines(run.text);
    }
    case 'value': {
      const path = run.path ? ` data-path="${escapeHtml(run.path.join('.'))}"` : '';
      const text = run.emphasis ? `<b>${lines(run.text)}</b>` : lines(run.text);
      return `<span class="jx-value"${at}${path}>${text}</span>`;
    }
    case 'footnote':
      return `<sup class="jx-mark"${at} title="${escapeHtml(run.text)}">${run.number}</sup>`;
    case 'reference':
      if (run.target === undefined) return `<span class="jx-gap"${at}>${escapeHtml(run.text)}</span>`;
      return `<a href="#${escapeHtml(run.target)}"${at}>${escapeHtml(run.text)}</a>`;
  }
}

/** Line breaks in the text become those of the page. */
export function lines(text: string): string {
  return escapeHtml(text).replace(/\r\n|[\r\n\u2028\u2029]/g, '<br>');
}

/** The texts of the footnotes marked in the runs, below the paragraph that has them. */
export function footnotesHtml(runs: readonly Inline[], places: Places): string {
  return runs
    .map((run) => {
      if (run.kind !== 'footnote') return '';
      return `<p class="jx-footnote"${places.attribute(run.span)}><sup>${run.number}</sup>${escapeHtml(run.text)}</p>`;
    })
    .join('');
}
