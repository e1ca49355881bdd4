import type { Language } from '@jixiao/core';
import { type AstNode, AstUtils } from 'langium';
import { functionOf } from '../../evaluation/functions/registry.js';
import { INDICATOR_COLUMNS } from '../../evaluation/indicator-columns.js';
import { REPORT_PROPERTIES } from '../../evaluation/report-properties.js';
import type * as ast from '../../generated/ast.js';
import type { ParsedPiece } from '../../syntax/source-file.js';
import type { Attributes } from './attributes.js';

/** A word of the language that the grammar takes for a name, in both spellings. */
export type Spellings = Readonly<Record<Language, string>>;

const words = (...pairs: readonly (readonly [zh: string, en: string])[]): readonly Spellings[] =>
  pairs.map(([zh, en]) => ({ zh, en }));

const SWITCHES = words(['是', 'yes'], ['否', 'no']);
const FORMATS = words(['无单位', 'number'], ['大写', 'upper'], ['中文', 'chinese']);
const METHOD_PARAMETERS = words(['目标', 'target'], ['实际', 'actual'], ['分值', 'points']);
const CAP_NAMES = words(['执行率', 'execution']);
/** Properties of a report that are answered with yes or no. */
const SWITCHED: ReadonlySet<string> = new Set(['目录', 'contents', '盖章', 'sealed']);
/** The word in a language, if the list has it in either. */
export function respelled(word: string, list: readonly Spellings[], language: Language): string | undefined {
  return list.find(({ zh, en }) => word === zh || word === en)?.[language];
}

/** A word of a number's format in a language; units and patterns of digits as they are. */
export function respelledFormat(word: string, language: Language): string {
  return respelled(word, FORMATS, language) ?? word;
}

/**
 * The names in a piece that are words of the language, by offset, in the spelling asked for:
 * functions, properties of reports, parameters of scoring methods and, where they can be told from
 * names of figures, attributes such as 得分.
 */
export function respelledNames(
  piece: ParsedPiece,
  language: Language,
  attributes: Attributes | undefined,
): Map<number, string> {
  const names = new Map<number, string>();
  const put = (node: AstNode | undefined, word: string | undefined) => {
    const offset = node?.$cstNode?.offset;
    if (offset !== undefined && word !== undefined) names.set(offset, word);
  };
  for (const declaration of piece.declarations) {
    for (const node of AstUtils.streamAst(declaration)) {
      if (node.$type === 'Call')
        put((node as ast.Call).function, functionOf((node as ast.Call).function?.text)?.[language]);
      else if (node.$type === 'ReportBlock') respellProperties(node as ast.ReportBlock, language, put);
      else if (node.$type === 'Method') respellLocals(node as ast.Method, METHOD_PARAMETERS, language, put);
      else if (node.$type === 'Cap') respellLocals(node as ast.Cap, CAP_NAMES, language, put);
      else if (node.$type === 'FormIndicators') respellColumns((node as ast.FormIndicators).columns, language, put);
      else if (node.$type === 'Path') {
        const path = node as ast.Path;
        put(path.segments.at(-1), attributes?.respelled(path, piece, language));
      }
    }
  }
  return names;
}

type Put = (node: AstNode | undefined, word: string | undefined) => void;

function respellProperties(block: ast.ReportBlock, language: Language, put: Put): void {
  for (const { key, values } of block.properties) {
    put(key, respelled(key?.text ?? '', REPORT_PROPERTIES, language));
    if (!SWITCHED.has(key?.text ?? '')) continue;
    for (const value of values) {
      const [only, ...more] = value.$type === 'NameValue' ? value.path.segments : [];
      if (only && more.length === 0) put(only, respelled(only.text, SWITCHES, language));
    }
  }
}

/** Names that are bound inside a rule; none is touched if both spellings of one are used. */
function respellLocals(rule: ast.Method | ast.Cap, list: readonly Spellings[], language: Language, put: Put): void {
  const mentions = AstUtils.streamAst(rule)
    .filter((node): node is ast.Name => node.$type === 'Name' && isLocalName(node as ast.Name))
    .toArray();
  const used = new Set(mentions.map(({ text }) => text));
  if (list.some(({ zh, en }) => used.has(zh) && used.has(en))) return;
  for (const name of mentions) put(name, respelled(name.text, list, language));
}

function isLocalName(name: ast.Name): boolean {
  const { $container: around, $containerProperty: property } = name;
  return property === 'parameters' || (around.$type === 'Path' && around.segments.length === 1);
}

/** A column without a label is printed under the name it is written with, so that name stays. */
function respellColumns(columns: readonly ast.FormColumn[], language: Language, put: Put): void {
  for (const { name, label } of columns) {
    if (label) put(name, respelled(name?.text ?? '', INDICATOR_COLUMNS, language));
  }
}
