import { adjacencyOf } from './adjacency.ts';
import { distanceGraph, type DistanceGraph } from './distanceGraph.ts';
import type { FailureMask } from './failure.ts';
import type { Topology } from './topology.ts';

/**
 * What a search for routes needs of a link table and nothing else: links in service by node, with where they lead, and
 * the smaller graph in which distances are the same. Links of node n stand from `offset[n]` to `offset[n + 1] − 1`, the
 * lowest number first.
 */
export interface RouteGraph {
  readonly cells: DistanceGraph;
  readonly offset: Uint32Array;
  /** Number of the directed link, and the node it leads to. */
  readonly link: Uint32Array;
  readonly next: Uint32Array | Uint16Array;
}

/** The links of a topology that have not failed. A failed node has none, and none lead to it. */
export function routeGraph(topology: Topology, mask?: FailureMask): RouteGraph {
  const { nodeCount, linkCount, ends } = topology;
  const { offset: from, links } = adjacencyOf(topology);
  const offset = new Uint32Array(nodeCount + 1);
  const link = new Uint32Array(linkCount);
  const next = nodeCount <= 0x10000 ? new Uint16Array(linkCount) : new Uint32Array(linkCount);
  let count = 0;
  for (let node = 0; node < nodeCount; node++) {
    offset[node] = count;
    if (mask?.nodes[node]) continue;
    for (let at = from[node]!; at < from[node + 1]!; at++) {
      const one = links[at]!;
      const other = ends[2 * one + 1]!;
      if (mask && (mask.links[one] || mask.nodes[other])) continue;
      link[count] = one;
      next[count++] = other;
    }
  }
  offset[nodeCount] = count;
  const cells = distanceGraph(topology, mask);
  return { cells, offset, link: link.slice(0, count), next: next.slice(0, count) };
}
