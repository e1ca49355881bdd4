import { grammarServices } from '../syntax/parser.js';

const WRITTEN = new Map<string, string>();
const MOST_KEPT = 10_000;

/** A name as it is written in a source: plain where the lexer reads it back as that name, else in quotes. */
export function writtenName(name: string): string {
  let written = WRITTEN.get(name);
  if (written === undefined) {
    written = isPlain(name) ? name : quoted(name);
    if (WRITTEN.size >= MOST_KEPT) WRITTEN.clear();
    WRITTEN.set(name, written);
  }
  return written;
}

/** A path of names as it is written; behind a dot a name may begin with a digit. */
export function writtenPath(path: readonly string[]): string {
  return path.map((name, index) => (index > 0 ? writtenSegment(name) : writtenName(name))).join('.');
}

/** A name behind a dot, or that of a column: it may begin with a digit. */
export function writtenSegment(name: string): string {
  return isNumberLike(name) ? name : writtenName(name);
}

/** Whether a name is read as a name and nothing else, as it stands: it is no keyword and needs no quotes. */
export function isPlainName(name: string): boolean {
  return onlyTokenOf(name) === 'NAME';
}

function isPlain(name: string): boolean {
  const kind = onlyTokenOf(name);
  return kind !== undefined && !['QUANTITY', 'QUOTED_NAME', 'DATE', 'STRING', 'BLANK'].includes(kind);
}

function isNumberLike(name: string): boolean {
  return onlyTokenOf(name) === 'QUANTITY';
}

/** The kind of the single token that a name is read as, if it is one and reads the same. */
function onlyTokenOf(name: string): string | undefined {
  const { tokens, errors } = grammarServices().parser.Lexer.tokenize(name);
  const [token] = tokens;
  if (!token || errors.length > 0 || token.image !== name) return undefined;
  return /^[\p{L}\p{N}_]/u.test(name) ? token.tokenType.name : undefined;
}

function quoted(name: string): string {
  return name.includes('」') ? `\`${name}\`` : `「${name}」`;
}
