import { hopsFrom } from './hops.ts';
import type { Topology } from './topology.ts';
import type { Family, Wiring } from './wiring.ts';

/** Hops between NPUs, switches counting as steps on the way. */
export interface Distances {
  /** Hops between the two NPUs farthest apart. */
  readonly diameter: number;
  /** Mean over all ordered pairs of different NPUs; 0 for a single NPU. */
  readonly mean: number;
  readonly method: 'closed form' | 'counted';
}

/** Sum of hops over all positions of one dimension seen from one of them, and the most of them. */
function along(family: Family, size: number): { sum: number; most: number } | undefined {
  if (family.family === 'fullmesh') return { sum: size - 1, most: size > 1 ? 1 : 0 };
  if (family.family === 'ring') return { sum: Math.floor((size * size) / 4), most: Math.floor(size / 2) };
  return undefined;
}

/**
 * Exact distances without a table, where each dimension is wired by one family of its own: distances add up over
 * dimensions (Cartesian product; full mesh 1, ring min(d, n − d), single-level switch 2). A Clos over all dimensions
 * gives 2l hops to the NPUs that level l joins first.
 */
export function closedFormDistances(wiring: Wiring): Distances | undefined {
  const { shape, families } = wiring;
  const npus = shape.reduce((a, b) => a * b, 1);
  if (npus === 1) return { diameter: 0, mean: 0, method: 'closed form' };
  const [only] = families;
  if (families.length === 1 && only?.family === 'clos') {
    let reached = 1;
    let sum = 0;
    let diameter = 0;
    only.levels.forEach((level, l) => {
      const members = level.over.reduce((product, d) => product * shape[d]!, 1);
      sum += 2 * (l + 1) * (members - reached);
      if (members > reached) diameter = 2 * (l + 1);
      reached = members;
    });
    return reached === npus ? { diameter, mean: sum / (npus - 1), method: 'closed form' } : undefined;
  }
  let mean = 0;
  let diameter = 0;
  for (let d = 0; d < shape.length; d++) {
    const size = shape[d]!;
    const own = families.filter((family) =>
      family.family === 'clos'
        ? family.levels.some((level) => level.over.includes(d))
        : family.family === 'dragonfly' || family.over === d,
    );
    const [family] = own;
    if (!family || own.length > 1) return undefined;
    const single =
      family.family === 'clos' && family.levels.length === 1 && family.levels[0]!.over.length === 1;
    const steps = single ? { sum: 2 * (size - 1), most: size > 1 ? 2 : 0 } : along(family, size);
    if (!steps) return undefined;
    mean += (steps.sum / size) * (npus / (npus - 1));
    diameter += steps.most;
  }
  return { diameter, mean, method: 'closed form' };
}

/**
 * NPUs whose view of the network stands for all others. Turning any dimension by one position maps full meshes, rings
 * and switch levels onto themselves, so one NPU is enough; in a dragonfly the routers of one group differ.
 */
export function representativeNpus(wiring: Wiring): number[] {
  const dragonfly = wiring.families.some((family) => family.family === 'dragonfly');
  return dragonfly ? Array.from({ length: wiring.shape[1]! }, (_, router) => router * wiring.shape[0]!) : [0];
}

/**
 * Distances counted by breadth-first search from some NPUs that stand for all.
 * @throws RangeError where some NPU cannot be reached.
 */
export function countDistances(topology: Topology, sources: readonly number[]): Distances {
  let sum = 0;
  let diameter = 0;
  for (const source of sources) {
    const hops = hopsFrom(topology, source);
    for (let id = 0; id < topology.npuCount; id++) {
      const away = hops[id]!;
      if (away < 0) throw new RangeError(`no way leads from NPU ${String(source)} to NPU ${String(id)}`);
      sum += away;
      if (away > diameter) diameter = away;
    }
  }
  const pairs = sources.length * (topology.npuCount - 1);
  return { diameter, mean: pairs ? sum / pairs : 0, method: 'counted' };
}
