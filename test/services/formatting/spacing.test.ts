import { formatText } from '@jixiao/language/services';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { casesIn, expected, uriOf } from '../case-file.js';

const CASES = ['alignment-columns', 'alignment-indicators', 'alignment-rows', 'expressions', 'line-width', 'rules'];

const formatted = casesIn('formatting/document')
  .filter(({ name }) => CASES.includes(name.replace('.perf', '')))
  .map((subject) => {
    if (!subject.texts.has(uriOf('main.perf'))) throw new Error(`${subject.name} has no main.perf`);
    return expected(subject, 'formatted')[0]?.text ?? '';
  });

/** What stands in quotes or in a comment keeps its blanks. */
const QUOTED = /("[^"\n]*"|“[^”\n]*”|「[^」\n]*」|\/\/[^\n]*)/;

const blanks = fc.stringMatching(/^[ \t\u3000]{1,5}$/);

/** The text with other blanks where blanks stand, but never at the margin where none stand. */
function otherBlanks(text: string): fc.Arbitrary<string> {
  const parts = text.split(QUOTED).flatMap((part, index) => (index % 2 === 1 ? [part] : part.split(/( +)/)));
  return fc
    .tuple(...parts.map((part) => (/^ +$/.test(part) ? blanks : fc.constant(part))))
    .map((list) => list.join(''));
}

test('every spacing of a text is formatted alike', () => {
  const texts = fc.constantFrom(...formatted).chain((after) => fc.tuple(fc.constant(after), otherBlanks(after)));
  fc.assert(
    fc.property(texts, ([after, text]) => {
      expect(formatText(text)).toBe(after);
    }),
    { numRuns: 60 },
  );
});
