import type { Dimension } from '../dimension.ts';

/**
 * The links that one group of a dimension has, numbered from 0: a ring's links onward and then backward; a full mesh's by
 * `from × size + to`; a switch's ports into it and then out of it.
 */
export function laneCount(dimension: Dimension): number {
  return dimension.kind === 'fullmesh' ? dimension.size * dimension.size : 2 * dimension.size;
}

/**
 * The links from one node of a group to another; the number `size` stands for the switch itself.
 * On a ring the shorter way, ties onward.
 */
export function lanes(dimension: Dimension, from: number, to: number): number[] {
  const n = dimension.size;
  if (dimension.kind === 'fullmesh') return [from * n + to];
  if (dimension.kind === 'switch') return [...(from < n ? [from] : []), ...(to < n ? [n + to] : [])];
  const onward = (to - from + n) % n;
  const route: number[] = [];
  if (onward <= n - onward) for (let i = 0; i < onward; i++) route.push((from + i) % n);
  else for (let i = 0; i < n - onward; i++) route.push(n + ((from - i + n) % n));
  return route;
}

/** The same for one rank that stands for all: a link is told apart by its direction or distance only. */
export function sharedLanes(dimension: Dimension, offset: number): number[] {
  const n = dimension.size;
  if (dimension.kind === 'fullmesh') return [offset];
  if (dimension.kind === 'switch') return [0, n];
  return offset <= n - offset ? new Array<number>(offset).fill(0) : new Array<number>(n - offset).fill(n);
}
