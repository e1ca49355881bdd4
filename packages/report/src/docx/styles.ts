import type { Face } from '../layout/faces.js';
import { TABLE_LINE } from '../layout/paper.js';
import { fontAttributes } from './fonts.js';
import { CHARACTER, GRID_PITCH, GRID_SPACING } from './measures.js';
import { HEADING_LEVELS, HEADING_LIST_PLACEHOLDER } from './numbering.js';

/** Ids of the styles, as the document refers to them. */
export const STYLE = {
  text: 'BodyText',
  title: 'Title',
  annexLabel: 'AnnexLabel',
  annexTitle: 'AnnexTitle',
  listItem: 'ListItem',
  annexList: 'AnnexList',
  signature: 'Signature',
  caption: 'Caption',
  unitLine: 'UnitLine',
  tableText: 'TableText',
  tableHeader: 'TableHeader',
  smallTableText: 'SmallTableText',
  smallTableHeader: 'SmallTableHeader',
  tableEnd: 'TableEnd',
  tableJoint: 'TableJoint',
  sectionEnd: 'SectionEnd',
  figure: 'Figure',
  gap: 'Gap',
  contentsTitle: 'TOCHeading',
  pageNumber: 'Footer',
  header: 'Header',
  footnoteText: 'FootnoteText',
} as const;

export function headingStyle(level: number): string {
  return `Heading${level}`;
}

/** Word counts the levels of a table of contents from 1, too. */
export function contentsStyle(level: number): string {
  return `TOC${level}`;
}

interface Style {
  readonly id: string;
  /** Word knows its own styles by their English names and shows them translated. */
  readonly name: string;
  readonly basedOn?: string;
  readonly next?: string;
  /** Listed among the quick styles. */
  readonly quick?: boolean;
  readonly paragraph?: string;
  readonly run?: string;
}

const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const OFF_GRID = '<w:snapToGrid w:val="0"/>';
const CENTER = '<w:jc w:val="center"/>';
/** On the grid, whatever the height of the face: every line takes one step. */
const GRID_LINE = `w:line="${GRID_PITCH}" w:lineRule="exact"`;

/** The style sheet of the package; `latinFont` sets Latin letters and digits in a face of their own. */
export function stylesXml(latinFont?: string): string {
  const fonts = (face: Face) => `<w:rFonts ${fontAttributes(face, latinFont)}/>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('text')}<w:sz w:val="32"/><w:szCs w:val="32"/>` +
    '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    '<w:pPr><w:widowControl w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/></w:pPr>' +
    `<w:rPr><w:spacing w:val="${GRID_SPACING}"/></w:rPr></w:style>` +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>' +
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>' +
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
    '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>' +
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' +
    // The library writes an empty list of endnotes, whose rule is set in this style.
    '<w:style w:type="character" w:styleId="EndnoteReference"><w:name w:val="endnote reference"/>' +
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' +
    TABLE_STYLE +
    paragraphStyles(fonts).map(styleXml).join('') +
    '</w:styles>'
  );
}

