import type { Topology } from './topology.ts';

/** Directed links out of every node: those of node n are `links[offset[n]] … links[offset[n + 1] − 1]`. */
export interface Adjacency {
  readonly offset: Uint32Array;
  readonly links: Uint32Array;
}

const built = new WeakMap<Topology, Adjacency>();

/** Links by node, built at the first call with two passes over the ends of the links and kept with the topology. */
export function adjacencyOf(topology: Topology): Adjacency {
  const known = built.get(topology);
  if (known) return known;
  const { ends, linkCount, nodeCount } = topology;
  const offset = new Uint32Array(nodeCount + 1);
  for (let at = 0; at < 2 * linkCount; at += 2) offset[ends[at]!]!++;
  let total = 0;
  for (let node = 0; node <= nodeCount; node++) {
    total += offset[node]!;
    offset[node] = total;
  }
  // Filled from the last link down, so that each node's links come in rising order and offsets end where they start.
  const links = new Uint32Array(linkCount);
  for (let link = linkCount - 1; link >= 0; link--) links[--offset[ends[2 * link]!]!] = link;
  const adjacency = { offset, links };
  built.set(topology, adjacency);
  return adjacency;
}
