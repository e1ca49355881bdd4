import {
  type Attainment,
  type Comparator,
  catalogue,
  convert,
  type Exact,
  exact,
  isPure,
  NUMBER,
  PERCENT,
  POINTS,
  type Quantity,
  quantity,
  type Span,
} from '@jixiao/core';
import type * as ast from '../generated/ast.js';
import { canonicalKeyword } from '../grammar/keywords.js';
import { canonicalMark } from '../syntax/punctuation.js';
import { spanOf } from '../syntax/spans.js';
import type { Context } from './context.js';
import type { Evaluation } from './evaluation.js';
import { evaluate, isNothing, quantityLiteral, quantityOf } from './expression.js';
import { resolveSymbol } from './path.js';
import type { PerfSymbol } from './symbols.js';

/** A group of the taxonomy: where indicators may stand, and the points the rubric gives it. */
export interface RubricGroup {
  readonly name: string;
  readonly points: Quantity | undefined;
  readonly optional: boolean;
  /** The scoring method that its indicators use unless they name another. */
  readonly method: string | undefined;
  readonly groups: readonly RubricGroup[];
  readonly span: Span;
}

export interface Grade {
  readonly name: string;
  readonly comparator: Comparator;
  readonly threshold: Quantity;
  readonly span: Span;
}

/** The part of its points that a qualitative indicator may be given: [low, high), the best band [low, high]. */
export interface Band {
  readonly attainment: Attainment;
  readonly low: Exact;
  readonly high: Exact;
  readonly span: Span;
}

/** A scoring method: a pure function of target, actual and points. */
export interface ScoringMethod {
  readonly name: string;
  readonly node: ast.Method;
  readonly parameters: readonly string[];
  readonly comparators: readonly Comparator[];
  /** Where its names are looked up: the file that declares it. */
  readonly context: Context;
  readonly span: Span;
}

/** What follows when a target is exceeded by a factor. */
export interface OverTargetRule {
  readonly comparator: Comparator;
  /** actual ÷ target, as a fraction. */
  readonly factor: Exact;
  readonly action: 'flag' | 'explain' | 'deduct';
  readonly deduction: Quantity | undefined;
  readonly span: Span;
}

export interface CapRule {
  readonly condition: ast.Expression;
  readonly limit: ast.Expression;
  readonly context: Context;
  readonly span: Span;
}

export interface RequirementRule {
  readonly subject: 'reason' | 'measure';
  readonly condition: ast.Expression;
  readonly context: Context;
  readonly span: Span;
}

/** 评分办法: everything about scoring that differs between provinces. */
export interface Rubric {
  readonly name: string;
  readonly total: Quantity | undefined;
  /** Decimals of a score. */
  readonly places: number;
  readonly groups: readonly RubricGroup[];
  readonly grades: readonly Grade[];
  readonly bands: readonly Band[];
  readonly methods: readonly ScoringMethod[];
  readonly overTarget: readonly OverTargetRule[];
  readonly caps: readonly CapRule[];
  readonly requirements: readonly RequirementRule[];
  readonly span: Span;
}

const ATTAINMENTS: Readonly<Record<string, Attainment>> = { 达成: 'met', 部分达成: 'partly', 未达成: 'unmet' };

export function attainmentOf(word: string): Attainment {
  return ATTAINMENTS[canonicalKeyword(word)] ?? 'unmet';
}

export function comparatorOf(operator: string | undefined): Comparator {
  const mark = canonicalMark(operator ?? '=');
  return mark === '>=' || mark === '>' || mark === '<=' || mark === '<' ? mark : '=';
}

/** Reads a rubric; what it does not say comes from the one it is based on. */
export function readRubric(node: ast.RubricDeclaration, context: Context): Rubric {
  const base = readBase(node, context);
  const { anchor } = context;
  const own = <T extends ast.RubricRule['$type']>(type: T) =>
    node.rules.filter((rule): rule is Extract<ast.RubricRule, { $type: T }> => rule.$type === type);
  const or = <T>(list: readonly T[], inherited: readonly T[] | undefined): readonly T[] =>
    list.length > 0 ? list : (inherited ?? []);
  const total = own('RubricTotal').at(-1);
  const places = own('RubricRounding').at(-1);
  const methods = own('Method')
    .filter((method) => method.name)
    .map((method) => readMethod(method, context));
  const named = new Set(methods.map(({ name }) => name));
  return {
    name: node.name?.text ?? '',
    total: total ? points(total.points, context) : base?.total,
    places: places ? (smallNumber(places.places, context) ?? 2) : (base?.places ?? 2),
    groups: or(
      own('Taxonomy').flatMap(({ groups }) => readGroups(groups, context)),
      base?.groups,
    ),
    grades: or(
      own('Grades').flatMap(({ grades }) => grades.flatMap((grade) => readGrade(grade, context))),
      base?.grades,
    ),
    bands: or(
      own('Bands').flatMap(({ bands }) => bands.flatMap((band) => readBand(band, context))),
      base?.bands,
    ),
    methods: [...methods, ...(base?.methods.filter(({ name }) => !named.has(name)) ?? [])],
    overTarget: or(
      own('OverTarget').flatMap((rule) => readOverTarget(rule, context)),
      base?.overTarget,
    ),
    caps: or(
      own('Cap').map(({ condition, limit, ...rule }) => ({
        condition,
        limit,
        context,
        span: spanOf(rule as ast.Cap, anchor),
      })),
      base?.caps,
    ),
    requirements: or(
      own('Requirement').map((rule) => ({
        subject: canonicalKeyword(rule.subject) === '改进' ? ('measure' as const) : ('reason' as const),
        condition: rule.condition,
        context,
        span: spanOf(rule, anchor),
      })),
      base?.requirements,
    ),
    span: spanOf(node, anchor),
  };
}

