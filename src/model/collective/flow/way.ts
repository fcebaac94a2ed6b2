import type { Leg, Way } from './leg.ts';
import { dimensionOrderRoute, spannedDimensions } from '../../topology/dimensionOrder.ts';
import type { FailureMask } from '../../topology/failure.ts';
import { coordinate, strides } from '../../topology/grid.ts';
import { fullMeshLink } from '../../topology/fullMesh.ts';
import type { Layout, Part } from '../../topology/layout.ts';
import { equalCostSpread } from '../../topology/route.ts';
import type { Topology } from '../../topology/topology.ts';
import type { FullMesh, Wiring } from '../../topology/wiring.ts';
import { closSpread } from './closSpread.ts';

/** The way from one node to another. */
export type Router = (from: number, to: number) => Way;

/** A machine with what has failed in it. */
export interface Network {
  readonly wiring: Wiring;
  readonly layout: Layout;
  readonly topology: Topology;
  readonly mask?: FailureMask | undefined;
}

/**
 * How messages travel. Over rings and full meshes in dimension order; through switches spread evenly over all equal ways,
 * as machines with several planes do; and where a failure is in the way, evenly over all shortest ways that are left.
 * @returns a function that throws RangeError for two nodes that failures have cut off from each other.
 */
export function router(network: Network): Router {
  const { topology } = network;
  const known = new Map<number, Way>();
  const healthy = healthyWays(network);
  return (from, to) => {
    const key = from * topology.nodeCount + to;
    const found = known.get(key);
    if (found) return found;
    const straight = healthy(from, to);
    const way =
      straight && !straight.some((leg) => leg.links.some((link) => isDown(network, link)))
        ? straight
        : (meshDetour(network, from, to) ?? spread(network, from, to));
    known.set(key, way);
    return way;
  };
}

/** Ways with nothing broken; null where switches join only some of the dimensions in which two NPUs differ. */
function healthyWays({ wiring, layout, topology }: Network): (from: number, to: number) => Way | null {
  const { shape, families } = wiring;
  const step = strides(shape);
  const own = shape.map((_, d) =>
    families.findIndex(
      (family) => (family.family === 'fullmesh' || family.family === 'ring') && family.over === d,
    ),
  );
  const switches = layout.parts.flatMap((part) =>
    part.family.family === 'clos'
      ? [{ over: spannedDimensions(shape, part.family), ways: closSpread(shape, part) }]
      : [],
  );
  const meshOnly = families.every((family) => family.family === 'fullmesh' || family.family === 'ring');
  return (from, to) => {
    const differing: number[] = [];
    for (let d = 0; d < shape.length; d++)
      if (coordinate(from, shape[d]!, step[d]!) !== coordinate(to, shape[d]!, step[d]!)) differing.push(d);
    const part = differing.length === 1 ? layout.parts[own[differing[0]!]!] : undefined;
    if (part?.family.family === 'fullmesh') return [meshLeg(wiring, part, from, to)];
    if (part || (meshOnly && differing.length > 0))
      return dimensionOrderRoute(wiring, layout, from, to).map((link) => ({
        links: [link],
        shares: [1],
        latency: topology.latency[link]!,
      }));
    const through = switches.find(({ over }) => differing.every((d) => over.includes(d)));
    return through ? through.ways(from, to) : null;
  };
}

/** The links that join two neighbours of a full mesh, each with its share. */
function meshLeg({ shape }: Wiring, part: Part, from: number, to: number): Leg {
  const family = part.family as FullMesh;
  const first = fullMeshLink(shape, family, part.firstLink, from, to);
  const links = Array.from({ length: family.parallel }, (_, copy) => first + 2 * copy);
  return { links, shares: links.map(() => 1 / family.parallel), latency: family.link.latency };
}

/**
 * The shortest ways left between neighbours of a full mesh whose own link is down: over every other member of their group
 * that both still reach. It is what `spread` finds, without a search; null where switches offer ways as short.
 */
function meshDetour(network: Network, from: number, to: number): Way | null {
  const { wiring, layout, mask } = network;
  const { shape, families } = wiring;
  const step = strides(shape);
  const differing = shape.flatMap((size, d) =>
    coordinate(from, size, step[d]!) === coordinate(to, size, step[d]!) ? [] : [d],
  );
  const d = differing[0]!;
  const part = layout.parts.find(({ family }) => family.family === 'fullmesh' && family.over === d);
  if (
    differing.length !== 1 ||
    !part ||
    families.some((each) => each.family === 'clos' || each.family === 'dragonfly')
  )
    return null;
  const base = from - coordinate(from, shape[d]!, step[d]!) * step[d]!;
  const legs: [Leg, Leg][] = [];
  for (let i = 0; i < shape[d]!; i++) {
    const via = base + i * step[d]!;
    if (via === from || via === to || mask?.nodes[via]) continue;
    const pair: [Leg, Leg] = [meshLeg(wiring, part, from, via), meshLeg(wiring, part, via, to)];
    if (!pair.some((leg) => leg.links.some((link) => isDown(network, link)))) legs.push(pair);
  }
  if (legs.length === 0) return null;
  return [0, 1].map((hop): Leg => ({
    links: legs.flatMap((pair) => pair[hop]!.links),
    shares: legs.flatMap((pair) => pair[hop]!.shares.map((share) => share / legs.length)),
    latency: legs[0]![hop]!.latency,
  }));
}

function isDown({ topology, mask }: Network, link: number): boolean {
  if (!mask) return false;
  return (
    mask.links[link] === 1 ||
    mask.nodes[topology.ends[2 * link]!] === 1 ||
    mask.nodes[topology.ends[2 * link + 1]!] === 1
  );
}

/** Splits the links of an equal-cost spread, which come nearest to the source first, into hops. */
function spread({ topology, mask }: Network, from: number, to: number): Way {
  const all = equalCostSpread(topology, from, to, mask);
  if (!all)
    throw new RangeError(
      `rank ${String(to)} cannot be reached from rank ${String(from)}: allowed are failures that leave the machine connected`,
    );
  const legs: Leg[] = [];
  let at = 0;
  for (let hop = 0; hop < all.hops; hop++) {
    const links: number[] = [];
    const shares: number[] = [];
    let sum = 0;
    while (at < all.links.length && sum < 1 - 1e-9) {
      links.push(all.links[at]!);
      shares.push(all.shares[at]!);
      sum += all.shares[at++]!;
    }
    legs.push({ links, shares, latency: Math.max(...links.map((link) => topology.latency[link]!)) });
  }
  return legs;
}
