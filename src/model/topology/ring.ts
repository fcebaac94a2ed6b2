import { coordinate, strides } from './grid.ts';
import { requireInteger } from './range.ts';
import type { Ring } from './wiring.ts';

/** Physical links of rings over one dimension: n each, one where n is 2, none where n is 1. */
export function countRing(shape: readonly number[], family: Ring): number {
  requireInteger('dimension of a ring', family.over, 0, shape.length - 1);
  const size = shape[family.over]!;
  if (family.between) requireInteger('block of a ring', family.between.size, 1, size);
  const count = shape.reduce((a, b) => a * b, 1);
  return size === 1 ? 0 : size === 2 ? count / 2 : count;
}

/**
 * Writes `[from, to]` of both directions. Every NPU owns the link to the next one clockwise (the next higher position,
 * from the last back to 0), so with three or more in a ring, physical link `first + id` is the one of NPU `id`.
 */
export function writeRing(shape: readonly number[], family: Ring, ends: Uint32Array, first: number): void {
  const size = shape[family.over]!;
  const stride = strides(shape)[family.over]!;
  const count = shape.reduce((a, b) => a * b, 1);
  if (size === 1) return;
  let at = first * 4;
  const owners = size === 2 ? 1 : size;
  for (let block = 0; block < count; block += stride * size)
    for (let position = 0; position < owners; position++) {
      const next = block + (position === size - 1 ? 0 : (position + 1) * stride);
      for (let lane = 0; lane < stride; lane++) {
        const from = block + position * stride + lane;
        ends[at++] = from;
        ends[at++] = next + lane;
        ends[at++] = next + lane;
        ends[at++] = from;
      }
    }
}

/** The link out of an NPU along its ring, clockwise or against. */
export function ringLink(
  shape: readonly number[],
  family: Ring,
  first: number,
  from: number,
  clockwise: boolean,
): number {
  const size = shape[family.over]!;
  const stride = strides(shape)[family.over]!;
  const position = coordinate(from, size, stride);
  if (size === 2) {
    const block = Math.floor(from / (stride * 2));
    return 2 * (first + block * stride + (from % stride)) + position;
  }
  if (clockwise) return 2 * (first + from);
  const previous = position === 0 ? from + (size - 1) * stride : from - stride;
  return 2 * (first + previous) + 1;
}

/** The next NPU along a ring. */
export function ringNext(shape: readonly number[], over: number, from: number, clockwise: boolean): number {
  const size = shape[over]!;
  const stride = strides(shape)[over]!;
  const position = coordinate(from, size, stride);
  const next = (position + (clockwise ? 1 : size - 1)) % size;
  return from + (next - position) * stride;
}

/** Whether the link that an NPU owns leaves its block of `size` consecutive positions, or closes the ring. */
export function leavesBlock(position: number, size: number, block: number): boolean {
  return position === size - 1 || Math.floor(position / block) !== Math.floor((position + 1) / block);
}
