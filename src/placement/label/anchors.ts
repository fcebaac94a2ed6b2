import type { Pixel } from './placed.ts';
import { cell, type Sight } from './sight.ts';

/** Directions in which a part is looked over for places where a leader may begin. */
const directions: readonly Pixel[] = Array.from({ length: 8 }, (_, i) => {
  const angle = (i * Math.PI) / 4;
  return [Math.cos(angle), Math.sin(angle)];
});

/** Less than this many cells of a thing are no larger than the dot at the end of a leader. */
const fewest = 3;

/**
 * Places on the picture at which something is seen: of its outermost in eight directions and of its middle, those that
 * have more of it all around where there are such. Empty where it is hidden or off the picture.
 * @param own whether a box belongs to it
 */
export function anchorsOf({ columns, rows, box }: Sight, own: (box: number) => boolean): Pixel[] {
  const isOwn = (i: number) => box[i]! >= 0 && own(box[i]!);
  const all: number[] = [];
  const inner: number[] = [];
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      const i = row * columns + column;
      if (!isOwn(i)) continue;
      all.push(i);
      if (isOwn(i - 1) && isOwn(i + 1) && isOwn(i - columns) && isOwn(i + columns)) inner.push(i);
    }
  }
  const cells = inner.length > 0 ? inner : all;
  if (all.length < fewest) return [];
  const places = cells.map((i): Pixel => [
    ((i % columns) + 0.5) * cell,
    (Math.floor(i / columns) + 0.5) * cell,
  ]);
  const most = (score: (at: Pixel) => number) => {
    let best = places[0]!;
    let reached = -Infinity;
    for (const at of places) {
      const value = score(at);
      if (value > reached) [best, reached] = [at, value];
    }
    return best;
  };
  const mean = [0, 1].map((k) => places.reduce((sum, at) => sum + at[k]!, 0) / places.length);
  const middle = most(([x, y]) => -Math.hypot(x - mean[0]!, y - mean[1]!));
  return [middle, ...directions.map(([dx, dy]) => most(([x, y]) => x * dx + y * dy))];
}
