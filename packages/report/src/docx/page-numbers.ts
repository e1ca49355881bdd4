import { Footer, Header, Paragraph, TextRun } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { Orientation } from '../layout/document.js';
import { FACE_NAMES } from '../layout/faces.js';
import { paper } from '../layout/paper.js';
import { emu, twips } from './measures.js';
import { paragraph } from './paragraphs.js';
import type { AddPiece } from './ready-xml.js';
import { field, textRun } from './runs.js';
import { STYLE } from './styles.js';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const SHAPE = 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape';

type Side = 'odd' | 'even';

/** Height of the line with the number in millimetres (20 points), in whose middle the dashes lie. */
const LINE_HEIGHT = (20 / 72) * 25.4;

/** One character of the page number, 4号. */
const ONE_CHARACTER = 14 * 20;

/**
 * From the lower edge of the sheet to the lower edge of the page number's line: its dashes lie
 * 7 mm below the type area (GB/T 9704-2012, 7.5).
 */
export const FOOTER_DISTANCE = paper.margin.bottom - paper.pageNumberDrop - LINE_HEIGHT / 2;

/** From the upper edge of the sheet to the draft mark, in millimetres. */
const HEADER_DISTANCE = 15;

/** From the lower edge of a turned sheet to the line that anchors its page number. */
const ANCHOR_DISTANCE = 10;

/** Footers for odd pages (number at the right) and even pages (at the left). */
export function pageNumbers(
  orientation: Orientation,
  addPiece: AddPiece,
): { readonly default: Footer; readonly even: Footer } {
  const line = (side: Side) => (orientation === 'portrait' ? numberLine(side) : turnedLine(side));
  // The types allow a footer paragraphs and tables only; what stands for them until it is written is neither.
  const footer = (side: Side) => new Footer({ children: [addPiece(() => line(side)) as unknown as Paragraph] });
  return { default: footer('odd'), even: footer('even') };
}

/** Headers that mark every page as a draft. */
export function draftMark(): { readonly default: Header; readonly even: Header } {
  const header = () =>
    new Header({
      children: [
        new Paragraph({
          style: STYLE.header,
          children: [
            new TextRun('草稿'),
            new TextWatermark({ text: '草稿', font: FACE_NAMES.hei, opacity: 0.3, width: 400, height: 200 }),
          ],
        }),
      ],
    });
  return { default: header(), even: header() };
}

/** — 1 —, one character in from the outer edge; `left` is where the type area begins. */
function numberLine(side: Side, left = 0): string {
  const place =
    side === 'odd'
      ? `<w:ind w:right="${ONE_CHARACTER}"/><w:jc w:val="right"/>`
      : `<w:ind w:left="${left + ONE_CHARACTER}"/><w:jc w:val="left"/>`;
  return paragraph(STYLE.pageNumber, place, textRun('— ') + field('PAGE', '') + textRun(' —'));
}

/**
 * A landscape sheet lies in the file with its top at the left. Its page number stands where it
 * stands on the other sheets, so it runs down along the left edge. The box is placed by alignment
 * alone, which all word processors keep for left and right pages alike.
 */
function turnedLine(side: Side): string {
  const { left, right } = paper.margin;
  const width = emu(2 * paper.pageNumberDrop);
  const height = emu(paper.width - 2 * right);
  // The box is as far from the upper edge as from the lower: the left margin is wider than that.
  const text = numberLine(side, twips(left - right));
  const box =
    `<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>' +
    `<wps:txbx><w:txbxContent>${text}</w:txbxContent></wps:txbx>` +
    '<wps:bodyPr vert="vert" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>';
  const anchor =
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" allowOverlap="1" behindDoc="0" locked="0" ' +
    `layoutInCell="1" relativeHeight="${height}"><wp:simplePos x="0" y="0"/>` +
    '<wp:positionH relativeFrom="leftMargin"><wp:align>right</wp:align></wp:positionH>' +
    '<wp:positionV relativeFrom="page"><wp:align>center</wp:align></wp:positionV>' +
    `<wp:extent cx="${width}" cy="${height}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>` +
    `<wp:docPr id="1" name="页码"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="${DRAWING}" noChangeAspect="1"/>` +
    `</wp:cNvGraphicFramePr><a:graphic xmlns:a="${DRAWING}"><a:graphicData uri="${SHAPE}">${box}</a:graphicData>` +
    '</a:graphic></wp:anchor>';
  return paragraph(STYLE.pageNumber, '', `<w:r><w:drawing>${anchor}</w:drawing></w:r>`);
}

/** Margins of a sheet in twips. A landscape sheet is the portrait one, turned with its top to the left. */
export function sheetMargins(orientation: Orientation) {
  const { top, left, right, bottom } = paper.margin;
  const turned = orientation === 'landscape' ? { top: left, right: top, bottom: right, left: bottom } : paper.margin;
  return {
    top: twips(turned.top),
    right: twips(turned.right),
    bottom: twips(turned.bottom),
    left: twips(turned.left),
    header: twips(HEADER_DISTANCE),
    // The footer of a turned sheet only anchors its page number and must not push the text up.
    footer: twips(orientation === 'landscape' ? ANCHOR_DISTANCE : FOOTER_DISTANCE),
    gutter: 0,
  };
}
