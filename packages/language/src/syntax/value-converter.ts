import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from 'langium';

/** Takes the quotes off strings and quoted names; everything else stays as it is written. */
export class PerfValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, _cstNode: CstNode): ValueType {
    switch (rule.name) {
      case 'NAME':
        return unquotedName(input);
      case 'MISSING':
        return '';
      case 'STRING':
        return unquotedText(input);
      default:
        return input;
    }
  }
}

/** `「名 字」` and `` `名 字` `` without their quotes; a name without quotes as it is. */
export function unquotedName(image: string): string {
  if (!/^[「`]/.test(image)) return image;
  return image.slice(1, isClosedName(image) ? -1 : undefined);
}

/** Whether a name has its closing quote, if it has an opening one. */
export function isClosedName(image: string): boolean {
  return !/^[「`]/.test(image) || (image.length > 1 && image.endsWith(closingQuote(image)));
}

/** The sign with which a quoted text or name ends, by how it begins. */
export function closingQuote(image: string): string {
  return CLOSING_QUOTES[image.charAt(0)] ?? '"';
}

const CLOSING_QUOTES: Readonly<Record<string, string>> = { '“': '”', '「': '」', '`': '`' };

/** The content of a quoted text; inside straight quotes `\` escapes the next character. */
export function unquotedText(image: string): string {
  if (image.startsWith('“')) return image.slice(1, image.endsWith('”') ? -1 : undefined);
  if (!image.startsWith('"')) return image;
  const content = image.slice(1, isClosed(image) ? -1 : undefined);
  return content.replace(/\\(.)/g, '$1');
}

/** Whether a quoted text has its closing quote. */
export function isClosed(image: string): boolean {
  if (image.startsWith('“')) return image.length > 1 && image.endsWith('”');
  return /^"(?:[^"\\]|\\.)*"$/.test(image);
}
