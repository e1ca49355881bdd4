import { AstUtils, GrammarAST, GrammarUtils, isReference } from 'langium';
import { expect, test } from 'vitest';
import { PerfGrammar } from '../../packages/language/src/generated/grammar.js';
import {
  ENTRY_RULE,
  GRAMMAR_JSON,
  GRAMMAR_KEYWORDS,
} from '../../packages/language/src/grammar/generated/grammar-json.js';
import { loadGrammar } from '../../packages/language/src/grammar/load-grammar.js';

/**
 * A node with everything below it, its place, and the targets of its references, as one text. Which rule is the entry
 * is left out: ours is told apart from the grammar.
 */
function described(grammar: GrammarAST.Grammar): string[] {
  return AstUtils.streamAst(grammar)
    .map((node) => {
      const { $container, $containerProperty, $containerIndex } = node;
      const own = Object.entries(node)
        .filter(([name]) => (!name.startsWith('$') || name === '$type') && name !== 'entry')
        .map(([name, value]) => [name, isReference(value) ? ['→', value.$refText, nameOf(value.ref)] : plain(value)]);
      return JSON.stringify([own.sort(), nameOf($container), $containerProperty, $containerIndex]);
    })
    .toArray();
}

function plain(value: unknown): unknown {
  return typeof value === 'object' ? (Array.isArray(value) ? value.length : 'node') : value;
}

function nameOf(node: unknown): unknown {
  return node && [(node as { $type: string }).$type, (node as { name?: string }).name];
}

test('the grammar is the one that the parser generator’s own loader gives', () => {
  const ours = described(loadGrammar(GRAMMAR_JSON));
  expect(ours.length).toBeGreaterThan(500);
  expect(ours).toEqual(described(PerfGrammar()));
});

test('a whole text is read by the rule that is the entry', () => {
  expect(ENTRY_RULE).toBe(GrammarUtils.getEntryRule(PerfGrammar())?.name);
});

test('every rule can be reached from there', () => {
  const { rules } = PerfGrammar();
  const reached = GrammarUtils.getAllReachableRules(PerfGrammar(), false);
  const names = new Set([...reached].map(({ name }) => name));
  expect(rules.filter(GrammarAST.isParserRule).filter(({ name }) => !names.has(name))).toEqual([]);
});

test('the keywords are those of all rules that can be reached', () => {
  const reached = [...GrammarUtils.getAllReachableRules(PerfGrammar(), false)].filter(GrammarAST.isParserRule);
  const keywords = reached.flatMap((rule) =>
    AstUtils.streamAllContents(rule)
      .filter(GrammarAST.isKeyword)
      .map(({ value }) => value)
      .toArray(),
  );
  expect([...GRAMMAR_KEYWORDS]).toEqual([...new Set(keywords)]);
});

test('a reference to nowhere is refused', () => {
  expect(() => loadGrammar('{"$type":"Grammar","rules":[],"call":{"$ref":"#/rules@0"}}')).toThrow(
    'nothing at #/rules@0',
  );
});
