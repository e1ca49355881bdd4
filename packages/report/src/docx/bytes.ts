/** Stretches of bytes as one. */
export function joined(portions: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = portions;
  if (only && portions.length === 1) return only;
  const all = new Uint8Array(portions.reduce((size, portion) => size + portion.length, 0));
  let at = 0;
  for (const portion of portions) {
    all.set(portion, at);
    at += portion.length;
  }
  return all;
}
