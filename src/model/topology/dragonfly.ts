import { MAX_NODES, requireInteger } from './range.ts';
import type { Dragonfly } from './wiring.ts';

/** Counts of a dragonfly of shape [NPUs a router, routers a group, groups]. */
export interface DragonflyLayout {
  readonly routers: number;
  readonly npuLinks: number;
  readonly localLinks: number;
  readonly globalLinks: number;
  /** Links that join each pair of groups. */
  readonly linksPerPair: number;
}

/**
 * A group has (routers × global links each) global ports; they are dealt evenly to the other groups, and ports that do
 * not divide evenly stay open.
 * @throws RangeError where a group has fewer global ports than there are other groups.
 */
export function layOutDragonfly(shape: readonly number[], family: Dragonfly): DragonflyLayout {
  requireInteger('dimensions of a dragonfly', shape.length, 3, 3);
  const [npus, routers, groups] = shape as [number, number, number];
  requireInteger('global links of a router', family.globalPerRouter, 1, MAX_NODES);
  if (groups > 1)
    requireInteger(
      'groups of a dragonfly',
      groups,
      1,
      Math.min(routers * family.globalPerRouter + 1, MAX_NODES),
    );
  const linksPerPair = groups === 1 ? 0 : Math.floor((routers * family.globalPerRouter) / (groups - 1));
  return {
    routers: routers * groups,
    npuLinks: npus * routers * groups,
    localLinks: (groups * routers * (routers - 1)) / 2,
    globalLinks: (linksPerPair * groups * (groups - 1)) / 2,
    linksPerPair,
  };
}

/** Router (counted within its group) that holds a group's global port to the group `offset` further round. */
export function globalRouter(family: Dragonfly, groups: number, copy: number, offset: number): number {
  return Math.floor((copy * (groups - 1) + offset - 1) / family.globalPerRouter);
}

/** Writes `[from, to]` of both directions: NPU links, then links within groups, then between them. */
export function writeDragonfly(
  shape: readonly number[],
  family: Dragonfly,
  ends: Uint32Array,
  first: number,
  firstSwitch: number,
): void {
  const [npus, routers, groups] = shape as [number, number, number];
  const { linksPerPair } = layOutDragonfly(shape, family);
  let at = first * 4;
  const join = (a: number, b: number): void => {
    ends[at++] = a;
    ends[at++] = b;
    ends[at++] = b;
    ends[at++] = a;
  };
  for (let id = 0; id < npus * routers * groups; id++) join(id, firstSwitch + Math.floor(id / npus));
  for (let g = 0; g < groups; g++)
    for (let a = 0; a < routers - 1; a++)
      for (let b = a + 1; b < routers; b++)
        join(firstSwitch + g * routers + a, firstSwitch + g * routers + b);
  for (let g = 0; g < groups - 1; g++)
    for (let other = g + 1; other < groups; other++)
      for (let copy = 0; copy < linksPerPair; copy++)
        join(
          firstSwitch + g * routers + globalRouter(family, groups, copy, other - g),
          firstSwitch + other * routers + globalRouter(family, groups, copy, groups - (other - g)),
        );
}

/** Directed links of the minimal route: to the router that holds the global link, across, and on to the NPU. */
export function dragonflyRoute(
  shape: readonly number[],
  family: Dragonfly,
  first: number,
  from: number,
  to: number,
): number[] {
  const [npus, routers, groups] = shape as [number, number, number];
  const { npuLinks, localLinks, linksPerPair } = layOutDragonfly(shape, family);
  const route = [2 * (first + from)];
  const local = (g: number, a: number, b: number): void => {
    if (a === b) return;
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const pair = low * routers - (low * (low + 1)) / 2 + (high - low - 1);
    route.push(2 * (first + npuLinks + (g * routers * (routers - 1)) / 2 + pair) + (a < b ? 0 : 1));
  };
  const source = Math.floor(from / npus);
  const target = Math.floor(to / npus);
  const g = Math.floor(source / routers);
  const h = Math.floor(target / routers);
  if (g === h) local(g, source % routers, target % routers);
  else {
    const copy = to % linksPerPair;
    const offset = (h - g + groups) % groups;
    local(g, source % routers, globalRouter(family, groups, copy, offset));
    const [low, high] = [Math.min(g, h), Math.max(g, h)];
    const pair = low * groups - (low * (low + 1)) / 2 + (high - low - 1);
    route.push(2 * (first + npuLinks + localLinks + pair * linksPerPair + copy) + (g < h ? 0 : 1));
    local(h, globalRouter(family, groups, copy, groups - offset), target % routers);
  }
  route.push(2 * (first + to) + 1);
  return route;
}
