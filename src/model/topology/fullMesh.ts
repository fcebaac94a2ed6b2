import { coordinate, strides } from './grid.ts';
import { MAX_LINKS, requireInteger } from './range.ts';
import type { FullMesh } from './wiring.ts';

/** Physical links of a full mesh over one dimension: n(n − 1)/2 pairs in each of N/n groups. */
export function countFullMesh(shape: readonly number[], family: FullMesh): number {
  requireInteger('dimension of a full mesh', family.over, 0, shape.length - 1);
  requireInteger('parallel links of a full mesh', family.parallel, 1, MAX_LINKS);
  const size = shape[family.over]!;
  const groups = shape.reduce((a, b) => a * b, 1) / size;
  return (groups * size * (size - 1) * family.parallel) / 2;
}

/** Writes `[from, to]` of both directions of every link, group by group, from physical link `first` on. */
export function writeFullMesh(
  shape: readonly number[],
  family: FullMesh,
  ends: Uint32Array,
  first: number,
): void {
  const { over, parallel } = family;
  const size = shape[over]!;
  const stride = strides(shape)[over]!;
  const count = shape.reduce((a, b) => a * b, 1);
  let at = first * 4;
  for (let block = 0; block < count; block += stride * size)
    for (let base = block; base < block + stride; base++)
      for (let a = base; a < base + stride * (size - 1); a += stride)
        for (let b = a + stride; b < base + stride * size; b += stride)
          for (let copy = 0; copy < parallel; copy++) {
            ends[at++] = a;
            ends[at++] = b;
            ends[at++] = b;
            ends[at++] = a;
          }
}

/** The directed link from one NPU to another that differs in this dimension alone; `copy` picks a parallel one. */
export function fullMeshLink(
  shape: readonly number[],
  family: FullMesh,
  first: number,
  from: number,
  to: number,
  copy = 0,
): number {
  const { over, parallel } = family;
  const size = shape[over]!;
  const stride = strides(shape)[over]!;
  const i = coordinate(Math.min(from, to), size, stride);
  const j = coordinate(Math.max(from, to), size, stride);
  const group = Math.floor(from / (stride * size)) * stride + (from % stride);
  const pair = i * size - (i * (i + 1)) / 2 + (j - i - 1);
  const physical = first + (group * ((size * (size - 1)) / 2) + pair) * parallel + copy;
  return 2 * physical + (from < to ? 0 : 1);
}
