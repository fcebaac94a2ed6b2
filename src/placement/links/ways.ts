import type { Path } from '../../model/topology/route.ts';
import type { Topology } from '../../model/topology/topology.ts';
import type { Point } from '../label/annotation.ts';
import { packStrands, type Strand, type Strands } from './strands.ts';

/** Where a line between two nodes begins at the first; null where one of them is not drawn. */
export type EndOf = (node: number, towards: number) => Point | null;

const apart = (a: Point, b: Point): boolean => a.some((value, k) => Math.abs(value - b[k]!) > 1e-6);

/**
 * Ways through the drawn nodes, each stretch once: a line a hop, and where a way leaves a bar at another height than it
 * came, a line along the bar. Hops of which an end is not drawn are left out.
 */
export function wayStrands(topology: Topology, paths: readonly Path[], end: EndOf): Strands {
  const { medium, media, tier } = topology;
  const light = media.indexOf('optical');
  const lines = new Map<string, Strand>();
  const add = (strand: Strand) => {
    const [a, b] = strand.points;
    if (a && b && apart(a, b)) lines.set([a, b].map(String).sort().join(' '), strand);
  };
  for (const { links, nodes } of paths) {
    let came: Point | null = null;
    links.forEach((link, hop) => {
      const [from, to] = [nodes[hop]!, nodes[hop + 1]!];
      const [start, stop] = [end(from, to), end(to, from)];
      const strand = { light: medium[link] === light, tier: tier[link]!, members: [link >> 1] };
      if (came && start) add({ ...strand, light: false, points: [came, start], members: [] });
      if (start && stop) add({ ...strand, points: [start, stop] });
      came = stop;
    });
  }
  return packStrands([...lines.values()]);
}
