import { type AstNode, AstUtils } from 'langium';
import type { PerfSymbol } from '../../../evaluation/symbols.js';
import * as ast from '../../../generated/ast.js';
import { contextOf, pieceAround } from '../../navigation/expression-context.js';
import { writtenName } from '../../written-name.js';
import type { Fix } from '../fix.js';
import type { FixSite } from '../fix-site.js';

/** What a place wants a name to stand for, by the keyword that declares it. */
type Wanted = '数据' | '单位' | '评分办法' | '提纲' | '表式';

const KINDS: Readonly<Record<Wanted, readonly [zh: string, en: string]>> = {
  数据: ['数据', 'the figure'],
  单位: ['单位', 'the unit'],
  评分办法: ['评分办法', 'the rubric'],
  提纲: ['提纲', 'the outline'],
  表式: ['表式', 'the form'],
};

/** Declares the name that was not found: a part of the figure that its path leads to, or something of its own. */
export function missingDeclaration(site: FixSite): Fix[] {
  const path = site.node(ast.isPath);
  if (!path || path.segments.some(({ text }) => text === '')) return [];
  // The names inside a rubric are bound by its methods; nothing outside is meant.
  if (
    ast.isRubricDeclaration(AstUtils.getContainerOfType(path, ast.isRubricDeclaration)) &&
    !ast.isRubricDeclaration(path.$container)
  )
    return [];
  return path.segments.length === 1 ? declaredAlone(path, site) : declaredAsPart(path, site);
}

function wantedBy({ $container: around, $containerProperty: property }: ast.Path): Wanted | undefined {
  if (ast.isRubricDeclaration(around) || ast.isIndicatorDeclaration(around)) return '评分办法';
  if (ast.isTableItem(around) && property === 'form') return '表式';
  if (!ast.isNameValue(around)) return '数据';
  const key = around.$container.key.text;
  if (key === '单位' || key === 'unit') return '单位';
  return key === '提纲' || key === 'outline' ? '提纲' : undefined;
}

function declaredAlone(path: ast.Path, site: FixSite): Fix[] {
  const wanted = wantedBy(path);
  const name = path.segments[0]?.text ?? '';
  if (!wanted) return [];
  const [zh, en] = KINDS[wanted];
  const written = writtenName(name);
  const keyword = site.keyword(wanted);
  const { newline } = site;
  const declaration =
    wanted === '数据'
      ? `${keyword} ${written} = —`
      : `${keyword} ${written} "${name.replaceAll('"', '')}" {${newline}}`;
  return [
    {
      title: { zh: `声明${zh}“${name}”`, en: `Declare ${en} “${name}”` },
      changes: [site.insertDeclaration(path, declaration)],
    },
  ];
}

/** The figure or breakdown that the first names of a path lead to, and the name that is not there. */
function ownerIn(path: ast.Path, site: FixSite): { owner: Owner; name: string; rest: readonly string[] } | undefined {
  const names = path.segments.map(({ text }) => text);
  const context = contextOf(path, site.piece, site.analysis);
  for (let length = names.length - 1; length > 0; length--) {
    const found = context.scope.resolve(names.slice(0, length), context.around, isOwner);
    if (found.kind !== 'found' || !isOwner(found.symbol)) continue;
    return { owner: found.symbol, name: names[length] ?? '', rest: names.slice(length + 1) };
  }
  return undefined;
}

type Owner = Extract<PerfSymbol, { kind: 'figure' | 'group' }>;

function isOwner(symbol: PerfSymbol): symbol is Owner {
  return symbol.kind === 'figure' || symbol.kind === 'group';
}

/** Adds the missing name to the parts of the figure that the path leads to. */
function declaredAsPart(path: ast.Path, site: FixSite): Fix[] {
  const found = ownerIn(path, site);
  if (found?.owner.nameSpan.anchor.file !== site.anchor.file) return [];
  const { owner, name, rest } = found;
  const { columns } = owner.kind === 'figure' ? owner.figure.table : owner.group.owner.table;
  if (rest.length > 1 || !rest.every((column) => columns.some((known) => known.name === column))) return [];
  const place = pieceAround(owner.nameSpan, site.analysis);
  const block = place && blockOf(place.node)?.$cstNode;
  if (!place || !block || !/[}｝]$/.test(block.text)) return [];
  const written = columns.filter(({ formula }) => !formula).length;
  const cells = Array.from({ length: Math.max(1, written) }, () => '—').join(' | ');
  const row = `${writtenName(name)} = ${cells}`;
  const title = {
    zh: `在“${owner.path.at(-1)}”中加一项“${name}”`,
    en: `Add “${name}” to “${owner.path.at(-1)}”`,
  };
  const { anchor, text } = place.piece;
  const { start, end } = block.range;
  const isOneLine = start.line === end.line;
  const at = isOneLine ? { line: end.line, character: end.character - 1 } : { line: end.line, character: 0 };
  const indent = /^\s*/.exec(text.split('\n')[end.line] ?? '')?.[0] ?? '';
  const inserted = isOneLine ? `${row} ` : `${indent}${site.indent}${row}${site.newline}`;
  return [{ title, changes: [{ span: { anchor, start: at, end: at }, text: inserted }] }];
}

function blockOf(node: AstNode | undefined): ast.FigureBlock | undefined {
  for (let at = node; at; at = at.$container) {
    if (ast.isRow(at) || ast.isFigureDeclaration(at) || ast.isPartition(at) || ast.isIncluding(at)) return at.block;
  }
  return undefined;
}
