import { layout, lintDocx, writeDocx } from '@jixiao/report';
import { beforeAll, describe, expect, test } from 'vitest';
import { changed } from './package-parts.js';
import { sampleReport } from './sample.js';

let sound: Uint8Array;
beforeAll(async () => {
  sound = await writeDocx(layout(sampleReport(), { tableOfContents: true }));
});

const DOCUMENT = 'word/document.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';

/** What is broken, in which part, by which change, and what must be reported. */
const MUTATIONS: readonly (readonly [
  name: string,
  part: string,
  change: (xml: string) => string | undefined,
  rule: string,
])[] = [
  [
    'a removed relationship',
    RELATIONSHIPS,
    (xml) => xml.replace(/<Relationship [^>]*charts\/chart1\.xml"\/>/, ''),
    'relationship-missing',
  ],
  ['a relationship to a part that is gone', 'word/charts/chart1.xml', () => undefined, 'relationship-target-missing'],
  [
    'a part nothing leads to',
    RELATIONSHIPS,
    (xml) => xml.replace(/<Relationship [^>]*footer1\.xml"\/>/, ''),
    'part-unreachable',
  ],
  ['a repeated relationship', RELATIONSHIPS, (xml) => xml.replace('Id="rId2"', 'Id="rId1"'), 'relationship-repeated'],
  [
    'an undefined list',
    DOCUMENT,
    (xml) => xml.replace(/<w:numId w:val="\d+"/, '<w:numId w:val="999"'),
    'list-undefined',
  ],
  [
    'an undefined list of a style',
    'word/styles.xml',
    (xml) => xml.replace(/<w:numId w:val="\d+"/, '<w:numId w:val="999"'),
    'list-undefined',
  ],
  [
    'a list without definition',
    'word/numbering.xml',
    (xml) => xml.replace(/<w:abstractNumId w:val="\d+"/, '<w:abstractNumId w:val="999"'),
    'list-definition-missing',
  ],
  [
    'an undefined style',
    DOCUMENT,
    (xml) => xml.replace('<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Nobody"/>'),
    'style-undefined',
  ],
  [
    'a style based on none',
    'word/styles.xml',
    (xml) => xml.replace('<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Nobody"/>'),
    'style-undefined',
  ],
  [
    'an undefined table style',
    DOCUMENT,
    (xml) => xml.replace('<w:tblStyle w:val="ReportTable"/>', '<w:tblStyle w:val="Nobody"/>'),
    'style-undefined',
  ],
  [
    'a cell without paragraph',
    DOCUMENT,
    (xml) => xml.replace(/(<w:tc><w:tcPr>(?:(?!<\/w:tcPr>).)*<\/w:tcPr>)<w:p>(?:(?!<\/w:tc>).)*<\/w:tc>/s, '$1</w:tc>'),
    'cell-without-paragraph',
  ],
  ['a short row', DOCUMENT, (xml) => xml.replace(/<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc><\/w:tr>/s, '</w:tr>'), 'row-width'],
  ['a row that is too wide', DOCUMENT, (xml) => xml.replace('<w:gridCol ', '<w:removed '), 'row-width'],
  [
    'a merged cell without start',
    DOCUMENT,
    (xml) => xml.replace('<w:vMerge w:val="restart"/>', ''),
    'merge-without-start',
  ],
  [
    'an unclosed field',
    DOCUMENT,
    (xml) => xml.replace('<w:r><w:fldChar w:fldCharType="end"/></w:r>', ''),
    'field-unclosed',
  ],
  [
    'a field that ends twice',
    DOCUMENT,
    (xml) => xml.replace('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', ''),
    'field-order',
  ],
  [
    'a footnote without text',
    DOCUMENT,
    (xml) => xml.replace('<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>'),
    'footnote-undefined',
  ],
  ['a mention of nothing', DOCUMENT, (xml) => xml.replace('w:name="table1"', 'w:name="table9"'), 'bookmark-undefined'],
  [
    'a bookmark that never ends',
    DOCUMENT,
    (xml) => xml.replace(/<w:bookmarkEnd w:id="\d+"\/>/, ''),
    'bookmark-unclosed',
  ],
  [
    'two bookmarks of one name',
    DOCUMENT,
    (xml) => xml.replace('w:name="_Toc2"', 'w:name="_Toc1"'),
    'bookmark-repeated',
  ],
  ['broken XML', DOCUMENT, (xml) => xml.replace('</w:body>', ''), 'not-well-formed'],
];

describe('the lint of a package', () => {
  test('finds nothing in a sound one', () => {
    expect(lintDocx(sound)).toEqual([]);
  });

  test.each(MUTATIONS)('finds %s', (_, part, change, rule) => {
    const broken = changed(sound, part, change);
    expect(lintDocx(broken).map((problem) => problem.rule)).toContain(rule);
  });

  test.each(MUTATIONS)('is given a package that has %s', (_, part, change) => {
    const before = changed(sound, part, (xml) => xml);
    expect(Buffer.compare(changed(sound, part, change), before)).not.toBe(0);
  });
});