/** Rubrics that are being read: one that is met again on the way is part of a circle. */
const READING = new Set<ast.RubricDeclaration>();

type RubricSymbol = Extract<PerfSymbol, { kind: 'rubric' }>;

function readBase(node: ast.RubricDeclaration, context: Context): Rubric | undefined {
  const { evaluation } = context;
  const symbol = node.base && resolveSymbol(node.base, ['rubric'], context);
  if (!symbol) return undefined;
  readFarBases(node, context);
  const known = evaluation.knownRubric(symbol.node, symbol.nameSpan.anchor);
  if (known) return known;
  context.report(
    catalogue.values.cycle.at(spanOf(node.base, context.anchor), { path: [node.name.text, symbol.node.name.text] }),
  );
  return undefined;
}

/** Reads the rubrics that one is based on from the far end, so that no chain of them is too long for the stack. */
function readFarBases(node: ast.RubricDeclaration, { evaluation, anchor }: Context): void {
  const chain: RubricSymbol[] = [];
  const added = READING.has(node) ? [] : [node];
  for (const one of added) READING.add(one);
  for (let base = baseOf(node, anchor.file, evaluation); base; ) {
    const file = base.nameSpan.anchor.file;
    if (READING.has(base.node) || evaluation.knownRubric(base.node, base.nameSpan.anchor)) break;
    READING.add(base.node);
    added.push(base.node);
    chain.push(base);
    base = baseOf(base.node, file, evaluation);
  }
  try {
    for (const base of chain.reverse()) evaluation.rubric(base.node, base.nameSpan.anchor);
  } finally {
    for (const one of added) READING.delete(one);
  }
}

/** The rubric after 基于, without a word about one that there is not: whoever reads the rubric says so. */
function baseOf({ base }: ast.RubricDeclaration, file: string, evaluation: Evaluation): RubricSymbol | undefined {
  const segments = base?.segments.map(({ text }) => text) ?? [];
  if (segments.length === 0 || segments.includes('')) return undefined;
  const found = evaluation.scopeOf(file).resolve(segments, [], ({ kind }) => kind === 'rubric');
  return found.kind === 'found' && found.symbol.kind === 'rubric' ? found.symbol : undefined;
}

function readGroups(groups: readonly ast.TaxonomyGroup[], context: Context): RubricGroup[] {
  return groups
    .filter((group) => group.name)
    .map((group) => ({
      name: group.name.text,
      points: group.points && points(group.points, context),
      optional: group.optional,
      method: group.method?.text,
      groups: readGroups(group.groups, context),
      span: spanOf(group, context.anchor),
    }));
}

function readGrade(grade: ast.GradeRule, context: Context): Grade[] {
  const threshold = grade.threshold && points(grade.threshold, context);
  if (!threshold || !grade.name) return [];
  return [
    { name: grade.name.text, comparator: comparatorOf(grade.operator), threshold, span: spanOf(grade, context.anchor) },
  ];
}

function readBand(band: ast.BandRule, context: Context): Band[] {
  const low = band.low && fraction(band.low, context);
  const high = band.high && fraction(band.high, context);
  if (!low || !high) return [];
  return [{ attainment: attainmentOf(band.attainment), low, high, span: spanOf(band, context.anchor) }];
}

function readMethod(method: ast.Method, context: Context): ScoringMethod {
  return {
    name: method.name.text,
    node: method,
    parameters: method.parameters.map(({ text }) => text),
    comparators: method.operators.map(comparatorOf),
    context,
    span: spanOf(method, context.anchor),
  };
}

function readOverTarget(rule: ast.OverTarget, context: Context): OverTargetRule[] {
  const at = spanOf(rule, context.anchor);
  const found = quantityOf(evaluate(rule.threshold, context), at, context);
  if (isNothing(found)) return [];
  const deduction = rule.deduction && points(rule.deduction, context);
  return [
    {
      comparator: comparatorOf(rule.operator),
      factor: found.amount.mul(found.unit.factor),
      action: deduction ? 'deduct' : rule.explain ? 'explain' : 'flag',
      deduction,
      span: at,
    },
  ];
}

/** An amount of points; a bare number counts as points. */
export function points(node: ast.Quantity | undefined, context: Context): Quantity | undefined {
  const found = quantityOf(quantityLiteral(node, context), spanOf(node, context.anchor), context);
  if (isNothing(found)) return undefined;
  if (found.unit === NUMBER) return { ...found, unit: POINTS };
  if (convert(found, POINTS).ok) return found;
  context.report(
    catalogue.values.wrongUnit.at(spanOf(node, context.anchor), {
      name: '分值',
      value: node?.literal ?? '',
      expected: '分',
    }),
  );
  return undefined;
}

function fraction(node: ast.Quantity | undefined, context: Context): Exact | undefined {
  const found = quantityOf(quantityLiteral(node, context), spanOf(node, context.anchor), context);
  if (isNothing(found)) return undefined;
  if (isPure(found.unit)) return found.amount.mul(found.unit.factor);
  context.report(
    catalogue.values.wrongUnit.at(spanOf(node, context.anchor), {
      name: '档次',
      value: node?.literal ?? '',
      expected: PERCENT.symbol,
    }),
  );
  return undefined;
}

function smallNumber(node: ast.Quantity | undefined, context: Context): number | undefined {
  const found = quantityOf(quantityLiteral(node, context), spanOf(node, context.anchor), context);
  if (isNothing(found)) return undefined;
  for (let places = 0; places <= 6; places++) if (found.amount.equals(places)) return places;
  return undefined;
}

/** So many points. */
export function pointsQuantity(amount: Exact): Quantity {
  return quantity(amount, POINTS);
}

export const NO_POINTS: Quantity = pointsQuantity(exact(0));
