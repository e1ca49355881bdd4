import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import { sectionStartsAt } from './declaration-start.js';
import { charactersOf } from './first-characters.js';

/*
 * The lexer reads three kinds of text: code, prose between brackets, and expressions inside `#{…}`.
 * Keywords are not patterns: they are read as names and given their own type afterwards.
 */

const LETTER = String.raw`A-Za-z_Ａ-Ｚａ-ｚ\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0370-\u1FFF\u2E80-\u2FDF\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096\u30A1-\u30FA\u3105-\u312F\u3400-\u4DBF\u4E00-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF`;
const SUPPLEMENTARY = String.raw`[\uD800-\uDBFF][\uDC00-\uDFFF]`;
const DIGIT = '0-9０-９';
const UNIT_SIGN = '%％‰℃°㎡㎥';

/**
 * The lexer library takes patterns without flags apart, to see whether they are nothing but a class of ASCII characters.
 * None is, and those with all Chinese letters take long; so they have a flag that the library drops and nobody needs.
 */
const NOT_TAKEN_APART = 'd';

// No `u` flag anywhere: the planes beyond the first are written as surrogate pairs.
const NAME_PATTERN = new RegExp(
  `(?:[${LETTER}]|${SUPPLEMENTARY})(?:[${LETTER}${DIGIT}·]|${SUPPLEMENTARY})*`,
  NOT_TAKEN_APART,
);
const QUANTITY_PATTERN = new RegExp(
  `[${DIGIT}]+(?:[.．][${DIGIT}]+)?(?:[${UNIT_SIGN}]|(?:[${LETTER}]|${SUPPLEMENTARY})+)?`,
  NOT_TAKEN_APART,
);
const DATE_PATTERN = new RegExp(
  `[${DIGIT}]{4}(?:[-－][${DIGIT}]{1,2}[-－][${DIGIT}]{1,2}(?![${DIGIT}])|年[${DIGIT}]{1,2}月(?:[${DIGIT}]{1,2}日)?)`,
  NOT_TAKEN_APART,
);

/*
 * What a token may begin with and whether it may hold line breaks is said, not left for the lexer to work out from the
 * patterns: at every start that would take longer than to read a report.
 */
const LETTERS = charactersOf(LETTER + String.raw`\uD800-\uDBFF`);
const DIGITS = charactersOf(DIGIT);
const BLANKS = charactersOf(String.raw`\u0009-\u000D \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF`);
const ONE_LINE = { line_breaks: false } as const;

const OPENING = { '[': ']', '［': '］', '【': '】' } as const;

/**
 * A few characters in the brackets that also close the prose, as in 财预[2024]12号, are text with them. They stand
 * together, so that an opening bracket by itself takes nothing away from the prose around it.
 */
