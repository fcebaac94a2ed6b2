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
      for (let a = base, others = size - 1; others > 0; a += stride, others--) {
        if (parallel === 1) at = joinRow(ends, at, a, stride, others);
        else
          for (let other = 1; other <= others; other++)
            for (let copy = 0; copy < parallel; copy++) at = joinRow(ends, at, a, other * stride, 1);
      }
}

/**
 * One link, both directions, from a node to each of `count` nodes that follow it `stride` apart. `| 0` keeps the
 * arithmetic in 32-bit integers.
 */
function joinRow(ends: Uint32Array, start: number, node: number, stride: number, count: number): number {
  let at = start | 0;
  let to = (node + stride) | 0;
  for (let other = 0; other < count; other = (other + 1) | 0) {
    ends[at] = node;
    ends[(at + 1) | 0] = to;
    ends[(at + 2) | 0] = to;
    ends[(at + 3) | 0] = node;
    at = (at + 4) | 0;
    to = (to + stride) | 0;
  }
  return at;
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
