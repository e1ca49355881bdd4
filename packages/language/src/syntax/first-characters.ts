/** Up to here the lexer tells first characters apart one by one, above in stretches of so many. */
const STRETCH = 255;

/**
 * The characters of a class as it stands in a regular expression between its brackets, such as `A-Z_\\u4E00-\\u9FFF`,
 * as the lexer wants to know them: each one of the Latin ones, of the others at least one in every stretch.
 */
export function charactersOf(characterClass: string): number[] {
  const characters = [...characterClass.matchAll(/\\u([0-9A-F]{4})|(.)/gs)].map(([, code, character]) =>
    code === undefined
      ? { code: (character ?? '').charCodeAt(0), dash: character === '-' }
      : { code: Number.parseInt(code, 16), dash: false },
  );
  const result: number[] = [];
  for (let at = 0; at < characters.length; at += 1) {
    const from = characters[at]?.code ?? 0;
    const to = characters[at + 1]?.dash ? characters[at + 2]?.code : undefined;
    if (to === undefined) {
      result.push(from);
      continue;
    }
    for (let code = from; code < to; code += code <= STRETCH ? 1 : STRETCH) result.push(code);
    result.push(to);
    at += 2;
  }
  return result;
}
