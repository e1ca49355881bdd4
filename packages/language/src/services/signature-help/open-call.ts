import type { IToken } from 'chevrotain';
import { isNameToken } from '../../syntax/missing-values.js';

/** A call whose bracket is still open. */
export interface OpenCall {
  readonly name: IToken;
  /** How many arguments were finished. */
  readonly argument: number;
}

/** The innermost call that is open at the end of the tokens; brackets that only group are passed over. */
export function openCall(tokens: readonly IToken[]): OpenCall | undefined {
  let closed = 0;
  let argument = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const kind = tokens[at]?.tokenType.name;
    if (kind === ')') closed++;
    else if (kind === ',' && closed === 0) argument++;
    else if (kind === '(' && closed > 0) closed--;
    else if (kind === '(') {
      const name = tokens[at - 1];
      if (name && isNameToken(name)) return { name, argument };
      argument = 0;
    }
  }
  return undefined;
}