const BRACKETED: Readonly<Record<string, RegExp>> = {
  ']': /\[[^\s[\]#＃{}｛｝]{1,20}\]/y,
  '］': /［[^\s［］#＃{}｛｝]{1,20}］/y,
  '】': /【[^\s【】#＃{}｛｝]{1,20}】/y,
};

/** The lexer's group for comments. */
export const COMMENTS = 'comments';

export const CODE_MODE = 'code';
const INTERPOLATION_MODE = 'interpolation';

function proseMode(closing: string): string {
  return `prose ${closing}`;
}

function matched(text: string, offset: number, end: number): [string] | null {
  return end > offset ? [text.slice(offset, end)] : null;
}

function isInterpolationAt(text: string, offset: number): boolean {
  const sign = text[offset];
  const brace = text[offset + 1];
  return (sign === '#' || sign === '＃') && (brace === '{' || brace === '｛');
}

/** Behind the end of a line at an offset; the offset itself where no line ends there. */
function endOfLine(text: string, offset: number): number {
  if (text[offset] === '\n') return offset + 1;
  return text[offset] === '\r' && text[offset + 1] === '\n' ? offset + 2 : offset;
}

/**
 * Behind the end of a line that is followed by one that begins a section; the offset itself elsewhere. Both characters
 * of an end of Windows are one token: of two tokens each would count as a line.
 */
function endOfCut(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return end > offset && sectionStartsAt(text, end) ? end : offset;
}

const COMMENT_LINE = /[ \t\u3000]*(?:\/\/|／／)[^\r\n]*/y;

function commentLineEnd(text: string, offset: number): number {
  COMMENT_LINE.lastIndex = offset;
  return COMMENT_LINE.test(text) ? COMMENT_LINE.lastIndex : offset;
}

function bracketedEnd(text: string, offset: number, closing: string): number {
  const bracketed = BRACKETED[closing];
  if (!bracketed) return offset;
  bracketed.lastIndex = offset;
  return bracketed.test(text) ? bracketed.lastIndex : offset;
}

function endOfProseText(text: string, offset: number, closing: string): number {
  let at = offset;
  if (at === 0 || text[at - 1] === '\n' || text[at - 1] === '[') at = commentLineEnd(text, at);
  while (at < text.length) {
    const character = text[at];
    if (character === closing) break;
    if (character === '\\') {
      at += endOfLine(text, at + 1) > at + 1 || at + 1 >= text.length ? 1 : 2;
      continue;
    }
    if (isInterpolationAt(text, at)) break;
    const next = endOfLine(text, at);
    if (next > at) {
      if (endOfCut(text, at) > at) break;
      at = commentLineEnd(text, next);
      continue;
    }
    const opens = character === '[' || character === '［' || character === '【';
    at = opens ? Math.max(at + 1, bracketedEnd(text, at, closing)) : at + 1;
  }
  return at;
}

/**
 * What ends an interpolation that was not closed: the end of its line, or Chinese punctuation of the
 * sentence around it. A comma between arguments stands inside parentheses.
 */
function endOfInterpolation(text: string, offset: number, before: readonly IToken[]): number {
  const sign = text[offset];
  const next = endOfLine(text, offset);
  if (next > offset) return next;
  if (sign === undefined || !/[，、。；！？]/.test(sign)) return offset;
  let depth = 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const kind = before[i]?.tokenType.name;
    if (kind === 'INTERPOLATION_OPEN') break;
    if (kind === '(') depth++;
    if (kind === ')') depth--;
  }
  return depth > 0 ? offset : offset + 1;
}

function upTo(accept: (text: string, offset: number) => number) {
  return (text: string, offset: number) => matched(text, offset, accept(text, offset));
}

/** The token types by the names that the grammar gives them. */
export function createTokenTypes() {
  const NAME = createToken({ name: 'NAME', pattern: NAME_PATTERN, start_chars_hint: LETTERS, ...ONE_LINE });
  const QUOTED_NAME = createToken({
    name: 'QUOTED_NAME',
    pattern: /「[^」\r\n]*」?|`[^`\r\n]*`?/,
    categories: [NAME],
    start_chars_hint: ['「', '`'],
    ...ONE_LINE,
  });
  const DATE = createToken({ name: 'DATE', pattern: DATE_PATTERN, start_chars_hint: DIGITS, ...ONE_LINE });
  const QUANTITY = createToken({
    name: 'QUANTITY',
    pattern: QUANTITY_PATTERN,
    start_chars_hint: DIGITS,
    ...ONE_LINE,
  });
  const STRING = createToken({
    name: 'STRING',
    pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*"?|“[^”\r\n]*”?/,
    start_chars_hint: ['"', '“'],
    ...ONE_LINE,
  });
  const BLANK = createToken({
    name: 'BLANK',
    pattern: /[—–]{1,2}|--/,
    start_chars_hint: ['—', '–', '-'],
    ...ONE_LINE,
  });
  const MISSING = createToken({ name: 'MISSING', pattern: Lexer.NA });

  const PROSE_OPEN = createToken({ name: 'PROSE_OPEN', pattern: Lexer.NA });
  const PROSE_CLOSE = createToken({ name: 'PROSE_CLOSE', pattern: Lexer.NA });
  const TEXT = createToken({ name: 'TEXT', pattern: Lexer.NA });
  const PROSE_CUT = createToken({
    name: 'PROSE_CUT',
    pattern: upTo(endOfCut),
    line_breaks: true,
    pop_mode: true,
  });
  // Ends the interpolation and the prose around it at once: two modes are left by popping one
  // and covering the other with a fresh code mode, which nothing but the end of the piece leaves.
  const PROSE_ABORT = createToken({
    name: 'PROSE_ABORT',
    pattern: upTo((text, offset) => {
      const end = endOfCut(text, offset);
      return end === offset && /[\]］】]/.test(text.charAt(offset)) ? offset + 1 : end;
    }),
    line_breaks: true,
    pop_mode: true,
    push_mode: CODE_MODE,
  });
  const INTERPOLATION_OPEN = createToken({
    name: 'INTERPOLATION_OPEN',
    pattern: /[#＃][{｛]/,
    push_mode: INTERPOLATION_MODE,
    start_chars_hint: ['#', '＃'],
    ...ONE_LINE,
  });
  const INTERPOLATION_CLOSE = createToken({
    name: 'INTERPOLATION_CLOSE',
    pattern: /[}｝]/,
    pop_mode: true,
    start_chars_hint: ['}', '｝'],
    ...ONE_LINE,
  });
  const INTERPOLATION_EOL = createToken({
    name: 'INTERPOLATION_EOL',
    pattern: (text: string, offset: number, before: IToken[]) =>
      matched(text, offset, endOfInterpolation(text, offset, before)),
    line_breaks: true,
    pop_mode: true,
  });
  const FORMAT = createToken({
    name: 'FORMAT',
    pattern: /[:：][^}｝\]］】\r\n]*/,
    start_chars_hint: [':', '：'],
    ...ONE_LINE,
  });
  const WS = createToken({
    name: 'WS',
    pattern: /[\s\u3000\uFEFF]+/,
    line_breaks: true,
    group: Lexer.SKIPPED,
    start_chars_hint: BLANKS,
  });
  const INLINE_WS = createToken({
    name: 'INLINE_WS',
    pattern: /[ \t\u3000]+|\r(?!\n)/,
    group: Lexer.SKIPPED,
    // A lone carriage return, which no text holds any longer when it comes here.
    line_breaks: true,
    start_chars_hint: [' ', '\t', '\u3000', '\r'],
  });
  const COMMENT = createToken({
    name: 'COMMENT',
    pattern: /(?:\/\/|／／)[^\r\n]*/,
    group: COMMENTS,
    ...ONE_LINE,
    start_chars_hint: ['/', '／'],
  });

  const proseOpenings: TokenType[] = [];
  const proseModes: Record<string, TokenType[]> = {};
  for (const [opening, closing] of Object.entries(OPENING)) {
    proseOpenings.push(
      createToken({
        name: `PROSE_OPEN ${opening}`,
        pattern: opening,
        categories: [PROSE_OPEN],
        push_mode: proseMode(closing),
      }),
    );
    proseModes[proseMode(closing)] = [
      createToken({ name: `PROSE_CLOSE ${closing}`, pattern: closing, categories: [PROSE_CLOSE], pop_mode: true }),
      INTERPOLATION_OPEN,
      PROSE_CUT,
      createToken({
        name: `TEXT ${closing}`,
        pattern: (text: string, offset: number) => matched(text, offset, endOfProseText(text, offset, closing)),
        line_breaks: true,
        categories: [TEXT],
      }),
    ];
  }
  const named = {
    NAME,
    QUANTITY,
    DATE,
    STRING,
    BLANK,
    MISSING,
    PROSE_OPEN,
    PROSE_CLOSE,
    PROSE_CUT,
    PROSE_ABORT,
    TEXT,
    INTERPOLATION_OPEN,
    INTERPOLATION_CLOSE,
    INTERPOLATION_EOL,
    FORMAT,
    WS,
    COMMENT,
  };
  return { named, QUOTED_NAME, INLINE_WS, proseOpenings, proseModes };
}

/** Lexer modes from the token types and the punctuation of the grammar. */
export function createModes(types: ReturnType<typeof createTokenTypes>, punctuation: readonly TokenType[]) {
  const { named } = types;
  const values = [named.DATE, named.QUANTITY, named.NAME, types.QUOTED_NAME, named.STRING];
  return {
    [CODE_MODE]: [named.WS, named.COMMENT, ...values, named.BLANK, ...punctuation, ...types.proseOpenings],
    [INTERPOLATION_MODE]: [
      types.INLINE_WS,
      named.PROSE_ABORT,
      named.INTERPOLATION_EOL,
      named.INTERPOLATION_CLOSE,
      named.FORMAT,
      ...values,
      named.BLANK,
      ...punctuation.filter((type) => !/^[{}:|]$/.test(type.name)),
    ],
    ...types.proseModes,
  };
}
