import * as ast from '../../../generated/ast.js';
import type { Change } from '../../changes/changes.js';
import type { Fix } from '../fix.js';
import type { FixSite } from '../fix-site.js';

/** Stands where the author has to write; it counts as nothing written. */
export const PLACEHOLDER = '…';

const TITLES = {
  reason: { zh: '填写偏差原因', en: 'Give the reason' },
  measure: { zh: '填写改进措施', en: 'Give the measure' },
} as const;

const KEYWORDS = { reason: '因为', measure: '改进' } as const;

/** Adds 因为 "…" or 改进 "…" to the indicator at the finding. */
export function insertNote(kind: keyof typeof KEYWORDS, site: FixSite): Fix[] {
  const node = site.node(ast.isIndicatorNode);
  const change = node && site.isSound(node) && noteFor(node, kind, site);
  return change ? [{ title: TITLES[kind], changes: [change], preferred: true }] : [];
}

function noteFor(node: ast.IndicatorNode, kind: keyof typeof KEYWORDS, site: FixSite): Change | undefined {
  const empty = node.notes.find((note) => note.$type === (kind === 'reason' ? 'ReasonNote' : 'MeasureNote'));
  if (empty && 'text' in empty && empty.text) {
    return { ...site.replace(empty.text, `"${PLACEHOLDER}"`), placeholder: PLACEHOLDER };
  }
  const note = `${site.keyword(KEYWORDS[kind])} "${PLACEHOLDER}"`;
  const following = kind === 'reason' ? node.notes.find((other) => other.$type === 'MeasureNote') : undefined;
  const { start, end } = site.spanOf(node);
  const last = node.notes.filter((other) => other !== following).at(-1);
  const place = last ? site.spanOf(last) : undefined;
  const before = following ? site.spanOf(following).start : undefined;
  if (before && ownLine(before.line, before.character, site)) {
    return site.insert(before, `${note}${site.newline}${site.indentOf(before.line)}`, PLACEHOLDER);
  }
  if (before) return site.insert(before, `${note} `, PLACEHOLDER);
  const isOwnLine = place ? ownLine(place.start.line, place.start.character, site) : endsLine(end, site);
  if (!isOwnLine) return site.insert(end, ` ${note}`, PLACEHOLDER);
  const indent = place ? site.indentOf(place.start.line) : site.indentOf(start.line) + site.indent;
  return site.insert(end, `${site.newline}${indent}${note}`, PLACEHOLDER);
}

function ownLine(line: number, character: number, site: FixSite): boolean {
  return site.line(line).slice(0, character).trim() === '';
}

/** An indicator inside `{ … }` on one line stays on that line, and so does one before a comment. */
function endsLine({ line, character }: { line: number; character: number }, site: FixSite): boolean {
  return site.line(line).slice(character).trim() === '';
}
