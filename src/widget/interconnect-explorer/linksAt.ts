import { adjacencyOf } from '../../model/topology/adjacency.ts';
import type { Topology } from '../../model/topology/topology.ts';

/** Links of one tier at a node. */
export interface TierLinks {
  readonly tier: number;
  /** Links, parallel ones each. */
  readonly count: number;
  /** Nodes they lead to, each once, rising. */
  readonly others: readonly number[];
  /** One of them, directed away from the node. */
  readonly link: number;
}

/** Links at a node, by tier. */
export function linksAt(topology: Topology, node: number): TierLinks[] {
  const { offset, links } = adjacencyOf(topology);
  const { ends, tier } = topology;
  const found = new Map<number, { count: number; others: Set<number>; link: number }>();
  for (let at = offset[node]!; at < offset[node + 1]!; at++) {
    const link = links[at]!;
    const own = found.get(tier[link]!) ?? { count: 0, others: new Set<number>(), link };
    own.count++;
    own.others.add(ends[2 * link + 1]!);
    found.set(tier[link]!, own);
  }
  return [...found].map(([of, { count, others, link }]) => ({
    tier: of,
    count,
    others: [...others].sort((a, b) => a - b),
    link,
  }));
}

/** Other ends of the links at a node that are of the same tier as the one to another node. */
export const endsLike = (topology: Topology, node: number, other: number): readonly number[] =>
  linksAt(topology, node).find(({ others }) => others.includes(other))?.others ?? [];

/** A directed link from one node to another, how many run beside it, and their tier. */
export function linkTo(topology: Topology, from: number, to: number): { link: number; beside: number } {
  const { offset, links } = adjacencyOf(topology);
  const all = [...links.subarray(offset[from], offset[from + 1])].filter(
    (link) => topology.ends[2 * link + 1] === to,
  );
  return { link: all[0]!, beside: all.length };
}
