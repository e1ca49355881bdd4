import { element } from './elements.js';

/**
 * What the editor says in a hover, as elements: paragraphs, lists, tables, bold and code. It is the
 * part of Markdown that the language server writes; anything else stays as it is written.
 */
export function explanationElements(markdown: string): HTMLElement[] {
  return markdown
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(block);
}

function block(text: string): HTMLElement {
  const lines = text.split('\n');
  if (text === '---') return element('hr');
  if (lines.length > 1 && /^\|?[\s:|-]+\|[\s:|-]*$/.test(lines[1] ?? '')) return table(lines);
  if (lines.every((line) => /^[-*] /.test(line))) {
    return element('ul', {}, ...lines.map((line) => element('li', {}, ...inline(line.slice(2)))));
  }
  return element(
    'p',
    {},
    ...lines.flatMap((line, index) => (index === 0 ? inline(line) : [element('br'), ...inline(line)])),
  );
}

function table([head = '', rule = '', ...rows]: readonly string[]): HTMLElement {
  const sides = cells(rule).map((cell) => (/^-+:$/.test(cell) ? 'right' : 'left'));
  const row = (text: string, name: 'th' | 'td') =>
    element('tr', {}, ...cells(text).map((cell, i) => element(name, { class: sides[i] ?? 'left' }, ...inline(cell))));
  return element('table', {}, row(head, 'th'), ...rows.map((text) => row(text, 'td')));
}

function cells(row: string): string[] {
  return row
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

const INLINE =
  /\*\*(?<bold>.+?)\*\*|(?<fence>`+)(?<code>.+?)\k<fence>|\[(?<link>[^\]]+)\]\([^)]*\)|\\(?<escaped>[\p{P}\p{S}])|&(?<entity>nbsp|lt|gt|amp|quot);/gu;

const ENTITIES: Readonly<Record<string, string>> = { nbsp: '\u00a0', lt: '<', gt: '>', amp: '&', quot: '"' };

function inline(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const { bold, code, link, escaped, entity } = match.groups ?? {};
    parts.push(text.slice(end, match.index));
    if (bold !== undefined) parts.push(element('b', {}, ...inline(bold)));
    else if (code !== undefined) parts.push(element('code', {}, code.trim()));
    else if (link !== undefined) parts.push(...inline(link));
    else parts.push(escaped ?? ENTITIES[entity ?? ''] ?? '');
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== '');
}
