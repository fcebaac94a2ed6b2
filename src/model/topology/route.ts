import { adjacencyOf } from './adjacency.ts';
import type { FailureMask } from './failure.ts';
import { hopsFrom } from './hops.ts';
import { requireInteger } from './range.ts';
import type { Topology } from './topology.ts';

/** One way through a topology. */
export interface Path {
  /** Directed links in order. */
  readonly links: readonly number[];
  /** Nodes in order, one more than links. */
  readonly nodes: readonly number[];
  /** Seconds: the sum over the links. */
  readonly latency: number;
  /** Bytes per second: the narrowest link; 0 for a path without links. */
  readonly bandwidth: number;
}

/** Nodes, latency and bandwidth of a chain of directed links that starts at `from`. */
export function describePath(topology: Topology, from: number, links: readonly number[]): Path {
  let latency = 0;
  let bandwidth = links.length ? Infinity : 0;
  const nodes = [from];
  for (const link of links) {
    nodes.push(topology.ends[2 * link + 1]!);
    latency += topology.latency[link]!;
    bandwidth = Math.min(bandwidth, topology.bandwidth[link]!);
  }
  return { links, nodes, latency, bandwidth };
}

/** The first of the shortest paths (lowest link numbers); nothing where the two are cut off from each other. */
export function shortestPath(
  topology: Topology,
  from: number,
  to: number,
  mask?: FailureMask,
): Path | undefined {
  return enumeratePaths(topology, from, to, { mask, detour: 0, most: 1 })[0];
}

/** All shortest paths, the ones that equal-cost multi-path routing (ECMP) spreads over; at most `most`. */
export function equalCostPaths(
  topology: Topology,
  from: number,
  to: number,
  most: number,
  mask?: FailureMask,
): Path[] {
  return enumeratePaths(topology, from, to, { mask, detour: 0, most });
}

/**
 * All-path routing as in UB-Mesh (arXiv 2503.20377): the shortest paths and those up to `detour` hops longer that visit
 * no node twice; shorter ones first, at most `most`.
 */
export function allPaths(
  topology: Topology,
  from: number,
  to: number,
  detour: number,
  most: number,
  mask?: FailureMask,
): Path[] {
  return enumeratePaths(topology, from, to, { mask, detour, most });
}

/** Most paths one call lists. */
export const MAX_PATHS = 4096;

function enumeratePaths(
  topology: Topology,
  from: number,
  to: number,
  options: { mask: FailureMask | undefined; detour: number; most: number },
): Path[] {
  const { nodeCount, ends } = topology;
  requireInteger('from', from, 0, nodeCount - 1);
  requireInteger('to', to, 0, nodeCount - 1);
  requireInteger('detour', options.detour, 0, 8);
  requireInteger('number of paths', options.most, 1, MAX_PATHS);
  const { mask, most } = options;
  const { offset, links } = adjacencyOf(topology);
  // A path of no detour passes only nodes nearer than the source, so the search may stop there.
  const hops = hopsFrom(topology, to, mask, options.detour === 0 ? from : -1);
  const least = hops[from]!;
  if (least < 0) return [];
  const found: Path[] = [];
  const visited = new Set<number>([from]);
  const chain: number[] = [];
  const extend = (node: number, left: number): void => {
    if (node === to) {
      if (left === 0) found.push(describePath(topology, from, [...chain]));
      return;
    }
    for (let at = offset[node]!; at < offset[node + 1]! && found.length < most; at++) {
      const link = links[at]!;
      const next = ends[2 * link + 1]!;
      const remaining = hops[next]!;
      if (remaining < 0 || remaining > left - 1 || visited.has(next)) continue;
      if (mask && (mask.links[link] || mask.nodes[next])) continue;
      visited.add(next);
      chain.push(link);
      extend(next, left - 1);
      chain.pop();
      visited.delete(next);
    }
  };
  for (let extra = 0; extra <= options.detour; extra++) extend(from, least + extra);
  return found;
}

/** How equal-cost multi-path routing spreads one unit of traffic. */
export interface EqualCostSpread {
  readonly hops: number;
  /** Number of shortest paths. */
  readonly paths: number;
  /** Directed links that carry a share, and the share of each, nearest to the source first. */
  readonly links: readonly number[];
  readonly shares: readonly number[];
}

/**
 * Spreads traffic over all shortest paths: every node splits what it receives evenly over its links that lead nearer to
 * the destination (per-hop ECMP). Nothing where there is no way.
 */
export function equalCostSpread(
  topology: Topology,
  from: number,
  to: number,
  mask?: FailureMask,
): EqualCostSpread | undefined {
  requireInteger('from', from, 0, topology.nodeCount - 1);
  requireInteger('to', to, 0, topology.nodeCount - 1);
  const { offset, links: out } = adjacencyOf(topology);
  const hops = hopsFrom(topology, to, mask, from);
  const total = hops[from]!;
  if (total < 0) return undefined;
  let level = new Map([[from, { share: 1, paths: 1 }]]);
  const links: number[] = [];
  const shares: number[] = [];
  for (let left = total; left > 0; left--) {
    const next = new Map<number, { share: number; paths: number }>();
    for (const [node, { share, paths }] of level) {
      const nearer: number[] = [];
      for (let at = offset[node]!; at < offset[node + 1]!; at++) {
        const link = out[at]!;
        const other = topology.ends[2 * link + 1]!;
        if (hops[other] === left - 1 && !(mask && (mask.links[link] || mask.nodes[other]))) nearer.push(link);
      }
      for (const link of nearer) {
        const other = topology.ends[2 * link + 1]!;
        const known = next.get(other) ?? { share: 0, paths: 0 };
        next.set(other, { share: known.share + share / nearer.length, paths: known.paths + paths });
        links.push(link);
        shares.push(share / nearer.length);
      }
    }
    level = next;
  }
  return { hops: total, paths: level.get(to)!.paths, links, shares };
}
