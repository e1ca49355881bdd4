import {
  AlignmentType,
  Footer,
  Header,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  PageNumber,
  Paragraph,
  TextRun,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { TextWatermark } from 'docx/watermarks';
import type { Orientation } from '../layout/document.js';
import { FACE_NAMES } from '../layout/faces.js';
import { paper } from '../layout/paper.js';
import { pixels, twips } from './measures.js';
import { STYLE } from './styles.js';

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
export function pageNumbers(orientation: Orientation): { readonly default: Footer; readonly even: Footer } {
  const footer = orientation === 'portrait' ? uprightFooter : turnedFooter;
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

function uprightFooter(side: Side): Footer {
  return new Footer({ children: [numberLine(side)] });
}

/** — 1 —, one character in from the outer edge; `left` is where the type area begins. */
function numberLine(side: Side, left = 0): Paragraph {
  return new Paragraph({
    style: STYLE.pageNumber,
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === 'odd' ? { right: ONE_CHARACTER } : { left: left + ONE_CHARACTER },
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

/**
 * A landscape sheet lies in the file with its top at the left. Its page number stands where it
 * stands on the other sheets, so it runs down along the left edge. The box is placed by alignment
 * alone, which all word processors keep for left and right pages alike.
 */
function turnedFooter(side: Side): Footer {
  const { left, right } = paper.margin;
  const box = new ShapeRun({
    type: 'rectangle',
    fill: 'none',
    line: 'none',
    transformation: {
      width: pixels(2 * paper.pageNumberDrop),
      height: pixels(paper.width - 2 * right),
    },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.LEFT_MARGIN,
        align: HorizontalPositionAlign.RIGHT,
      },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, align: VerticalPositionAlign.CENTER },
      wrap: { type: TextWrappingType.NONE },
    },
    textOptions: {
      direction: 'topToBottom',
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      verticalAlignment: 'center',
    },
    // The box is as far from the upper edge as from the lower: the left margin is wider than that.
    children: [numberLine(side, twips(left - right))],
    altText: { name: '页码' },
  });
  return new Footer({ children: [new Paragraph({ style: STYLE.pageNumber, children: [box] })] });
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
