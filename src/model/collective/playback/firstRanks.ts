import { requireInteger } from '../../topology/range.ts';
import type { Dimension } from '../dimension.ts';

/**
 * The dimensions of the first ranks of a machine, level by level: part of the innermost, then whole ones inside and part of
 * the next. A stretch of a ring that does not close counts as a ring.
 * @throws RangeError where the ranks fill no such block, naming what is allowed.
 */
export function firstRanks<D extends Dimension>(dimensions: readonly D[], ranks: number): D[] {
  const whole = dimensions.reduce((product, { size }) => product * size, 1);
  requireInteger('ranks', ranks, 1, whole);
  const taken: D[] = [];
  let inside = 1;
  for (const dimension of dimensions) {
    const size = Math.min(dimension.size, Math.ceil(ranks / inside));
    if (size > 1 || taken.length === 0) taken.push({ ...dimension, size });
    inside *= size;
    if (inside >= ranks) break;
  }
  if (inside !== ranks)
    throw new RangeError(`ranks is ${String(ranks)}: allowed level by level are ${blocksText(dimensions)}`);
  return taken;
}

/** `1 to 8, multiples of 8 to 64, multiples of 64 to 8192` */
function blocksText(dimensions: readonly Dimension[]): string {
  let inside = 1;
  return dimensions
    .map(({ size }) => {
      const from = inside;
      inside *= size;
      return from === 1 ? `1 to ${String(inside)}` : `multiples of ${String(from)} to ${String(inside)}`;
    })
    .join(', ');
}
