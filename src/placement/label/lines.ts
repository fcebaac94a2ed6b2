import type { Box, Pixel } from './placed.ts';

/** A straight stretch. */
export type Segment = readonly [Pixel, Pixel];

/** The stretches of a line through points. */
export const segmentsOf = (points: readonly Pixel[]): Segment[] =>
  points.slice(1).map((point, i) => [points[i]!, point]);

/** On which side of the line from a to b a point lies. */
const side = (a: Pixel, b: Pixel, p: Pixel) =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

/** Whether two stretches meet in a point that is no end of both. */
export const cross = (one: Segment, other: Segment): boolean =>
  side(one[0], one[1], other[0]) * side(one[0], one[1], other[1]) < 0 &&
  side(other[0], other[1], one[0]) * side(other[0], other[1], one[1]) < 0;

// Asked of every place that words might take: no list is made on the way.

/** Whether a stretch runs through a rectangle grown by some pixels on every side. */
export function runsThrough(segment: Segment, box: Box, grown = 0): boolean {
  let [from, to] = [0, 1];
  for (let axis = 0; axis < 2; axis++) {
    const start = segment[0][axis]!;
    const step = segment[1][axis]! - start;
    const low = (axis === 0 ? box.left : box.top) - grown;
    const high = (axis === 0 ? box.right : box.bottom) + grown;
    if (step === 0) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const [one, other] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
    if (from >= to) return false;
  }
  return from < to;
}

/** Whether two rectangles are nearer to each other than `gap` pixels both across and down. */
export const touches = (a: Box, b: Box, gap: number): boolean =>
  a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;

/** Length of a stretch, pixels. */
export const lengthOf = (one: Segment): number => Math.hypot(one[1][0] - one[0][0], one[1][1] - one[0][1]);
