import type { DesignFamily } from '../../model/topology/designFamily.ts';
import { cell, circlesOf, floorOf, hallOfRails } from './chipPlaces.ts';

type Put = (node: number, x: number, y: number, z: number) => void;

/**
 * Places the switches of a network, in the order in which its wiring numbers them, over its chips.
 * @param full the shape of the design, whose chips stand below
 * @param shape what of it is drawn
 * @returns how far apart neighbours are at the least
 */
export function standSwitches(
  family: DesignFamily,
  full: readonly number[],
  shape: readonly number[],
  planes: number,
  put: Put,
): number {
  switch (family) {
    case 'planes':
      return column(planes, put);
    case 'clos':
      return levels(full, shape, planes, put);
    case 'rails':
      return railsAndSpines(full, shape, planes, put);
    case 'dragonfly':
      return storeys(full, shape, planes, put);
    default:
      return 0;
  }
}

/** One over the other, over the middle. */
function column(planes: number, put: Put): number {
  const height = 2.6;
  for (let p = 0; p < planes; p++) put(p, 0, 2.6 + cell(p, planes, height), 0);
  return Math.min(0.6, (2.4 * height) / planes);
}

/** Every level of switches over the one below, the planes one behind the other. */
function levels(full: readonly number[], shape: readonly number[], planes: number, put: Put): number {
  const [leaf, leaves, groups = 1] = shape as [number, number, number?];
  const { width, depth, rise, room, middle } = floorOf(full);
  const each = Math.ceil((full[2] ?? 1) / groups);
  /** The middle of the groups that are drawn as one. */
  const of = (group: number) => {
    const count = Math.min(each, (full[2] ?? 1) - group * each);
    const all = Array.from({ length: count }, (_, i) => middle(group * each + i));
    return [0, 1].map((k) => all.reduce((sum, one) => sum + one[k]!, 0) / count) as [number, number];
  };
  let node = 0;
  for (let g = 0; g < groups; g++)
    for (let l = 0; l < leaves; l++)
      for (let p = 0; p < planes; p++) {
        const [x, z] = of(g);
        put(node++, x + cell(l, leaves, room[0]), rise, z + cell(p, planes, room[1]));
      }
  for (let g = 0; g < groups; g++)
    for (let p = 0; p < planes; p++)
      for (let s = 0; s < leaf; s++) {
        const [x, z] = of(g);
        put(node++, x + cell(s, leaf, room[0]), 2 * rise, z + cell(p, planes, room[1]));
      }
  if (shape.length > 2)
    for (let p = 0; p < planes; p++)
      for (let s = 0; s < leaf; s++)
        for (let t = 0; t < leaves; t++)
          put(node++, cell(s, leaf, width), 3 * rise, cell(t * planes + p, leaves * planes, depth));
  return Math.min(room[0] / Math.max(leaves, leaf), room[1] / planes);
}

/** Rail switches in rows over the chips of their rail; the spines over them. */
function railsAndSpines(full: readonly number[], shape: readonly number[], planes: number, put: Put): number {
  const [server, servers, blocks = 1] = shape as [number, number, number?];
  const { width, depth, reach, turn, block } = hallOfRails(full);
  const each = full[0]! / server;
  const [inner, over] = [0.86 * width, 2.1];
  let node = 0;
  for (let b = 0; b < blocks; b++)
    for (let r = 0; r < server; r++)
      for (let p = 0; p < planes; p++) {
        const z = block(b, blocks) - reach * Math.cos(turn(r * each + (each - 1) / 2));
        put(node++, cell(p, planes, inner), over, z);
      }
  if (shape.length > 2)
    for (let p = 0; p < planes; p++)
      for (let t = 0; t < servers; t++)
        put(node++, cell(t, servers, width), over + 2, cell(p, planes, 0.7 * depth));
  return Math.min(inner / planes, (1.6 * reach) / server);
}

/** Routers on the circles of their groups, every plane a storey. */
function storeys(full: readonly number[], shape: readonly number[], planes: number, put: Put): number {
  const [, routers, groups] = shape as [number, number, number];
  const { small, at } = circlesOf(full);
  const storey = Math.min(0.4, 3 / planes);
  let node = 0;
  for (let p = 0; p < planes; p++)
    for (let router = 0; router < routers * groups; router++) {
      const [x, z] = at(
        (Math.floor(router / routers) + 0.5) / groups,
        ((router % routers) + 0.5) / routers,
        small,
      );
      put(node++, x, 0.8 + storey * p, z);
    }
  return Math.min(1.4 * storey, 2 * small * Math.sin(Math.PI / Math.max(2, full[1]!)));
}
