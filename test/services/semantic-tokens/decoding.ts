import { SEMANTIC_TOKENS_LEGEND } from '@jixiao/language/services';

/** A token of the protocol, read back. */
export interface DecodedToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: string;
  readonly modifiers: readonly string[];
}

/** Reads tokens as an editor does; fails where they overlap, are empty or name a kind that the legend lacks. */
export function decode(data: readonly number[]): DecodedToken[] {
  const { tokenTypes, tokenModifiers } = SEMANTIC_TOKENS_LEGEND;
  const tokens: DecodedToken[] = [];
  let line = 0;
  let character = 0;
  if (data.length % 5 !== 0) throw new Error('a token has five numbers');
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = -1, bits = 0] = data.slice(at, at + 5);
    const previous = tokens.at(-1);
    line += lines;
    character = lines === 0 && at > 0 ? character + characters : characters;
    if (lines < 0 || length <= 0) throw new Error(`token ${at / 5} is out of order or empty`);
    if (previous && previous.line === line && character < previous.character + previous.length) {
      throw new Error(`token ${at / 5} overlaps the one before`);
    }
    const name = tokenTypes[type];
    if (name === undefined) throw new Error(`token ${at / 5} has no type`);
    const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    tokens.push({ line, character, length, type: name, modifiers });
  }
  return tokens;
}

/** One line for each token: its text, its type and its modifiers. */
export function listed(data: readonly number[], text: string): string {
  const lines = text.split('\n');
  return decode(data)
    .map(({ line, character, length, type, modifiers }) => {
      const image = (lines[line] ?? '').slice(character, character + length);
      if (image.length < length || image.includes('\r')) throw new Error(`a token reaches over line ${line + 1}`);
      return [image, type, ...modifiers].join(' ');
    })
    .join('\n');
}
