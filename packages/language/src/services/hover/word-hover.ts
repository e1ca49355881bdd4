import type { Language } from '@jixiao/core';
import type { LeafCstNode } from 'langium';
import type { Analysis } from '../../evaluation/analysis.js';
import { textOf } from '../../evaluation/expression.js';
import { signature } from '../../evaluation/functions/function.js';
import { functionOf } from '../../evaluation/functions/registry.js';
import { evaluatePath } from '../../evaluation/path.js';
import { REPORT_PROPERTIES } from '../../evaluation/report-properties.js';
import * as ast from '../../generated/ast.js';
import type { Keyword } from '../../grammar/keywords.js';
import type { Cursor } from '../cursor.js';
import { contextOf } from '../navigation/expression-context.js';
import { labelled } from './amounts.js';
import { codeBlock, escapeMarkdown, inlineCode, paragraphs } from './markdown.js';

/** A keyword in both spellings, and what it says. */
export function keywordText({ zh, en, meaning }: Keyword, language: Language): string {
  return paragraphs([`**${zh}** · ${inlineCode(en)}`, escapeMarkdown(meaning[language])]);
}

/** Words that the grammar takes for names: functions, properties of a report, attributes. */
export function wordText(
  leaf: LeafCstNode,
  { piece }: Cursor,
  analysis: Analysis,
  language: Language,
): string | undefined {
  const node = leaf.astNode;
  if (!ast.isName(node)) return undefined;
  const around = node.$container;
  if (ast.isCall(around)) return functionText(node.text, language);
  if (ast.isProperty(around) && ast.isReportBlock(around.$container)) return propertyText(node.text, language);
  if (!ast.isPath(around) || around.segments.length < 2 || around.segments.at(-1) !== node) return undefined;
  const context = contextOf(around, piece, analysis);
  const text = textOf(evaluatePath(around, context), context);
  return text === undefined ? undefined : labelled(escapeMarkdown(node.text), `**${escapeMarkdown(text)}**`, language);
}

function functionText(name: string, language: Language): string | undefined {
  const definition = functionOf(name);
  if (!definition) return undefined;
  const spelling = name === definition.en ? 'en' : 'zh';
  return paragraphs([codeBlock(signature(definition, spelling)), escapeMarkdown(definition.summary[language])]);
}

function propertyText(name: string, language: Language): string | undefined {
  const property = REPORT_PROPERTIES.find(({ zh, en }) => name === zh || name === en);
  if (!property) return undefined;
  return keywordText(property, language);
}
