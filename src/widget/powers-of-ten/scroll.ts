/** Where the top of the stage comes to stand while its sections pass, and where each of them is; CSS pixels. */
export interface Passing {
  readonly line: number;
  /** Top of every section, in the order of the page. */
  readonly tops: readonly number[];
  /** Lower edge of the last. */
  readonly end: number;
}

/**
 * How far sections have passed a line: 0 before the first has reached it, 1 when the second has, and so on; it never
 * exceeds the number of the last.
 */
export function scrolledPast({ line, tops, end }: Passing): number {
  const last = tops.length - 1;
  const index = tops.findLastIndex((top) => top <= line);
  if (index < 0) return 0;
  const next = tops[index + 1] ?? end;
  const share = next > tops[index]! ? (line - tops[index]!) / (next - tops[index]!) : 0;
  return Math.min(last, index + share);
}
