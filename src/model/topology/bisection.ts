import { layOutClos } from './clos.ts';
import { spannedDimensions } from './dimensionOrder.ts';
import { countLayout } from './layout.ts';
import type { Clos, Family, Wiring } from './wiring.ts';

/** The narrowest cut into two halves of the NPUs (equal, or one more on one side), switches on either side. */
export interface Bisection {
  /** Bytes per second, one direction. */
  readonly bandwidth: number;
  /** `upper bound`: the least of the cuts across a dimension; a cleverer cut could be narrower. */
  readonly method: 'closed form' | 'upper bound' | 'counted';
}

/**
 * Bisection bandwidth. Exact in these cases, else the least of the cuts across a dimension:
 * - One family over one dimension: full mesh ⌊n²/4⌋ pairs, ring 2 links (1 for two NPUs), switch ⌊n/2⌋ ports.
 * - One full mesh or ring a dimension, an even number of NPUs: uniform traffic routed in dimension order loads a link of
 *   a full mesh with N/n and one of a ring with N·n/8 (even n), so every balanced cut, which N²/4 must cross, is at least
 *   N·n·b/4 or 2N·b/n for the most loaded dimension; the cut across that dimension is as narrow if its size is even.
 * - One Clos: half the capacity of its narrowest level, by concavity of the cut in the NPUs that a subtree gives to a
 *   side, where that level is the first or the top level joins an even number of subtrees.
 */
export function bisection(wiring: Wiring): Bisection {
  countLayout(wiring); // refuses what could not be wired
  const { shape, families } = wiring;
  const npus = shape.reduce((a, b) => a * b, 1);
  if (npus === 1) return { bandwidth: 0, method: 'closed form' };
  const [only] = families;
  if (families.length === 1 && only?.family === 'clos') return closBisection(shape, only);
  const wired = shape.map((_, d) => d).filter((d) => shape[d]! > 1);
  const bandwidth = cutAcross(shape, families, wired);
  const simple = families.every(
    (f) =>
      f.family === 'fullmesh' ||
      (f.family === 'ring' && (!f.between || f.between.link.bandwidth === f.link.bandwidth)),
  );
  const onePerDimension = wired.every(
    (d) => families.filter((f) => 'over' in f && f.over === d).length === 1,
  );
  const exact = simple && onePerDimension && (wired.length === 1 || isEvenCut(shape, families, wired));
  return { bandwidth, method: exact ? 'closed form' : 'upper bound' };
}

function linkBandwidth(family: Family): number {
  if (family.family === 'fullmesh') return family.link.bandwidth * family.parallel;
  if (family.family === 'ring') return Math.max(family.link.bandwidth, family.between?.link.bandwidth ?? 0);
  return 0;
}

/** Whether the dimension that bounds every balanced cut from below has an even size, so that its cut reaches the bound. */
function isEvenCut(shape: readonly number[], families: readonly Family[], wired: readonly number[]): boolean {
  const npus = shape.reduce((a, b) => a * b, 1);
  if (npus % 2) return false;
  const bounds = wired.map((d) => {
    const family = families.find((f) => 'over' in f && f.over === d)!;
    const size = shape[d]!;
    const meshBound = (npus * size * linkBandwidth(family)) / 4;
    if (family.family === 'fullmesh' || size === 2) return { size, bound: meshBound };
    const load = size % 2 ? (size * size - 1) / size : size;
    return { size, bound: (2 * npus * linkBandwidth(family)) / load };
  });
  const least = Math.min(...bounds.map(({ bound }) => bound));
  return bounds.some(({ size, bound }) => bound <= least * (1 + 1e-12) && size % 2 === 0);
}

/**
 * The least cut across one of the dimensions. Across an odd one the middle layer is itself cut in two across another.
 */
function cutAcross(
  shape: readonly number[],
  families: readonly Family[],
  dimensions: readonly number[],
): number {
  if (dimensions.length === 0) return 0;
  const npus = shape.reduce((a, b) => a * b, 1);
  let least = Infinity;
  for (const d of dimensions) {
    const size = shape[d]!;
    const lines = npus / size;
    let cut = 0;
    for (const family of families) {
      if (!spannedDimensions(shape, family).includes(d)) continue;
      if (family.family === 'fullmesh') cut += lines * Math.floor((size * size) / 4) * linkBandwidth(family);
      else if (family.family === 'ring') cut += lines * (size > 2 ? 2 : 1) * linkBandwidth(family);
      else if (family.family === 'clos') cut += closCut(shape, family, d);
      else cut += dragonflyCut(shape, family, d);
    }
    if (size % 2) {
      const layer = shape.map((each, other) => (other === d ? 1 : each));
      cut += cutAcross(
        layer,
        families,
        dimensions.filter((other) => other !== d),
      );
    }
    least = Math.min(least, cut);
  }
  return least;
}

/** Capacity of every level of a Clos, one direction. */
function levelCapacities(shape: readonly number[], family: Clos): number[] {
  return layOutClos(shape, family).map(({ links }, l) => links * family.levels[l]!.link.bandwidth);
}

/**
 * Half the capacity of the narrowest level below the switches that span the dimension; across an odd one the ports of
 * the smaller half of the NPUs.
 */
function closCut(shape: readonly number[], family: Clos, dimension: number): number {
  const capacities = levelCapacities(shape, family);
  const size = shape[dimension]!;
  const first = family.levels.findIndex((level) => level.over.includes(dimension));
  const alone = family.levels.length === 1 && family.levels[0]!.over.length === 1;
  if (size % 2) return (capacities[0]! / 2) * (alone ? (size - 1) / size : 1);
  return Math.min(...capacities.slice(0, first + 1)) / 2;
}

function closBisection(shape: readonly number[], family: Clos): Bisection {
  const npus = shape.reduce((a, b) => a * b, 1);
  const capacities = levelCapacities(shape, family);
  const narrowest = Math.min(...capacities);
  const ports = (capacities[0]! / npus) * Math.floor(npus / 2);
  if (capacities[0] === narrowest) return { bandwidth: ports, method: 'closed form' };
  const members = (l: number): number =>
    family.levels[l]!.over.reduce((product, d) => product * shape[d]!, 1);
  const top = family.levels.length - 1;
  const subtrees = members(top) / members(top - 1);
  return subtrees % 2 === 0 && members(top) === npus
    ? { bandwidth: narrowest / 2, method: 'closed form' }
    : { bandwidth: ports, method: 'upper bound' };
}

/** Half of the groups, routers or NPUs of a dragonfly against the other half; across an odd one the NPUs' own links. */
function dragonflyCut(shape: readonly number[], family: Family, dimension: number): number {
  if (family.family !== 'dragonfly') return 0;
  const [npus, routers, groups] = shape as [number, number, number];
  const half = Math.floor(shape[dimension]! / 2);
  const ports = (npus * routers * groups * family.npuLink.bandwidth) / 2;
  if (dimension === 0 || shape[dimension]! % 2) return ports;
  const globals = Math.floor((routers * family.globalPerRouter) / Math.max(1, groups - 1));
  const across = half * (groups - half) * (groups > 1 ? globals : 0) * family.globalLink.bandwidth;
  if (dimension === 2) return across;
  const local = groups * half * (routers - half) * family.localLink.bandwidth;
  const allGlobal = ((globals * groups * (groups - 1)) / 2) * family.globalLink.bandwidth;
  return Math.min(local + allGlobal, ports);
}
