import type { Box, Pixel } from './placed.ts';

/** A straight stretch. */
export type Segment = readonly [Pixel, Pixel];

/** The stretches of a line through points. */
export const segmentsOf = (points: readonly Pixel[]): Segment[] =>
  points.slice(1).map((point, i) => [points[i]!, point]);

const side = ([ax, ay]: Pixel, [bx, by]: Pixel, [px, py]: Pixel) =>
  Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));

/** Whether two stretches meet in a point that is no end of both. */
export function cross([a, b]: Segment, [c, d]: Segment): boolean {
  const [ac, ad, ca, cb] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  return ac * ad < 0 && ca * cb < 0;
}

/** Whether a stretch runs through a rectangle grown by some pixels on every side. */
export function runsThrough([[x0, y0], [x1, y1]]: Segment, box: Box, grown = 0): boolean {
  let [from, to] = [0, 1];
  const limits = [
    [x0, x1 - x0, box.left - grown, box.right + grown],
    [y0, y1 - y0, box.top - grown, box.bottom + grown],
  ] as const;
  for (const [start, step, low, high] of limits) {
    if (step === 0) {
      if (start <= low || start >= high) return false;
      continue;
    }
    const ends = [(low - start) / step, (high - start) / step];
    [from, to] = [Math.max(from, Math.min(...ends)), Math.min(to, Math.max(...ends))];
  }
  return from < to;
}

/** Whether two rectangles are nearer to each other than `gap` pixels both across and down. */
export const touches = (a: Box, b: Box, gap: number): boolean =>
  a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;

/** Length of a stretch, pixels. */
export const lengthOf = ([[x0, y0], [x1, y1]]: Segment): number => Math.hypot(x1 - x0, y1 - y0);
