/**
 * Colours of series and slices, as red, green and blue. Their lightness differs as well, and most
 * where they stand beside each other: reports are often printed and copied in grey.
 */
export const CHART_COLORS = ['1F3864', 'F4B183', '2E75B6', 'ED7D31', '843C0C', 'DEEBF7'] as const;

/** Marks at the points of lines, one for each colour. */
export const CHART_MARKS = ['circle', 'square', 'triangle', 'diamond', 'square', 'circle'] as const;

/** What a series or slice has at its place in the order. */
export function atTurn<T>(list: readonly [T, ...T[]], index: number): T {
  return list[index % list.length] ?? list[0];
}
