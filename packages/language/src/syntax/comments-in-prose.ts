import { createTokenInstance, type IToken } from 'chevrotain';

const COMMENT = /^[ \t\u3000]*((?:\/\/|／／)[^\r\n]*)/;

/** The comment lines among the text of prose, each as a token of its own. */
export function commentsInProse(tokens: readonly IToken[]): IToken[] {
  return tokens.flatMap((token, index) => {
    if (!token.tokenType.name.startsWith('TEXT')) return [];
    const opens = tokens[index - 1]?.tokenType.name.startsWith('PROSE_OPEN') === true;
    return commentsIn(token, opens);
  });
}

/** A line of text begins with the token only where the prose does. */
function commentsIn(token: IToken, opens: boolean): IToken[] {
  const found: IToken[] = [];
  let offset = token.startOffset;
  token.image.split('\n').forEach((text, index) => {
    const image = index > 0 || opens ? COMMENT.exec(text)?.[1] : undefined;
    if (image !== undefined) {
      const from = text.indexOf(image);
      const line = (token.startLine ?? 1) + index;
      const column = (index === 0 ? (token.startColumn ?? 1) : 1) + from;
      const end = offset + from + image.length - 1;
      found.push(
        createTokenInstance(token.tokenType, image, offset + from, end, line, line, column, column + image.length - 1),
      );
    }
    offset += text.length + 1;
  });
  return found;
}
