import { catalogue } from '@jixiao/core';
import type { AstNode } from 'langium';
import * as ast from '../../../generated/ast.js';
import type { Change } from '../../changes/changes.js';
import { type Fix, type FixProvider, fixesFor } from '../fix.js';
import type { FixSite } from '../fix-site.js';

const { syntax } = catalogue;

function closing(mark: string, change: Change | undefined): Fix[] {
  if (!change) return [];
  return [{ title: { zh: `补上“${mark}”`, en: `Add the missing “${mark}”` }, changes: [change], preferred: true }];
}

/** Brackets and quotes that were left out go where the reading of the text has put them already. */
export const SYNTAX_FIXES: readonly FixProvider[] = [
  fixesFor(syntax.unclosedBlock, (_, site) => {
    // The braces may all be there, taken for text.
    if (site.piece.findings.some(({ code }) => code === syntax.unclosedProse.code)) return [];
    return closing('}', closedAt(site.tokenAt(openingOffset(site))?.container, '}', site));
  }),
  fixesFor(syntax.unclosedProse, ({ closing: mark }, site) => {
    const prose = site.node(ast.isProse);
    return closing(mark, prose && closedProse(prose, mark, site));
  }),
  fixesFor(syntax.unclosedInterpolation, (_, site) => {
    const interpolation = site.node(ast.isInterpolation);
    if (hasUnclosedText(site)) return [];
    return closing('}', interpolation && closedInterpolation(interpolation, site));
  }),
  fixesFor(syntax.unclosedText, ({ closing: mark }, site) => {
    const text = site.textOf(site.finding.at);
    const isName = /^[「`]/.test(text);
    const length = isName ? lengthOfName(text) : lengthOfText(text);
    if (isName && length < 2) return [];
    const { start } = site.finding.at;
    return closing(mark, site.insert({ line: start.line, character: start.character + length }, mark));
  }),
  fixesFor(syntax.strayBrace, (_, site) => [
    {
      title: { zh: '删去多余的“}”', en: 'Remove the “}” that closes nothing' },
      changes: [site.removeSpan(site.finding.at)],
      preferred: true,
    },
  ]),
  fixesFor(syntax.missingValue, ({ after }, site) => {
    const row = site.node(
      (node): node is ast.Row | ast.FigureDeclaration => ast.isRow(node) || ast.isFigureDeclaration(node),
    );
    const isCell = row && (after === '=' || after === '|' || after === '＝' || after === '｜');
    if (!isCell || site.node(ast.isColumn)) return [];
    return [
      {
        title: { zh: '写作“—”，表示没有数值', en: 'Write “—”: there is no value' },
        changes: [site.insert(site.finding.at.end, ' —')],
      },
    ];
  }),
];

/** A text without its closing quote runs on to the end of the line; what opens a block there is no part of it. */
function lengthOfText(text: string): number {
  return Math.max(1, text.length - (/[\s\u3000]*(?:[{｛[［【])?[\s\u3000]*$/.exec(text)?.[0].length ?? 0));
}

/** So does a name, whatever follows it: its value, its block, the rest of a formula or of the prose. */
function lengthOfName(text: string): number {
  return text.search(/[\s\u3000]*(?:$|[=＝:：{｛}｝|｜+*/×÷<>＜＞，。；]|[\s\u3000](?:[-−–—]|单位为|in\s|"|“))/);
}

/** Whether quotes without an end follow on the line of the finding: they have taken the rest of it with them. */
function hasUnclosedText(site: FixSite): boolean {
  const { line, character } = site.finding.at.start;
  return site.piece.findings.some(
    ({ code, at: { start } }) =>
      code === syntax.unclosedText.code && start.line === line && start.character > character,
  );
}

function openingOffset(site: FixSite): number {
  return site.offset(site.finding.at.start);
}

/** A closing bracket behind the last thing inside: on the same line, or on a line of its own below the opening one. */
function closedAt(
  block: { readonly offset: number; readonly end: number } | undefined,
  mark: string,
  site: FixSite,
): Change | undefined {
  if (!block) return undefined;
  const opening = site.finding.at.start;
  const end = site.position(block.end);
  if (end.line !== opening.line) {
    return site.insert(end, `${site.newline}${site.indentOf(opening.line)}${mark}`);
  }
  const rest = site.line(end.line).slice(end.character);
  const isEmpty = block.end === site.offset(opening) + 1;
  if (isEmpty && rest.trim() === '') return site.insert(end, `${site.newline}${site.indentOf(opening.line)}${mark}`);
  return site.insert(end, ` ${mark}`);
}

function closedProse(prose: ast.Prose, mark: string, site: FixSite): Change | undefined {
  const { $cstNode: cst } = prose;
  if (!cst) return undefined;
  const { line } = site.finding.at.start;
  // What cut the prose off, the end of a line, is no part of its text.
  const text = beforeBraces(site.piece.text.slice(cst.offset, cst.end), site.indentOf(line).length);
  const end = cst.offset + text.trimEnd().length;
  return closedAt({ offset: cst.offset, end }, mark, site);
}

/** Prose that runs on to the end, without the closing braces of the blocks around it: behind it, or on lines of their own. */
function beforeBraces(text: string, indent: number): string {
  const [opening = ''] = text.split('\n', 1);
  const behind = /[ \t\u3000]+[}｝][ \t\u3000}｝]*\r?$/.exec(opening);
  if (behind && !endsInside(opening.slice(0, behind.index))) return opening.slice(0, behind.index);
  for (const { index, 1: blanks = '' } of text.matchAll(
    /^([ \t\u3000]*)[}｝](?:[ \t\u3000]*[}｝])*[ \t\u3000]*\r?$/gm,
  )) {
    if (blanks.length <= indent) return text.slice(0, index);
  }
  return text;
}

/** Whether an interpolation is still open at the end of a line. */
function endsInside(line: string): boolean {
  return /[#＃][{｛][^}｝]*$/.test(line);
}

function closedInterpolation(interpolation: ast.Interpolation, site: FixSite): Change {
  const content: AstNode | undefined = interpolation.expression;
  const { format } = interpolation;
  const { start } = site.spanOf(interpolation);
  const afterOpening = { line: start.line, character: start.character + 2 };
  const end = content ? site.spanOf(content).end : afterOpening;
  if (format === undefined) return site.insert(end, '}');
  const offset = site.offset(end);
  const behind = site.piece.text.slice(offset).indexOf(format) + format.trimEnd().length;
  return site.insert(site.position(offset + behind), '}');
}
