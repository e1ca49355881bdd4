import { catalogue } from '@jixiao/core';
import { type AstNode, AstUtils } from 'langium';
import type { ExpectedSection } from '../../../evaluation/outline.js';
import { wholeNumber } from '../../../evaluation/report.js';
import { similarWords } from '../../../evaluation/suggestions.js';
import * as ast from '../../../generated/ast.js';
import type { Change } from '../../changes/changes.js';
import { expectedSection, outlineOf } from '../../navigation/prescribed.js';
import { type FixProvider, fixesFor } from '../fix.js';
import type { FixSite } from '../fix-site.js';

const { outlines } = catalogue;

type Owner = ast.ReportDeclaration | ast.Section;

function isOwner(node: unknown): node is Owner {
  return ast.isReportDeclaration(node) || ast.isSection(node);
}

export const OUTLINE_FIXES: readonly FixProvider[] = [
  fixesFor(outlines.missingSection, ({ title }, site) => {
    const owner = site.node(isOwner);
    const expected = owner && expectedIn(owner, site);
    const wanted = expected?.find(({ titles }) => titles[0] === title);
    const change = owner && expected && wanted && insertSection(wanted, expected, owner, site);
    return change
      ? [{ title: { zh: `添加“${title}”一节`, en: `Add the section “${title}”` }, changes: [change], preferred: true }]
      : [];
  }),
  fixesFor(outlines.unexpectedSection, ({ title }, site) => {
    const section = site.node(ast.isSection);
    const owner = section && ownerOf(section);
    if (!owner) return [];
    const present = new Set(sectionsOf(owner).map((other) => other.title?.value));
    const missing = expectedIn(owner, site).filter(({ titles }) => !titles.some((known) => present.has(known)));
    return similarWords(
      title,
      missing.flatMap(({ titles }) => titles),
    ).map((word) => ({
      title: { zh: `标题改为“${word}”`, en: `Change the heading to “${word}”` },
      changes: [site.replace(site.finding.at, `"${word}"`)],
    }));
  }),
  fixesFor(outlines.annexNumber, (_, site) => {
    const report = site.node(ast.isReportDeclaration);
    const annexes = report ? AstUtils.streamAst(report).filter(ast.isAnnex).toArray() : [];
    const written = annexes.map(({ number }) => wholeNumber(number) ?? 0);
    const first = Math.min(...written);
    if (annexes.length === 0 || first < 1) return [];
    const wanted = annexes.map((_annex, index) => first + index);
    const changes = annexes.flatMap(({ number }, index) =>
      number && written[index] !== wanted[index] ? [site.replace(number, `${wanted[index]}`)] : [],
    );
    return [
      {
        title: { zh: `附件依次编为${wanted.join('、')}`, en: `Number the annexes ${wanted.join(', ')}` },
        changes,
        preferred: true,
      },
    ];
  }),
];

/** What the outline wants inside a report or a section. */
function expectedIn(owner: Owner, site: FixSite): readonly ExpectedSection[] {
  if (ast.isReportDeclaration(owner)) return outlineOf(owner, site.piece, site.analysis)?.sections ?? [];
  return expectedSection(owner, site.piece, site.analysis)?.sections ?? [];
}

/** The section or the report around a section; sections of an annex follow no outline. */
function ownerOf(section: ast.Section): Owner | undefined {
  for (let at: AstNode | undefined = section.$container; at; at = at.$container) {
    if (isOwner(at)) return at;
    if (ast.isAnnex(at)) return undefined;
  }
  return undefined;
}

function blocksOf(owner: Owner): readonly (ast.ReportBlock | ast.ItemBlock)[] {
  return ast.isReportDeclaration(owner) ? [owner.block].filter(Boolean) : owner.blocks;
}

function sectionsOf(owner: Owner): ast.Section[] {
  return blocksOf(owner).flatMap(({ items }) => items.filter(ast.isSection));
}

