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

/** The pattern that accepts a punctuation mark in either width. */
export function punctuationPattern(mark: string): RegExp {
  const pattern = SPELLINGS[mark];
  if (!pattern) throw new Error(`The grammar uses a punctuation mark without spellings: ${mark}`);
  return pattern;
}

/** The mark that a spelling stands for: `≥` and `＞＝` are `>=`. */
export function canonicalMark(image: string): string {
  for (const [mark, pattern] of Object.entries(SPELLINGS)) {
    if (new RegExp(`^(?:${pattern.source})$`).test(image)) return mark;
  }
  return image;
}
