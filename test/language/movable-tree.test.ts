import { readSource, type SourceFile } from '@jixiao/language';
import { AstUtils, type CstNode, CstUtils } from 'langium';
import { describe, expect, it } from 'vitest';
import { runs } from '../effort.js';
import { randomNumbers } from '../server/random-edits.js';

/*
 * What stands below an edit is moved without a look at its tokens, which learn of it when somebody asks. Wherever and
 * whenever somebody asked before, each of them stands where a text that was just opened has it.
 */

const SECTIONS = 12;

const section = (name: string) => `  节 "${name}" {
    [ ${name}共#{支出}。 ] [ 同一行上#{支出}的又一段。 ]
    节 "${name}之一" [
      甲#{支出}，*强调*。
      + 一项#{支出: 元}
    ]
    表 支出 "${name}表"
  }
`;

const TEXT = `预算 支出 单位为 万元 = 9 { 甲 = 5 乙 = 4 }
报告 "一" {
${Array.from({ length: SECTIONS }, (_, index) => section(`第${index}节`)).join('')}}
`;

/** Lines that begin or end a block, so that what follows on the same line moves along it, and lines in the middle of one. */
const INSERTED = ['字', '甲乙丙', '#{支出}', '', '\n      又一行。', '\n\n      隔行#{支出}。'];

function leavesOf({ pieces }: SourceFile): CstNode[] {
  const roots = pieces.flatMap(({ declarations }) => declarations.flatMap(({ $cstNode }) => $cstNode ?? []));
  return roots.flatMap((root) => [...CstUtils.flattenCst(root)]);
}

function placeOf({ offset, end, range, text }: CstNode): unknown {
  return [offset, end, range, text];
}

/** The places of all nodes of the tree, those that consist of others included. */
function placesOfNodes({ pieces }: SourceFile): unknown[] {
  return pieces.flatMap(({ declarations }) =>
    declarations.flatMap((declaration) =>
      AstUtils.streamAst(declaration)
        .map(({ $cstNode }) => $cstNode && placeOf($cstNode))
        .toArray(),
    ),
  );
}

/** Replaces a little text inside a paragraph. */
function edited(text: string, random: (below: number) => number): string {
  const places = [...text.matchAll(/[甲项段共。]/g)].map(({ index }) => index);
  const at = places[random(places.length)] ?? 0;
  const inserted = INSERTED[random(INSERTED.length)] ?? '';
  return text.slice(0, at) + inserted + text.slice(at + (random(3) === 0 && !/[{#]/.test(text[at] ?? '') ? 1 : 0));
}

describe('what was moved', () => {
  it.each(Array.from({ length: runs(12) }, (_, run) => run))('stands where it was moved to, run %i', (run) => {
    const next = randomNumbers(run);
    const random = (below: number) => Math.floor(next() * below);
    let text = TEXT;
    let source = readSource('a.perf', text);
    let patched = 0;
    for (let edit = 0; edit < 30; edit++) {
      text = edited(text, random);
      const tokens = source.tokensRead;
      source = readSource('a.perf', text, source);
      if (source.tokensRead < tokens || source.tokensRead < 100) patched++;
      // Somebody asks here and there, so that some know where they stand by now and others do not.
      const leaves = leavesOf(source);
      for (let asked = 0; asked < random(5); asked++) void leaves[random(leaves.length)]?.offset;
    }
    const fresh = readSource('a.perf', text);
    expect(patched).toBeGreaterThan(20);
    expect(leavesOf(source).map(placeOf)).toEqual(leavesOf(fresh).map(placeOf));
    expect(placesOfNodes(source)).toEqual(placesOfNodes(fresh));
  });
});
