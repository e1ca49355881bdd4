import { createTokenInstance, type IToken, type TokenType, type TokenTypeDictionary } from 'chevrotain';
import { lacksFollower } from './missing-values.js';
import { isClosed, isClosedName } from './value-converter.js';

/** Something that was left out of half-typed text. */
export type Gap =
  | { readonly kind: 'value' | 'block' | 'prose' | 'interpolation' | 'text'; readonly token: IToken }
  /** A closing brace without an opening one; it was left away. */
  | { readonly kind: 'stray-brace'; readonly token: IToken };

/**
 * Completes the tokens of half-typed text so that the parser meets whole constructs: a MISSING
 * token where a value was left out, the closing of blocks, prose and interpolations that the piece
 * leaves open. Each completion is a gap to be reported.
 */
export function completeTokens(
  tokens: readonly IToken[],
  types: TokenTypeDictionary,
): { tokens: IToken[]; gaps: Gap[] } {
  const gaps: Gap[] = [];
  const result: IToken[] = [];
  const unclosed = unclosedBraces(tokens);
  let proseOpen: IToken | undefined;
  let interpolationOpen: IToken | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as IToken;
    const kind = token.tokenType.name;
    for (const opening of unclosed.closedBefore.get(token) ?? []) {
      gaps.push({ kind: 'block', token: opening });
      result.push(inserted(type(types, '}'), result.at(-1) ?? token));
    }
    if (unclosed.stray.has(token)) {
      gaps.push({ kind: 'stray-brace', token });
      continue;
    }
    result.push(token);
    if (kind.startsWith('PROSE_OPEN')) proseOpen = token;
    else if (kind.startsWith('PROSE_CLOSE')) proseOpen = undefined;
    else if (kind === 'INTERPOLATION_OPEN') interpolationOpen = token;
    else if (kind === 'INTERPOLATION_CLOSE') interpolationOpen = undefined;
    else if (isUnclosedText(token)) gaps.push({ kind: 'text', token });
    if ((kind === 'INTERPOLATION_EOL' || kind === 'PROSE_ABORT') && interpolationOpen) {
      gaps.push({ kind: 'interpolation', token: interpolationOpen });
      interpolationOpen = undefined;
    }
    if ((kind === 'PROSE_CUT' || (kind === 'PROSE_ABORT' && token.image.endsWith('\n'))) && proseOpen) {
      gaps.push({ kind: 'prose', token: proseOpen });
    }
    if (kind === 'PROSE_CUT' || kind === 'PROSE_ABORT') proseOpen = undefined;
    if (lacksFollower(tokens, i)) {
      gaps.push({ kind: 'value', token });
      result.push(missing(type(types, 'MISSING'), token));
    }
  }
  const last = tokens.at(-1);
  if (last) {
    if (interpolationOpen) {
      gaps.push({ kind: 'interpolation', token: interpolationOpen });
      result.push(inserted(type(types, 'INTERPOLATION_EOL'), last));
    }
    if (proseOpen) {
      gaps.push({ kind: 'prose', token: proseOpen });
      result.push(inserted(type(types, 'PROSE_CUT'), last));
    }
    for (const opening of unclosed.atEnd) {
      gaps.push({ kind: 'block', token: opening });
      result.push(inserted(type(types, '}'), last));
    }
  }
  return { tokens: result, gaps };
}

function isUnclosedText({ tokenType, image }: IToken): boolean {
  if (tokenType.name === 'STRING') return !isClosed(image);
  return tokenType.name === 'QUOTED_NAME' && !isClosedName(image);
}

interface UnclosedBraces {
  /** Opening braces to close before a token, the innermost first. */
  readonly closedBefore: ReadonlyMap<IToken, readonly IToken[]>;
  /** Opening braces to close at the end, the innermost first. */
  readonly atEnd: readonly IToken[];
  readonly stray: ReadonlySet<IToken>;
}

/**
 * Pairs the braces. Only where their number does not come out does indentation decide: a closing
 * brace that begins its line further left than the line of its opening one closes an outer block.
 */
function unclosedBraces(tokens: readonly IToken[]): UnclosedBraces {
  const plain = pairBraces(tokens, false);
  return plain.atEnd.length === 0 ? plain : pairBraces(tokens, true);
}

function pairBraces(tokens: readonly IToken[], byIndentation: boolean): UnclosedBraces {
  const closedBefore = new Map<IToken, IToken[]>();
  const stray = new Set<IToken>();
  const open: { token: IToken; indent: number }[] = [];
  let line = 0;
  let indent = 0;
  for (const token of tokens) {
    const begins = token.startLine !== line;
    if (begins) {
      line = token.startLine ?? line;
      indent = token.startColumn ?? 1;
    }
    const kind = token.tokenType.name;
    if (kind === '{') open.push({ token, indent });
    if (kind !== '}') continue;
    while (byIndentation && begins && open.length > 1 && (open.at(-1)?.indent ?? 0) > indent) {
      const inner = open.pop();
      if (inner) closedBefore.set(token, [...(closedBefore.get(token) ?? []), inner.token]);
    }
    if (!open.pop()) stray.add(token);
  }
  return { closedBefore, atEnd: open.map(({ token }) => token).reverse(), stray };
}

function type(types: TokenTypeDictionary, name: string): TokenType {
  const found = types[name];
  if (!found) throw new Error(`The grammar has no token ${name}`);
  return found;
}

/** A closing token of no length right behind another one. */
function inserted(tokenType: TokenType, after: IToken): IToken {
  const { offset, line, column } = endOf(after);
  return createTokenInstance(tokenType, '', offset, offset - 1, line, line, column, column - 1);
}

/** A value that was left out, one blank wide: the parser drops nodes without any text. */
function missing(tokenType: TokenType, after: IToken): IToken {
  const { offset, line, column } = endOf(after);
  return createTokenInstance(tokenType, ' ', offset, offset, line, line, column, column);
}

function endOf(token: IToken): { offset: number; line: number; column: number } {
  return {
    offset: (token.endOffset ?? token.startOffset) + 1,
    line: token.endLine ?? 1,
    column: (token.endColumn ?? 0) + 1,
  };
}
