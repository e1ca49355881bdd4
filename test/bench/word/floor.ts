import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { CONTENTS, type ContentName } from './content.js';

/**
 * The floor: the least that any program must do for a table of this content, in one process like
 * the others: write the XML of its cells and deflate it.
 */
const [name = '', target = ''] = process.argv.slice(2);
const { items } = CONTENTS[name as ContentName].report();
const rows: string[][] = [];
for (const item of items) {
  if (item.kind !== 'table' || item.subject.kind !== 'figures') continue;
  for (const { members } of item.subject.figure.groups) {
    for (const { label, cells } of members) {
      rows.push([
        label,
        ...cells.map((cell) => ('quantity' in cell && cell.quantity ? cell.quantity.amount.toString() : '')),
      ]);
    }
  }
}
let xml = '<w:tbl>';
for (const row of rows) {
  xml += '<w:tr>';
  for (const cell of row) {
    xml += `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">${cell}</w:t></w:r></w:p></w:tc>`;
  }
  xml += '</w:tr>';
}
writeFileSync(target, zipSync({ 'word/document.xml': [strToU8(`${xml}</w:tbl>`), { level: 6 }] }));
