import { adjacencyOf } from './adjacency.ts';
import type { FailureMask } from './failure.ts';
import type { Topology } from './topology.ts';

/** What failures take from a machine. */
export interface Breakage {
  readonly npusDown: number;
  readonly switchesDown: number;
  /** Physical links out of service, by tier: cut, or with an end that has failed. */
  readonly linksDown: readonly number[];
  /** Groups of NPUs in service that reach one another, the largest first. */
  readonly islands: readonly number[];
  /** NPUs in service outside the largest group. */
  readonly cutOff: number;
  /** Number of the group of every node, by size; −1 for nodes out of service. */
  readonly island: Int32Array;
}

/** Counts what is lost, and finds who is cut off: one pass over the links and one search over what is left. */
export function breakageOf(topology: Topology, mask: FailureMask): Breakage {
  const { ends, linkCount, nodeCount, npuCount, tier, tiers } = topology;
  const linksDown = tiers.map(() => 0);
  for (let link = 0; link < linkCount; link += 2)
    if (mask.links[link] || mask.nodes[ends[2 * link]!] || mask.nodes[ends[2 * link + 1]!])
      linksDown[tier[link]!]!++;
  let npusDown = 0;
  let switchesDown = 0;
  for (let node = 0; node < nodeCount; node++) {
    if (!mask.nodes[node]) continue;
    if (node < npuCount) npusDown++;
    else switchesDown++;
  }
  const found = groupsOf(topology, mask);
  const order = found.sizes.map((size, group) => ({ size, group })).sort((a, b) => b.size - a.size);
  const rank = new Int32Array(order.length);
  order.forEach(({ group }, index) => (rank[group] = index));
  const islands = order.map(({ size }) => size).filter((size) => size > 0);
  return {
    npusDown,
    switchesDown,
    linksDown,
    islands,
    cutOff: islands.slice(1).reduce((sum, size) => sum + size, 0),
    island: found.group.map((group) => (group < 0 ? -1 : rank[group]!)),
  };
}

/** Connected groups of what is in service, each with its number of NPUs. */
function groupsOf(topology: Topology, mask: FailureMask): { group: Int32Array; sizes: number[] } {
  const { ends, nodeCount, npuCount } = topology;
  const { offset, links } = adjacencyOf(topology);
  const group = new Int32Array(nodeCount).fill(-1);
  const queue = new Uint32Array(nodeCount);
  const sizes: number[] = [];
  for (let start = 0; start < nodeCount; start++) {
    if (group[start]! >= 0 || mask.nodes[start]) continue;
    const own = sizes.push(0) - 1;
    group[start] = own;
    queue[0] = start;
    for (let head = 0, tail = 1; head < tail; head++) {
      const node = queue[head]!;
      if (node < npuCount) sizes[own]!++;
      for (let at = offset[node]!, end = offset[node + 1]!; at < end; at++) {
        const link = links[at]!;
        const other = ends[2 * link + 1]!;
        if (group[other]! >= 0 || mask.links[link] || mask.nodes[other]) continue;
        group[other] = own;
        queue[tail++] = other;
      }
    }
  }
  return { group, sizes };
}
