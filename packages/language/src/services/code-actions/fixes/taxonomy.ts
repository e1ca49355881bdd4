import { catalogue, type Position, quantityText } from '@jixiao/core';
import * as ast from '../../../generated/ast.js';
import { writtenName } from '../../written-name.js';
import { type FixProvider, fixesFor } from '../fix.js';
import type { FixSite } from '../fix-site.js';

const { rubrics } = catalogue;

/** The beginning of the line of what follows, or of the closing bracket. */
function lineToInsert(block: ast.IndicatorBlock, after: ast.IndicatorNode | undefined, site: FixSite): Position {
  const { line } = after ? site.spanOf(after).start : site.spanOf(block).end;
  return { line, character: 0 };
}

export const TAXONOMY_FIXES: readonly FixProvider[] = [
  fixesFor(rubrics.missingGroup, ({ name }, site) => {
    const table = site.node(ast.isIndicatorDeclaration);
    const block = table?.block;
    const groups = table && site.analysis.evaluation.indicatorTable(table, site.anchor)?.rubric?.groups;
    const group = groups?.find((candidate) => candidate.name === name);
    if (!groups || !group || !block?.$cstNode || !/[}｝]$/.test(block.$cstNode.text)) return [];
    const { start: opening, end } = site.spanOf(block);
    if (opening.line === end.line) return [];
    const points = group.points ? ` ${quantityText(group.points)}` : '';
    const parts = group.groups.length > 0 ? ` {${site.newline}${site.indent}}` : '';
    const row = `${site.indent}${writtenName(name)}${points}${parts}`;
    const rank = ({ name: other }: ast.IndicatorNode) =>
      groups.findIndex((candidate) => candidate.name === other?.text);
    const place = groups.indexOf(group);
    const before = block.indicators.filter((other) => rank(other) >= 0 && rank(other) < place).at(-1);
    const after = block.indicators.find((other) => rank(other) > place);
    const start = block.$cstNode.offset;
    const isPlain = before
      ? site.isSound(before)
      : site.isReadable(start, after?.$cstNode?.offset ?? block.$cstNode.end);
    if (!isPlain) return [];
    const change = before
      ? site.insertAfter(before, `${site.newline}${row}`)
      : site.insert(lineToInsert(block, after, site), `${row}${site.newline}`);
    return [{ title: { zh: `添加“${name}”`, en: `Add “${name}”` }, changes: [change], preferred: true }];
  }),
  fixesFor(rubrics.methodUncovered, (_, site) => {
    const method = site.node(ast.isMethod);
    const last = method?.cases.at(-1);
    if (!method || !last || last.otherwise || !site.isSound(last)) return [];
    const text = `${site.keyword('否则')} -> 0分`;
    const { start } = site.spanOf(last);
    const isOwnLine = site.line(start.line).slice(0, start.character).trim() === '';
    const gap = isOwnLine ? `${site.newline}${site.indentOf(start.line)}` : '  ';
    return [
      {
        title: { zh: '其余情况得0分', en: 'Give 0 in all other cases' },
        changes: [site.insertAfter(last, `${gap}${text}`)],
      },
    ];
  }),
];
