import { adjacencyOf } from './adjacency.ts';
import type { FailureMask } from './failure.ts';
import type { Topology } from './topology.ts';

/** A smaller graph with the same distances between NPUs: those of its cell `c` lead to `next[offset[c]] …`. */
export interface DistanceGraph {
  readonly npuCount: number;
  /** NPUs are cells of their own and keep their numbers; cells of switches follow. */
  readonly cellCount: number;
  readonly offset: Uint32Array;
  readonly next: Uint32Array;
  /** 1 for every NPU in service. */
  readonly alive: Uint8Array;
  /** Cell of every node of the topology. */
  readonly cellOf: Int32Array;
}

/**
 * Puts switches together that lead to the same places, and leaves out what has failed. Every NPU stays a cell of its
 * own, and switches share a cell as long as each of them has a link into the same cells (the coarsest partition stable
 * under that, a bisimulation: Paige and Tarjan, 1987). A way through cells then is a way through switches: from every
 * member of a cell one goes on into the next, and it ends at one NPU. So hops between NPUs are the same in both graphs,
 * while seven switches over one column of boards count as one.
 */
export function distanceGraph(topology: Topology, mask?: FailureMask): DistanceGraph {
  const { nodeCount, npuCount, ends } = topology;
  const { offset, links } = adjacencyOf(topology);
  const down = (node: number): boolean => mask?.nodes[node] === 1;
  const neighbours = (node: number): number[] => {
    const found: number[] = [];
    if (down(node)) return found;
    for (let at = offset[node]!; at < offset[node + 1]!; at++) {
      const link = links[at]!;
      const other = ends[2 * link + 1]!;
      if (!mask?.links[link] && !down(other)) found.push(other);
    }
    return found;
  };
  const near = Array.from({ length: nodeCount }, (_, node) => neighbours(node));
  const cell = Int32Array.from({ length: nodeCount }, (_, node) => Math.min(node, npuCount));
  for (let count = npuCount + 1; ;) {
    const known = new Map<string, number>();
    const refined = new Int32Array(nodeCount - npuCount);
    for (let node = npuCount; node < nodeCount; node++) {
      const leads = [...new Set(near[node]!.map((other) => cell[other]!))].sort((a, b) => a - b);
      const key = `${String(cell[node])}:${leads.join()}`;
      const own = known.get(key) ?? npuCount + known.size;
      known.set(key, own);
      refined[node - npuCount] = own;
    }
    cell.set(refined, npuCount);
    // Cells are only ever split, so as many as before are the same ones.
    if (npuCount + known.size === count || known.size === 0) break;
    count = npuCount + known.size;
  }
  const cellCount = cell.reduce((most, one) => Math.max(most, one + 1), npuCount);
  const leads: number[][] = Array.from({ length: cellCount }, () => []);
  for (let node = 0; node < nodeCount; node++) {
    const own = leads[cell[node]!]!;
    if (own.length === 0)
      for (const other of new Set(near[node]!.map((each) => cell[each]!))) own.push(other);
  }
  const starts = new Uint32Array(cellCount + 1);
  leads.forEach((each, c) => (starts[c + 1] = starts[c]! + each.length));
  return {
    npuCount,
    cellCount,
    offset: starts,
    next: Uint32Array.from(leads.flat()),
    alive: Uint8Array.from({ length: npuCount }, (_, npu) => (down(npu) ? 0 : 1)),
    cellOf: cell,
  };
}
