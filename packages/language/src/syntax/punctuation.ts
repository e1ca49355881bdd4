/** Half-width punctuation of the language and everything that an input method may write for it. */
const SPELLINGS: Readonly<Record<string, RegExp>> = {
  '{': /[{｛]/,
  '}': /[}｝]/,
  '(': /[(（]/,
  ')': /[)）]/,
  '=': /[=＝]/,
  '==': /[=＝]{2}/,
  '!=': /[!！][=＝]|≠/,
  '>=': /[>＞][=＝]|≥/,
  '<=': /[<＜][=＝]|≤/,
  '>': /[>＞]/,
  '<': /[<＜]/,
  '->': /[-－][>＞]|→/,
  '|': /[|｜]/,
  ':': /[:：]/,
  ',': /[,，、]/,
  '.': /[.．]/,
  '..': /[.．]{2}|…|[~～]/,
  '+': /[+＋]/,
  '-': /[-－]/,
  '*': /[*＊×]/,
  '/': /[/／÷]/,
  '%': /[%％]/,
};

/** Every character that a spelling of a mark may begin with, and some more. */
export function punctuationCharacters(mark: string): string[] {
  return [...punctuationPattern(mark).source];
}

/** The pattern that accepts a punctuation mark in either width. */
export function punctuationPattern(mark: string): RegExp {
  const pattern = SPELLINGS[mark];
  if (!pattern) throw new Error(`The grammar uses a punctuation mark without spellings: ${mark}`);
  return pattern;
}

const known = new Map<string, string>();

/** The mark that a spelling stands for: `≥` and `＞＝` are `>=`. */
export function canonicalMark(image: string): string {
  if (Object.hasOwn(SPELLINGS, image)) return image;
  let mark = known.get(image);
  if (mark === undefined) {
    mark = Object.keys(SPELLINGS).find((one) => isSpellingOf(one, image)) ?? image;
    known.set(image, mark);
  }
  return mark;
}

function isSpellingOf(mark: string, image: string): boolean {
  return new RegExp(`^(?:${punctuationPattern(mark).source})$`).test(image);
}
