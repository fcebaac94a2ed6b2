import type { Projector } from '../view/camera.ts';
import type { Dimension } from './annotation.ts';
import type { Ground } from './ground.ts';
import { runsThrough, touches } from './lines.ts';
import type { Align, Box, Pixel, PlacedDimension } from './placed.ts';
import { takenBy } from './placeLabels.ts';
import { textBox } from './wording.ts';

/** A dimension shorter than this on the picture measures nothing that the reader can see, pixels. */
const shortest = 28;
/** From a dimension line to its text, the best first; beside a slanted line a wide text stands farther off. Pixels. */
const distances = [14, 20, 27, 35];
/** Where along the line a text may stand, the best first. */
const along = [0.5, 0.35, 0.65, 0.2, 0.8, 0.05, 0.95];

const pixel = (p: readonly number[]): Pixel => [p[0]!, p[1]!];

/**
 * Sets a dimension line off from what it measures, its text beside it on empty ground, clear of what is there.
 * @returns nothing where the line cannot be seen or its text has no room
 */
export function placeDimension(
  dimension: Pick<Dimension, 'from' | 'to' | 'offset'>,
  text: string,
  project: Projector,
  ground: Ground,
  before: readonly PlacedDimension[],
): PlacedDimension[] {
  const moved = (p: readonly [number, number, number]) =>
    project(p[0] + dimension.offset[0], p[1] + dimension.offset[1], p[2] + dimension.offset[2]);
  const line = [pixel(moved(dimension.from)), pixel(moved(dimension.to))] as const;
  const [a, b] = line;
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const { frame } = ground;
  if (length < shortest || Math.max(a[0], b[0]) < 0 || Math.min(a[0], b[0]) > frame.width) return [];
  const [partA, partB] = [pixel(project(...dimension.from)), pixel(project(...dimension.to))];
  const extensions = [
    [partA, a],
    [partB, b],
  ] as const;
  // The text stands on the far side of the line from the part, at right angles to the line, else on the near one.
  const normal: Pixel = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const off = [0, 1].map((k) => (a[k]! + b[k]! - partA[k]! - partB[k]!) / 2);
  const far = normal[0] * off[0]! + normal[1] * off[1]! < 0 ? -1 : 1;
  const taken = takenBy(before);
  const clear = (box: Box): boolean =>
    ground.isFree({ left: box.left - 2, top: box.top - 1, right: box.right + 2, bottom: box.bottom + 1 }) &&
    !taken.boxes.some((other) => touches(box, other, 4)) &&
    ![line, ...extensions, ...taken.lines].some((stretch) => runsThrough(stretch, box, 1));
  for (const side of [far, -far]) {
    const out: Pixel = [normal[0] * side, normal[1] * side];
    const align: Align = out[0] < -0.3 ? 'end' : out[0] > 0.3 ? 'start' : 'middle';
    for (const away of distances) {
      for (const share of along) {
        const place = (k: 0 | 1) => a[k] + (b[k] - a[k]) * share + out[k] * away;
        const textAt: Pixel = [place(0), place(1) + 5];
        if (clear(textBox(text, textAt, align))) return [{ text, line, extensions, textAt, align }];
      }
    }
  }
  return [];
}
