import { type Language, printedScore, type Quantity, quantityText, subtract, sum } from '@jixiao/core';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { gradeOf } from '../../evaluation/indicators.js';
import { points, type RubricGroup } from '../../evaluation/rubric.js';
import { isFormFact } from '../../evaluation/symbols.js';
import type * as ast from '../../generated/ast.js';
import { unquotedName } from '../../syntax/value-converter.js';
import { writtenName } from '../written-name.js';
import { type Candidate, inSnippet } from './items.js';
import { namesAround, nodeOfBlock, rubricInForce, type Surroundings } from './surroundings.js';

/** The groups that the rubric has at the level of the cursor. */
export function groupsHere(surroundings: Surroundings): readonly RubricGroup[] {
  let groups = rubricInForce(surroundings)?.groups ?? [];
  for (const name of namesAround(surroundings.nesting).slice(1)) {
    groups = groups.find((group) => group.name === name)?.groups ?? [];
  }
  return groups;
}

/** The indicators that the innermost block already has, the one being typed left out. */
function siblings({ reading, nesting }: Surroundings): ast.IndicatorNode[] {
  const node = nodeOfBlock(reading, nesting.innermost);
  if (node?.$type !== 'IndicatorBlock' && node?.$type !== 'IndicatorSubBlock') return [];
  const { indicators } = node as ast.IndicatorBlock | ast.IndicatorSubBlock;
  return indicators.filter(
    (item) => item.name && !isFormFact(item) && !isAtCursor(item, surroundingOffsets(reading, nesting)),
  );
}

interface Offsets {
  readonly from: number;
  readonly to: number;
}

/** Where the statement at the cursor begins, and the cursor. */
function surroundingOffsets(reading: Surroundings['reading'], nesting: Surroundings['nesting']): Offsets {
  const statement = nesting.innermost.statements.at(-1);
  const last = statement?.at(-1);
  const isOpen = last !== undefined && last.tokenType.name !== '}' && isOnLineOf(last.endLine, reading);
  const from = isOpen ? (statement?.[0]?.startOffset ?? reading.partial.start) : reading.partial.start;
  return { from, to: reading.offset };
}

function isOnLineOf(line: number | undefined, { piece, partial }: Surroundings['reading']): boolean {
  return line === piece.text.slice(0, partial.start).split('\n').length;
}

function isAtCursor(item: ast.IndicatorNode, { from, to }: Offsets): boolean {
  const start = item.name.$cstNode?.offset ?? -1;
  return start >= from && start <= to;
}

/** Groups of the taxonomy that are still missing here; with their points, as whole blocks. */
export function groupCandidates(surroundings: Surroundings): Candidate[] {
  const present = new Set(siblings(surroundings).map(({ name }) => name.text));
  return groupsHere(surroundings)
    .filter(({ name }) => !present.has(name))
    .map((group): Candidate => {
      const worth = group.points ? ` ${quantityText(group.points)}` : ' ';
      const head = `${writtenName(group.name)}${worth}`;
      return {
        label: group.name,
        kind: CompletionItemKind.Module,
        detail: describe(group, surroundings.language),
        text: head.trimEnd(),
        snippet: `${inSnippet(head)}${group.points ? '' : '$' + '{1:10}分'}${bodyOf(group)}`,
        rank: group.optional ? 1 : 0,
      };
    });
}

/** A group that a method measures is a single line; any other holds indicators. */
function bodyOf(group: RubricGroup): string {
  return group.method !== undefined && group.groups.length === 0 ? ' = $0' : ' {\n  $0\n}';
}

const WORDS: Readonly<
  Record<Language, { readonly optional: string; readonly left: (left: string) => string; readonly rubric: string }>
> = {
  zh: { optional: '可选', left: (left) => `还剩${left}`, rubric: '评分办法规定' },
  en: { optional: 'optional', left: (left) => `${left} left`, rubric: 'set by the rubric' },
};

function describe(group: RubricGroup, language: Language): string {
  const worth = group.points ? quantityText(group.points) : '';
  return [worth, group.optional ? WORDS[language].optional : ''].filter(Boolean).join(' ');
}

