import { adjacencyOf } from './adjacency.ts';
import type { FailureMask } from './failure.ts';
import type { Topology } from './topology.ts';

/**
 * Hops from one node to every other over links and nodes in service (breadth first): −1 where there is no way, and for
 * all nodes where the source itself has failed. Failures cut both ways, so these are the hops back as well.
 * @param until stop once the hops of this node are known; farther nodes then read −1.
 */
export function hopsFrom(topology: Topology, source: number, mask?: FailureMask, until = -1): Int32Array {
  const { offset, links } = adjacencyOf(topology);
  const { ends, nodeCount } = topology;
  const hops = new Int32Array(nodeCount).fill(-1);
  if (mask?.nodes[source]) return hops;
  const queue = new Uint32Array(nodeCount);
  hops[source] = 0;
  queue[0] = source;
  for (let head = 0, tail = 1; head < tail; head++) {
    const node = queue[head]!;
    if (node === until) break;
    const next = hops[node]! + 1;
    for (let at = offset[node]!, end = offset[node + 1]!; at < end; at++) {
      const link = links[at]!;
      const other = ends[2 * link + 1]!;
      if (hops[other] !== -1 || (mask && (mask.links[link] || mask.nodes[other]))) continue;
      hops[other] = next;
      queue[tail++] = other;
    }
  }
  return hops;
}
