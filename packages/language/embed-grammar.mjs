/**
 * Writes the grammar, as the parser generator made it, into a TypeScript module that is nothing but data: the
 * generated one loads it through all services of a language workbench, which a run of the command line does not need.
 */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { writeIfChanged } from '../write-if-changed.mjs';

const generated = new URL('src/generated/grammar.ts', import.meta.url);
const target = new URL('src/grammar/generated/grammar-json.ts', import.meta.url);

const literal = /loadGrammarFromJson\(('(?:[^'\\]|\\.)*')\)/s.exec(readFileSync(generated, 'utf8'))?.[1];
if (literal === undefined) throw new Error(`${generated.pathname} does not hold a grammar as expected`);
const grammar = JSON.parse(runInNewContext(literal));

// Where no rule is marked as the entry, all rules belong to the parser; else they are searched for at every start.
const entry = grammar.rules.find((rule) => rule.entry);
delete entry.entry;
const json = JSON.stringify(grammar);

/** The keywords and marks below a node, in their order. */
function keywordsIn(node) {
  if (typeof node !== 'object' || node === null) return [];
  return node.$type === 'Keyword' ? [node.value] : Object.values(node).flatMap(keywordsIn);
}

const keywords = new Set(grammar.rules.filter(({ $type }) => $type === 'ParserRule').flatMap(keywordsIn));

const source = `// Written by packages/language/embed-grammar.mjs from packages/language/src/grammar/perf.langium. Do not edit.

/** The grammar as JSON. */
export const GRAMMAR_JSON: string =
  ${JSON.stringify(json)};

/** The rule that a whole text is read by. */
export const ENTRY_RULE = ${JSON.stringify(entry.name)};

/** The keywords and marks that its rules use, each once. */
export const GRAMMAR_KEYWORDS: readonly string[] = ${JSON.stringify([...keywords])};
`;

writeIfChanged(target, source);
console.log(`grammar: ${(json.length / 1024).toFixed(0)} KB of JSON`);