/** Points for the indicator at the cursor: those that the rubric gives it, those that its siblings leave. */
export function pointsCandidates(surroundings: Surroundings): Candidate[] {
  const { nesting, language } = surroundings;
  const name = unquotedName(nesting.innermost.statements.at(-1)?.[0]?.image ?? '');
  const prescribed = groupsHere(surroundings).find((group) => group.name === name)?.points;
  const left = pointsLeft(surroundings);
  const found: Candidate[] = [];
  const offer = (worth: Quantity, detail: string, rank: number) => {
    const label = quantityText(worth);
    if (found.some((other) => other.label === label)) return;
    found.push({ label, kind: CompletionItemKind.Value, detail, rank });
  };
  if (prescribed) offer(prescribed, WORDS[language].rubric, 0);
  if (left && left.amount.s > 0n && !left.amount.equals(0)) offer(left, WORDS[language].left(quantityText(left)), 1);
  return found;
}

/** What the points of the group leave for the indicator at the cursor. */
function pointsLeft(surroundings: Surroundings): Quantity | undefined {
  const whole = pointsOfGroup(surroundings);
  if (!whole) return undefined;
  const given = siblings(surroundings).flatMap((item) => {
    const worth = item.points && points(item.points, surroundings.context);
    return worth ? [worth] : [];
  });
  const total = sum(given);
  if (!total) return whole;
  const left = total.ok ? subtract(whole, total.value) : total;
  return left.ok ? left.value : undefined;
}

function pointsOfGroup(surroundings: Surroundings): Quantity | undefined {
  const { nesting, reading, context } = surroundings;
  const { innermost } = nesting;
  if (innermost.kind === 'indicators') return rubricInForce(surroundings)?.total;
  const node = nodeOfBlock(reading, innermost);
  if (node?.$type !== 'IndicatorSubBlock') return undefined;
  const group = (node as ast.IndicatorSubBlock).$container;
  if (group.points) return points(group.points, context);
  const names = namesAround(nesting).slice(1);
  let groups = rubricInForce(surroundings)?.groups ?? [];
  let found: RubricGroup | undefined;
  for (const name of names) {
    found = groups.find((candidate) => candidate.name === name);
    groups = found?.groups ?? [];
  }
  return found?.points;
}

/** The grades of the rubric; the one that follows from the total comes first. */
export function gradeCandidates(surroundings: Surroundings): Candidate[] {
  const grade = outcomeAround(surroundings)?.grade;
  return (rubricInForce(surroundings)?.grades ?? []).map(({ name, comparator, threshold }) => ({
    label: writtenName(name),
    kind: CompletionItemKind.EnumMember,
    detail: `${comparator} ${quantityText(threshold)}`,
    rank: name === grade ? 0 : 1,
  }));
}

export function methodCandidates(surroundings: Surroundings): Candidate[] {
  return (rubricInForce(surroundings)?.methods ?? []).map(({ name, parameters, comparators }) => ({
    label: writtenName(name),
    kind: CompletionItemKind.Method,
    detail: `${name}(${parameters.join(', ')}) ${comparators.join(' ')}`.trimEnd(),
    rank: comparators.length === 0 ? 0 : 1,
  }));
}

/** The total that the scores make. */
export function totalCandidates(surroundings: Surroundings): Candidate[] {
  const total = outcomeAround(surroundings)?.total;
  if (!total) return [];
  return [{ label: quantityText(total), kind: CompletionItemKind.Value, rank: 0 }];
}

/**
 * Total and grade of the table around the cursor. The statement at the cursor counts as an indicator
 * without a score while its value is missing, so it is left out here.
 */
function outcomeAround(
  surroundings: Surroundings,
): { readonly total: Quantity; readonly grade: string | undefined } | undefined {
  const { analysis, reading, nesting } = surroundings;
  const [, outermost] = nesting.blocks;
  const node = outermost && nodeOfBlock(reading, outermost);
  if (node?.$type !== 'IndicatorBlock') return undefined;
  const declaration = (node as ast.IndicatorBlock).$container;
  const result = analysis.evaluation.indicatorTable(declaration, reading.piece.anchor);
  if (!result) return undefined;
  const { table, rubric } = result;
  const scored = table.indicators.filter(({ points: worth, score }) => worth || score);
  const scores = scored.map(printedScore);
  const added = sum(scores.flatMap((score) => score ?? []));
  const isComplete = scores.every((score) => score !== undefined);
  const total = table.total ?? (isComplete && added?.ok && rubric?.caps.length === 0 ? added.value : undefined);
  return total && { total, grade: gradeOf(total, rubric) };
}
