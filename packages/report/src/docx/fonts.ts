import { FACE_NAMES, type Face, fallbackNames } from '../layout/faces.js';
import { escapeXml } from './xml.js';

const FAMILIES: Record<Face, 'roman' | 'modern'> = {
  title: 'roman',
  text: 'modern',
  kai: 'modern',
  hei: 'modern',
  song: 'roman',
};

/**
 * The attributes that choose a face. The hint sets quotation marks and dashes, which Latin and CJK
 * faces share, in the CJK one.
 */
export function fontAttributes(face: Face, latinFont?: string): string {
  const name = escapeXml(FACE_NAMES[face]);
  const latin = latinFont === undefined ? name : escapeXml(latinFont);
  return `w:hint="eastAsia" w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${name}" w:cs="${latin}"`;
}

/** The fonts of the package with the names to fall back on. */
export function fontTableXml(latinFont?: string): string {
  const fonts = (Object.keys(FACE_NAMES) as Face[]).map(
    (face) =>
      `<w:font w:name="${FACE_NAMES[face]}"><w:altName w:val="${fallbackNames(face).join(',')}"/>` +
      `<w:charset w:val="86"/><w:family w:val="${FAMILIES[face]}"/><w:pitch w:val="variable"/></w:font>`,
  );
  const latin =
    latinFont === undefined
      ? ''
      : `<w:font w:name="${escapeXml(latinFont)}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${fonts.join('')}${latin}</w:fonts>`
  );
}