function paragraphStyles(fonts: (face: Face) => string): Style[] {
  const size = (points: number) => `<w:sz w:val="${2 * points}"/><w:szCs w:val="${2 * points}"/>`;
  const table = (line: number) => `${OFF_GRID}<w:spacing w:line="${20 * line}" w:lineRule="exact"/>${CENTER}`;
  const cell = (face: Face, points: number) => `${fonts(face)}<w:spacing w:val="0"/>${size(points)}`;
  const thin = (line: number) => `${OFF_GRID}<w:spacing w:line="${line}" w:lineRule="exact"/>`;
  return [
    { id: STYLE.text, name: 'Body Text', quick: true, paragraph: INDENT },
    {
      id: STYLE.title,
      name: 'Title',
      next: STYLE.text,
      quick: true,
      paragraph: `${OFF_GRID}<w:spacing w:after="${GRID_PITCH}" ${GRID_LINE}/>${CENTER}`,
      run: `${fonts('title')}<w:spacing w:val="0"/>${size(22)}`,
    },
    {
      id: STYLE.annexTitle,
      name: '附件标题',
      basedOn: STYLE.title,
      next: STYLE.text,
      quick: true,
      paragraph: '<w:keepNext/><w:outlineLvl w:val="0"/>',
    },
    ...Array.from({ length: HEADING_LEVELS }, (_, index) => headingStyleOf(index + 1, fonts)),
    {
      id: STYLE.annexLabel,
      name: '附件标识',
      next: STYLE.title,
      quick: true,
      paragraph: '<w:keepNext/>',
      run: fonts('hei'),
    },
    { id: STYLE.listItem, name: '列举', basedOn: STYLE.text, quick: true },
    { id: STYLE.annexList, name: '附件说明', quick: true },
    { id: STYLE.signature, name: '落款', quick: true, paragraph: '<w:jc w:val="right"/>' },
    {
      id: STYLE.caption,
      name: 'caption',
      next: STYLE.text,
      quick: true,
      paragraph: `<w:keepNext/>${CENTER}`,
      run: `${fonts('hei')}<w:spacing w:val="0"/>${size(12)}`,
    },
    {
      id: STYLE.unitLine,
      name: '表格单位',
      paragraph: '<w:keepNext/><w:jc w:val="right"/>',
      run: cell('text', 12),
    },
    { id: STYLE.tableText, name: '表格文字', paragraph: table(TABLE_LINE.table), run: cell('text', 12) },
    { id: STYLE.tableHeader, name: '表头', paragraph: table(TABLE_LINE.table), run: cell('hei', 12) },
    { id: STYLE.smallTableText, name: '表格小字', paragraph: table(TABLE_LINE.smallTable), run: cell('text', 10.5) },
    { id: STYLE.smallTableHeader, name: '小字表头', paragraph: table(TABLE_LINE.smallTable), run: cell('hei', 10.5) },
    { id: STYLE.tableEnd, name: '表后', paragraph: thin(120), run: size(1) },
    { id: STYLE.tableJoint, name: '表间', paragraph: thin(1), run: size(1) },
    { id: STYLE.sectionEnd, name: '节末', paragraph: thin(1), run: size(1) },
    { id: STYLE.figure, name: '图', next: STYLE.caption, paragraph: `<w:keepNext/>${OFF_GRID}${CENTER}` },
    {
      id: STYLE.gap,
      name: '缺项',
      quick: true,
      paragraph: INDENT,
      run: '<w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/>',
    },
    {
      id: STYLE.contentsTitle,
      name: 'TOC Heading',
      next: STYLE.text,
      paragraph: `${OFF_GRID}<w:spacing w:after="${GRID_PITCH}" ${GRID_LINE}/>${CENTER}`,
      run: fonts('hei'),
    },
    { id: contentsStyle(1), name: 'toc 1', paragraph: contentsParagraph(0) },
    { id: contentsStyle(2), name: 'toc 2', paragraph: contentsParagraph(CHARACTER) },
    {
      id: STYLE.pageNumber,
      name: 'footer',
      paragraph: `${OFF_GRID}<w:spacing w:line="400" w:lineRule="exact"/><w:jc w:val="left"/>`,
      run: cell('song', 14),
    },
    { id: STYLE.header, name: 'header', paragraph: `${OFF_GRID}<w:jc w:val="right"/>`, run: cell('hei', 14) },
    {
      id: STYLE.footnoteText,
      name: 'footnote text',
      paragraph: `${OFF_GRID}<w:jc w:val="left"/>`,
      run: `<w:spacing w:val="0"/>${size(10.5)}`,
    },
  ];
}

function headingStyleOf(level: number, fonts: (face: Face) => string): Style {
  const face: Face = level === 1 ? 'hei' : level === 2 ? 'kai' : 'text';
  return {
    id: headingStyle(level),
    name: `heading ${level}`,
    next: STYLE.text,
    quick: true,
    paragraph:
      `<w:keepNext/><w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="${HEADING_LIST_PLACEHOLDER}"/></w:numPr>` +
      `${INDENT}<w:outlineLvl w:val="${level - 1}"/>`,
    run: fonts(face),
  };
}

function contentsParagraph(left: number): string {
  const right = 28 * CHARACTER;
  return `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${right}"/></w:tabs><w:ind w:left="${left}"/>`;
}

/** Thin single rules and narrow margins, for all tables of the report. */
const RULE = '<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>';
const TABLE_STYLE =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>' +
  '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>' +
  '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="报告表格"/>' +
  '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => RULE.replace('{side}', side)).join('') +
  '</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>' +
  '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

function styleXml({ id, name, basedOn = 'Normal', next, quick, paragraph, run }: Style): string {
  const builtIn = /^[A-Za-z]/.test(name);
  return (
    `<w:style w:type="paragraph" ${builtIn ? '' : 'w:customStyle="1" '}w:styleId="${id}"><w:name w:val="${name}"/>` +
    `<w:basedOn w:val="${basedOn}"/>` +
    (next ? `<w:next w:val="${next}"/>` : '') +
    (quick ? '<w:qFormat/>' : '') +
    (paragraph ? `<w:pPr>${paragraph}</w:pPr>` : '') +
    (run ? `<w:rPr>${run}</w:rPr>` : '') +
    '</w:style>'
  );
}
