import type { Language, Position } from '@jixiao/core';
import type { IToken } from 'chevrotain';
import { MarkupKind, type SignatureHelp, type SignatureInformation } from 'vscode-languageserver-types';
import type { Analysis } from '../../evaluation/analysis.js';
import { type PerfFunction, signature } from '../../evaluation/functions/function.js';
import { functionOf } from '../../evaluation/functions/registry.js';
import type { ScoringMethod } from '../../evaluation/rubric.js';
import { METHOD_PARAMETERS } from '../../evaluation/scoring.js';
import { canonicalKeyword } from '../../grammar/keywords.js';
import { isNameToken } from '../../syntax/missing-values.js';
import { sourceText } from '../../syntax/spans.js';
import { unquotedName } from '../../syntax/value-converter.js';
import { nestingOf } from '../completion/blocks.js';
import { readUpTo } from '../completion/reading.js';
import { rubricInForce } from '../completion/surroundings.js';
import { codeBlock, escapeMarkdown } from '../hover/markdown.js';
import { openCall } from './open-call.js';

/** Signs behind which an editor asks by itself. */
export const SIGNATURE_TRIGGERS: readonly string[] = ['(', ','];

/** The function whose arguments, or the scoring method whose name, stand at a position. */
export function signatureHelp(
  analysis: Analysis,
  file: string,
  position: Position,
  language: Language,
): SignatureHelp | undefined {
  const source = analysis.sources.files.get(file);
  const reading = source && readUpTo(source, position);
  if (!reading || reading.mode === 'prose' || reading.mode === 'comment' || reading.mode === 'format') return undefined;
  const nesting = nestingOf(reading.tokens);
  const { innermost } = nesting;
  const statement = nesting.interpolation ?? innermost.statements.at(-1) ?? [];
  const call = openCall(statement);
  if (call) {
    const definition = functionOf(unquotedName(call.name.image));
    if (definition) return helpOn(functionSignature(definition, call.name.image, language), call.argument);
    const isMethod = innermost.kind === 'rubric' && canonicalKeyword(statement[0]?.image ?? '') === '方法';
    return isMethod && statement[1] === call.name
      ? helpOn(declarationSignature(call.name, language), call.argument)
      : undefined;
  }
  if (nesting.interpolation || (innermost.kind !== 'indicators' && innermost.kind !== 'indicator-group'))
    return undefined;
  const named = methodNamedAt(statement, reading.partial.text);
  const methods = rubricInForce({ analysis, reading, nesting })?.methods ?? [];
  const method = methods.find(({ name }) => name === named);
  return method && helpOn(methodSignature(method), 0);
}

function helpOn(information: SignatureInformation, argument: number): SignatureHelp {
  const count = information.parameters?.length ?? 0;
  // The last parameter takes whatever is too much, as one that repeats does.
  return { signatures: [information], activeSignature: 0, activeParameter: Math.max(0, Math.min(argument, count - 1)) };
}

function functionSignature(definition: PerfFunction, name: string, language: Language): SignatureInformation {
  const spelling = unquotedName(name) === definition.en ? 'en' : 'zh';
  const label = signature(definition, spelling);
  return {
    label,
    documentation: { kind: MarkupKind.Markdown, value: escapeMarkdown(definition.summary[language]) },
    parameters: definition.parameters.map((parameter) => ({ label: parameter[spelling] })),
  };
}

const TAKES: Readonly<Record<Language, string>> = {
  zh: '计分方法可以取用的值，只写用到的。',
  en: 'What a scoring method can take; only what it uses is written.',
};

/** A method that is being declared: what it may take. */
function declarationSignature(name: IToken, language: Language): SignatureInformation {
  const spelling = /^[\p{ASCII}]+$/u.test(name.image) ? 'en' : 'zh';
  const names = Object.keys(METHOD_PARAMETERS).filter((word) => /^[a-z]+$/.test(word) === (spelling === 'en'));
  return {
    label: `${name.image}(${names.join(', ')})`,
    documentation: TAKES[language],
    parameters: names.map((label) => ({ label })),
  };
}

/** A method of the rubric in force, with what it does. */
function methodSignature({ name, parameters, node }: ScoringMethod): SignatureInformation {
  return {
    label: `${name}(${parameters.join(', ')})`,
    documentation: { kind: MarkupKind.Markdown, value: codeBlock(sourceText(node)) },
    parameters: parameters.map((label) => ({ label })),
  };
}

/** The name behind 方法 at the end of an indicator's line, typed to the end or not. */
function methodNamedAt(statement: readonly IToken[], partial: string): string | undefined {
  const [keyword, name] = partial === '' ? statement.slice(-2) : [statement.at(-1), undefined];
  if (!keyword || statement[0] === keyword || canonicalKeyword(keyword.image) !== '方法') return undefined;
  if (name) return isNameToken(name) ? unquotedName(name.image) : undefined;
  return partial === '' ? undefined : unquotedName(partial);
}
