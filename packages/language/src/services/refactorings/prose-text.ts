/** A text as it has to be written in prose so that it prints as it stands. */
export function escapedProse(text: string): string {
  return text.replace(/[\\*\]［］【】]|[#＃](?=[{｛])/g, (sign) => (/[［【]/.test(sign) ? sign : `\\${sign}`));
}
