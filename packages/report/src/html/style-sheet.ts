import { type Face, faceNames } from '../layout/faces.js';
import { CELL_PADDING, LINE_PITCH, paper, TABLE_LINE } from '../layout/paper.js';
import { DEEPEST_INDENT } from './table.js';

/** Marks that Latin and CJK faces share; in Chinese text they belong to the CJK face. */
const SHARED_MARKS = 'U+2014, U+2018-2019, U+201C-201D, U+2026, U+00B7';

const FACES: readonly Face[] = ['title', 'text', 'kai', 'hei', 'song'];

/** Looks like paper: sheets of A4 with the grid of GB/T 9704-2012. */
export function previewStyleSheet(): string {
  const { top, right, bottom, left } = paper.margin;
  const pitch = `${LINE_PITCH.toFixed(2)}pt`;
  return `${FACES.map(sharedMarksFace).join('\n')}
.jx-sheet { display: flow-root; box-sizing: border-box; width: ${paper.width}mm; margin: 0 auto; padding: 0 ${right}mm 0 ${left}mm; background: #fff; color: #000; font: 16pt/${pitch} ${family('text')}; letter-spacing: -0.25pt; text-align: justify; overflow-wrap: anywhere; line-break: strict; text-autospace: no-autospace; }
.jx-landscape { width: ${paper.height}mm; padding: 0 ${top}mm 0 ${bottom}mm; }
.jx-first { padding-top: ${top}mm; margin-top: 6mm; }
.jx-last { padding-bottom: ${bottom}mm; margin-bottom: 6mm; }
.jx-landscape.jx-first { padding-top: ${left}mm; }
.jx-landscape.jx-last { padding-bottom: ${right}mm; }
.jx-sheet :is(p, h1, h2, h3, h4, h5, h6, figure, ul) { margin: 0; padding: 0; font: inherit; }
.jx-sheet .jx-label { font-family: ${family('hei')}; }
.jx-sheet .jx-title { font: 22pt/${pitch} ${family('title')}; letter-spacing: 0; text-align: center; margin-bottom: ${pitch}; }
.jx-sheet .jx-below { margin-top: ${pitch}; }
.jx-sheet :is(.jx-heading, .jx-text) { text-indent: 2em; }
.jx-sheet .jx-heading1 { font-family: ${family('hei')}; }
.jx-sheet .jx-heading2 { font-family: ${family('kai')}; }
.jx-sheet .jx-footnote { font-size: 10.5pt; line-height: 1.4; letter-spacing: 0; color: #444; }
.jx-sheet .jx-footnote sup, .jx-mark { font-size: 65%; line-height: 0; }
.jx-gap { background: #fff2cc; }
.jx-value { border-radius: 2px; }
.jx-value:hover { background: #e3edfa; }
.jx-sheet a { color: inherit; text-decoration: none; }
.jx-sheet .jx-caption { font: 12pt/${pitch} ${family('hei')}; letter-spacing: 0; text-align: center; }
.jx-sheet .jx-unit { font-size: 12pt; letter-spacing: 0; text-align: right; }
.jx-table { width: 100%; margin-bottom: 6pt; border-collapse: collapse; table-layout: fixed; font-size: 12pt; line-height: ${TABLE_LINE.table}pt; letter-spacing: 0; }
.jx-small { font-size: 10.5pt; line-height: ${TABLE_LINE.smallTable}pt; }
.jx-joined { margin-top: calc(-6pt - 1px); }
.jx-table :is(th, td) { border: 0.5pt solid #000; padding: ${CELL_PADDING}pt 4pt; text-align: center; font-weight: normal; }
.jx-table th { font-family: ${family('hei')}; }
.jx-table .jx-left { text-align: left; }
.jx-table .jx-right { text-align: right; font-variant-numeric: tabular-nums; }
.jx-table .jx-total { font-weight: bold; }
.jx-table .jx-rules-none { border: none; }
.jx-table .jx-rules-openBelow { border-bottom: none; }
.jx-table .jx-rules-openAbove { border-top: none; }
.jx-sheet figure { text-align: center; }
.jx-sheet :is(img, svg) { max-width: 100%; height: auto; }
.jx-annexes { display: flex; margin-top: ${pitch}; padding-left: 2em; }
.jx-annexes > span { flex: none; }
.jx-annexes li { list-style: none; padding-left: 1em; text-indent: -1em; }
.jx-signature { margin-top: ${pitch}; text-align: right; }
.jx-sealed { margin-top: calc(3 * ${pitch}); }
.jx-contents p { display: flex; }
.jx-sheet .jx-contents-title { display: block; text-align: center; font-family: ${family('hei')}; }
.jx-sheet .jx-toc2 { padding-left: 1em; }
.jx-dots { flex: 1; margin: 0 0.3em; border-bottom: 1px dotted; transform: translateY(-0.4em); }
.jx-break { border-top: 1px dashed #bbb; margin: ${pitch} -${right}mm ${pitch} -${left}mm; }
${indents()}
${distances()}
`;
}

function family(face: Face): string {
  const names = faceNames(face).map((name) => `"${name}"`);
  return [`"jx-${face}"`, ...names, face === 'hei' ? 'sans-serif' : 'serif'].join(', ');
}

function sharedMarksFace(face: Face): string {
  const sources = faceNames(face).map((name) => `local("${name}")`);
  return `@font-face { font-family: "jx-${face}"; src: ${sources.join(', ')}; unicode-range: ${SHARED_MARKS}; }`;
}

function indents(): string {
  return Array.from(
    { length: DEEPEST_INDENT },
    (_, index) => `.jx-table .jx-indent${index + 1} { padding-left: calc(4pt + ${index + 1}em); }`,
  ).join('\n');
}

/** Distances from the right edge in halves of a character. */
function distances(): string {
  return Array.from(
    { length: 2 * paper.charactersPerLine },
    (_, halves) => `.jx-sheet .jx-right${halves} { padding-right: ${halves / 2}em; }`,
  ).join('\n');
}
