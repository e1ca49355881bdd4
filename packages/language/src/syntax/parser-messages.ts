import type { IParserErrorMessageProvider } from 'chevrotain';

/** Keeps only what the parser knew: the token it wanted, if it was just one. The sentence is made elsewhere, in two languages. */
export class WantedToken implements IParserErrorMessageProvider {
  buildMismatchTokenMessage({ expected }: { expected: { name: string } }): string {
    return /^(?:TEXT|PROSE|INTERPOLATION|FORMAT|MISSING|BLANK)/.test(expected.name) ? '' : expected.name;
  }
  buildNotAllInputParsedMessage(): string {
    return '';
  }
  buildNoViableAltMessage(): string {
    return '';
  }
  buildEarlyExitMessage(): string {
    return '';
  }
}
