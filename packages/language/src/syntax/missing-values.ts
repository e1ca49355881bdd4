import type { IToken } from 'chevrotain';

/*
 * Half-typed lines. `工资 =` at the end of a line would otherwise take the next line's name for
 * its value, and with it the next line. Here it is decided where a value must follow but what
 * follows plainly begins something else.
 */

/** Marks after which a value must come. */
const WANTS_VALUE = new Set(['=', '|', '->', ':', '+', '-', '*', '/', '>=', '<=', '==', '!=', '>', '<', ',', '(']);
/** Marks with which no value begins. */
const ENDS_VALUE = new Set(['}', ')', '|', ',', '->', '=', ':']);
const OPERATORS = new Set(['+', '-', '*', '/', '.', '(', '>=', '<=', '==', '!=', '>', '<', ',', '|', '..']);
const STATED = new Set(['总分', '等级']);
const NOTES = new Set(['因为', '改进', '方法']);
const LISTED = new Set(['>=', '<=', '==', '!=', '>', '<', '=', ',']);
const VALUES = new Set(['QUANTITY', 'DATE', 'STRING']);

/** Whether the token at this place must be followed by a value, or a dot by a name, and is not. */
export function lacksFollower(tokens: readonly IToken[], at: number): boolean {
  if (STATED.has(tokens[at]?.tokenType.name ?? '')) return lacksStatement(tokens, at);
  return tokens[at]?.tokenType.name === '.' ? lacksSegment(tokens, at) : lacksValue(tokens, at);
}

/** `总分` or `等级` alone on a line of a table of indicators, where the total or the grade is stated. */
function lacksStatement(tokens: readonly IToken[], at: number): boolean {
  if (tokens[0]?.tokenType.name !== '指标') return false;
  const here = tokens[at] as IToken;
  const previous = tokens[at - 1];
  const next = tokens[at + 1];
  const beginsLine = previous !== undefined && previous.endLine !== here.startLine;
  return beginsLine && (next === undefined || next.startLine !== here.endLine);
}

function lacksSegment(tokens: readonly IToken[], at: number): boolean {
  const next = tokens[at + 1];
  const here = tokens[at] as IToken;
  if (!next) return true;
  const adjacent = next.startOffset === (here.endOffset ?? here.startOffset) + 1;
  return !adjacent || !(isNameToken(next) || next.tokenType.name === 'QUANTITY');
}

function lacksValue(tokens: readonly IToken[], at: number): boolean {
  const here = tokens[at] as IToken;
  const mark = here.tokenType.name;
  if (!WANTS_VALUE.has(mark) || isListedComparator(tokens, at)) return false;
  const next = tokens[at + 1];
  if (!next) return true;
  const kind = next.tokenType.name;
  if (mark === '(' && kind === ')') return false;
  if (ENDS_VALUE.has(kind) && !(mark === ':' && kind === '=')) return true;
  if (/^(?:INTERPOLATION_(?:CLOSE|EOL)|PROSE_|FORMAT)/.test(kind)) return true;
  if (NOTES.has(kind) && tokens[at + 2]?.tokenType.name === 'STRING') return true;
  if (next.startLine === here.endLine) return false;
  return isNameToken(next) && beginsConstruct(tokens, at + 1, mark);
}

/** `适用 >=, >` names comparators; nothing is compared. */
function isListedComparator(tokens: readonly IToken[], at: number): boolean {
  let before = at;
  while (before >= 0 && LISTED.has(tokens[before]?.tokenType.name ?? '')) before--;
  return before < at && tokens[before]?.tokenType.name === '适用';
}

/** Whether a name on a new line begins something of its own rather than continuing the line above. */
function beginsConstruct(tokens: readonly IToken[], at: number, mark: string): boolean {
  const name = tokens[at] as IToken;
  const after = tokens[at + 1];
  if (!after || after.startLine !== name.endLine) return mark !== ',' && mark !== '(';
  const kind = after.tokenType.name;
  if (OPERATORS.has(kind)) return false;
  return isNameToken(after) || VALUES.has(kind) || kind === '=' || kind === '{' || kind === ':';
}

/** Whether a token is a name: keywords and quoted names are too. */
export function isNameToken(token: IToken): boolean {
  return token.tokenType.name === 'NAME' || token.tokenType.CATEGORIES?.some(({ name }) => name === 'NAME') === true;
}
