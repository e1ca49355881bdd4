import { type Language, quantityText } from '@jixiao/core';
import type { Context } from '../../evaluation/context.js';
import { readForm } from '../../evaluation/form.js';
import { type ExpectedSection, readOutline } from '../../evaluation/outline.js';
import type { Rubric, RubricGroup } from '../../evaluation/rubric.js';
import type * as ast from '../../generated/ast.js';
import { sourceText } from '../../syntax/spans.js';
import { bracketed, labelled } from './amounts.js';
import { codeBlock, escapeMarkdown, paragraphs } from './markdown.js';

const TEXTS = {
  zh: {
    total: '总分',
    grades: '等级',
    methods: '计分方法',
    optional: '可选',
    separator: '、',
    blocks: {
      properties: '信息',
      funds: '资金',
      goals: '目标',
      indicators: '指标',
      total: '总分',
      signatures: '签名',
    },
  },
  en: {
    total: 'Total',
    grades: 'Grades',
    methods: 'Methods',
    optional: 'optional',
    separator: ', ',
    blocks: {
      properties: 'Facts',
      funds: 'Funds',
      goals: 'Goals',
      indicators: 'Indicators',
      total: 'Total',
      signatures: 'Signatures',
    },
  },
} as const;

function head(node: { readonly name: ast.Name; readonly label?: ast.Text }): string {
  const label = node.label ? ` ${escapeMarkdown(node.label.value)}` : '';
  return `**${escapeMarkdown(node.name?.text ?? '')}**${label}`;
}

/** A rubric: its points by group, its grades and its methods. */
export function rubricText(node: ast.RubricDeclaration, rubric: Rubric, language: Language): string {
  const texts = TEXTS[language];
  const grades = rubric.grades.map(
    ({ name, comparator, threshold }) => `${name} ${comparator} ${quantityText(threshold)}`,
  );
  const facts = [
    rubric.total && labelled(texts.total, quantityText(rubric.total), language),
    grades.length > 0 ? labelled(texts.grades, escapeMarkdown(grades.join(texts.separator)), language) : undefined,
    rubric.methods.length > 0
      ? labelled(texts.methods, escapeMarkdown(rubric.methods.map(({ name }) => name).join(texts.separator)), language)
      : undefined,
  ];
  return paragraphs([
    head(node),
    facts
      .filter((fact) => fact !== undefined)
      .map((fact) => `- ${fact}`)
      .join('\n'),
    rubric.groups.flatMap((group) => groupLines(group, 0, language)).join('\n'),
  ]);
}

function groupLines(group: RubricGroup, level: number, language: Language): string[] {
  const points = group.points ? ` ${quantityText(group.points)}` : '';
  const optional = group.optional ? bracketed(TEXTS[language].optional, language) : '';
  const own = `${'  '.repeat(level)}- ${escapeMarkdown(group.name)}${points}${optional}`;
  return [own, ...group.groups.flatMap((inner) => groupLines(inner, level + 1, language))];
}

/** A scoring method as it is written. */
export function methodText(node: ast.Method): string {
  return codeBlock(sourceText(node));
}

/** An outline: the headings that it expects. */
export function outlineText(node: ast.OutlineDeclaration, context: Context, language: Language): string {
  const outline = readOutline(node, { ...context, report: () => undefined });
  return paragraphs([head(node), outline.sections.flatMap((section) => sectionLines(section, 0, language)).join('\n')]);
}

function sectionLines(section: ExpectedSection, level: number, language: Language): string[] {
  const optional = section.required ? '' : bracketed(TEXTS[language].optional, language);
  const own = `${'  '.repeat(level)}- ${escapeMarkdown(section.titles[0] ?? '')}${optional}`;
  return [own, ...section.sections.flatMap((inner) => sectionLines(inner, level + 1, language))];
}

/** A form: its blocks in order, with their columns. */
export function formText(node: ast.FormDeclaration, context: Context, language: Language): string {
  const texts = TEXTS[language];
  const lines = readForm(node, { ...context, report: () => undefined }).blocks.map((block) => {
    const columns = block.kind === 'properties' ? block.names : 'columns' in block ? block.columns : [];
    const names = block.kind === 'signatures' ? block.labels : columns.map(({ label }) => label);
    const what = texts.blocks[block.kind];
    return names.length > 0
      ? `- ${labelled(what, escapeMarkdown(names.join(texts.separator)), language)}`
      : `- ${what}`;
  });
  return paragraphs([head(node), lines.join('\n')]);
}