/** Puts a section where the outline has it: behind the one before it, else before the one that follows, else at the end. */
function insertSection(
  wanted: ExpectedSection,
  expected: readonly ExpectedSection[],
  owner: Owner,
  site: FixSite,
): Change | undefined {
  const sections = sectionsOf(owner);
  const rank = ({ title }: ast.Section) => expected.findIndex(({ titles }) => titles.includes(title?.value ?? ''));
  const place = expected.indexOf(wanted);
  const before = sections.filter((section) => rank(section) >= 0 && rank(section) < place).at(-1);
  const after = sections.find((section) => rank(section) > place);
  const { newline } = site;
  if (before) {
    const next = sections[sections.indexOf(before) + 1] ?? owner;
    const behind = (next === owner ? next.$cstNode?.end : next.$cstNode?.offset) ?? 0;
    if (!site.isReadable(before.$cstNode?.offset ?? 0, behind)) return undefined;
    const { start, end } = site.spanOf(before);
    const indent = site.indentOf(start.line);
    return site.insert(end, `${gapBetween(sections, site)}${sectionText(wanted, indent, site)}`);
  }
  if (after) {
    if (!site.isReadable(owner.$cstNode?.offset ?? 0, after.$cstNode?.offset ?? 0)) return undefined;
    const { start } = site.spanOf(after);
    const indent = site.indentOf(start.line);
    const text = `${sectionText(wanted, indent, site)}${gapBetween(sections, site)}`;
    return site.insert({ line: start.line, character: 0 }, text);
  }
  const block = blocksOf(owner).at(-1);
  const indent = site.indentOf(site.spanOf(owner).start.line) + site.indent;
  const text = sectionText(wanted, indent, site);
  const inside = block ? (lastInside(block) ?? block) : owner;
  if (!site.isSound(inside)) return undefined;
  if (!block) {
    const outer = site.indentOf(site.spanOf(owner).start.line);
    return site.insertAfter(owner, ` {${newline}${text}${newline}${outer}}`);
  }
  if (inside !== block) return site.insertAfter(inside, `${newline}${text}`);
  const { start, end } = site.spanOf(block);
  const inner = site.between(
    { line: start.line, character: start.character + 1 },
    { line: end.line, character: end.character - 1 },
  );
  return site.replace(inner, `${newline}${text}${newline}${site.indentOf(site.spanOf(owner).start.line)}`);
}

function lastInside(block: ast.ReportBlock | ast.ItemBlock) {
  const inside = [...block.items, ...(ast.isReportBlock(block) ? block.properties : [])];
  return inside.sort((a, b) => (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0)).at(-1);
}

/** Sections are set apart by an empty line where those beside them are. */
function gapBetween(sections: readonly ast.Section[], site: FixSite): string {
  const apart = sections.some((section, index) => {
    const next = sections[index + 1];
    return next && site.spanOf(next).start.line - site.spanOf(section).end.line > 1;
  });
  return apart ? `${site.newline}${site.newline}` : site.newline;
}

const TO_WRITE = { zh: '在这里写正文', en: 'the text goes here' };
const TO_MENTION = { zh: '写明：', en: 'to be mentioned: ' };

/** A section with the sections that it needs in turn; what is still to be written is said in a comment, which is not printed. */
function sectionText({ titles, sections, contents }: ExpectedSection, indent: string, site: FixSite): string {
  const { newline } = site;
  const keyword = site.keyword('节');
  const language = keyword === '节' ? 'zh' : 'en';
  const head = `${indent}${keyword} "${titles[0] ?? ''}"`;
  const needed = sections.filter(({ required }) => required);
  if (needed.length > 0) {
    const inner = needed.map((section) => sectionText(section, indent + site.indent, site)).join(newline);
    return `${head} {${newline}${inner}${newline}${indent}}`;
  }
  const remark = contents.length > 0 ? TO_MENTION[language] + contents.join('、') : TO_WRITE[language];
  return `${head} [${newline}${indent}${site.indent}// ${remark}${newline}${indent}]`;
}
