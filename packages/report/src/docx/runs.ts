import type { Inline } from '../layout/document.js';
import { escapeXml } from './xml.js';

/** Word keeps at most so many characters of a tag. */
const LONGEST_TAG = 64;

/**
 * The XML of a line of runs. A value stands in a content control whose tag is the path of its
 * figure, hidden on screen and in print, so that the number on paper can be traced.
 */
export function runsXml(runs: readonly Inline[], bold = false): string {
  let xml = '';
  for (const run of runs) xml += runXml(run, bold);
  return xml;
}

function runXml(run: Inline, bold: boolean): string {
  switch (run.kind) {
    case 'text':
      return textRun(run.text, bold || run.emphasis === true);
    case 'value': {
      const content = textRun(run.text, bold || run.emphasis === true);
      return run.path && run.text !== '' ? control(tagOf(run.path), content) : content;
    }
    case 'footnote':
      return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${run.number}"/></w:r>`;
    case 'reference':
      return run.target === undefined
        ? textRun(run.text, bold)
        : field(` REF ${run.target} \\h `, textRun(run.text, bold));
  }
}

/** The path as a tag: its end where it is too long, for the end names the figure. */
export function tagOf(path: readonly string[]): string {
  const tag = path.join('.');
  if (tag.length <= LONGEST_TAG) return tag;
  const characters = [...tag];
  if (characters.length <= LONGEST_TAG) return characters.join('');
  return `…${characters.slice(characters.length - LONGEST_TAG + 1).join('')}`;
}

function control(tag: string, content: string): string {
  return (
    `<w:sdt><w:sdtPr><w:tag w:val="${escapeXml(tag)}"/><w15:appearance w15:val="hidden"/></w:sdtPr>` +
    `<w:sdtContent>${content}</w:sdtContent></w:sdt>`
  );
}

/** A field with the result it has now; a word processor can update it. */
export function field(instruction: string, result: string): string {
  return (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    `<w:r><w:instrText xml:space="preserve">${escapeXml(instruction)}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  );
}

/** Line breaks and tabs in the text become those of the document. */
export function textRun(text: string, bold = false): string {
  if (text === '') return '';
  const properties = bold ? '<w:rPr><w:b/></w:rPr>' : '';
  if (!BREAKS.test(text)) return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  const parts = text.split(/(\r\n|[\r\n\u2028\u2029\t])/);
  let content = '';
  for (const part of parts) {
    if (part === '') continue;
    if (part === '\t') content += '<w:tab/>';
    else if (/^[\r\n\u2028\u2029]/.test(part)) content += '<w:br/>';
    else content += `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`;
  }
  return content === '' ? '' : `<w:r>${properties}${content}</w:r>`;
}

const BREAKS = /[\r\n\u2028\u2029\t]/;
