import { canonicalKeyword } from '../../grammar/keywords.js';
import { writtenName, writtenSegment } from '../written-name.js';

/** The keywords with which something other than a row begins in a block of figures. */
const BLOCK_KEYWORDS: ReadonlySet<string> = new Set(['列', '按', '其中', '核对']);

const ENUMERATION =
  /^(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d+(?:\.\d+)*(?:[、)）]|[.．](?!\d))|[①-⑳])\s*/;

/** Gives labels of a spreadsheet names: no two alike unless their labels are. */
export class RowNames {
  private readonly labels = new Map<string, string>();

  /**
   * What is written for a label: the label itself where it is a name; else a name made of its words
   * with the label in quotes behind, such as `因公出国费 "因公出国（境）费"`; else the label as a quoted name.
   */
  write(label: string): string {
    if (isRowName(label)) return this.take(label, label) ? label : quotedName(label);
    const short = shortened(label);
    if (isRowName(short) && this.take(short, label)) return `${short} ${quotedText(label)}`;
    return quotedName(label);
  }

  /** The same for the heading of a column, which may begin with a digit. */
  writeColumn(label: string): string {
    if (writtenSegment(label) === label && this.take(label, label)) return label;
    return this.write(label);
  }

  private take(name: string, label: string): boolean {
    const known = this.labels.get(name);
    if (known !== undefined && known !== label) return false;
    this.labels.set(name, label);
    return true;
  }
}

function isRowName(label: string): boolean {
  return label !== '' && writtenName(label) === label && !BLOCK_KEYWORDS.has(canonicalKeyword(label));
}

/** A label without its number, without what stands in brackets, and without punctuation. */
function shortened(label: string): string {
  const words = label.replace(ENUMERATION, '').replace(/[（(【[][^）)】\]]*[）)】\]]/g, '');
  return words.replace(/[^\p{L}\p{N}·_]/gu, '');
}

function quotedName(label: string): string {
  const clean = label.replace(/[」`]/g, '');
  return `「${clean}」`;
}

export function quotedText(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
