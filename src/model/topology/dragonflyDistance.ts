import { globalRouter, layOutDragonfly } from './dragonfly.ts';
import type { Dragonfly } from './wiring.ts';

/**
 * Hops between the chips of a dragonfly: 2 within a router, one more for every step between routers. Any router is at most
 * three steps away, through its group, a global link and the other group. One group stands for all, since links are dealt
 * by how far round the other group is; of each of its routers, those one and two steps away are counted.
 */
export function dragonflyDistances(
  shape: readonly number[],
  family: Dragonfly,
): { readonly diameter: number; readonly mean: number } {
  const [npus, routers, groups] = shape as [number, number, number];
  const { linksPerPair } = layOutDragonfly(shape, family);
  const all = routers * groups;
  /** Routers at the far ends of the global links of a router of group 0, as group × routers + router. */
  const far: number[][] = Array.from({ length: routers }, () => []);
  for (let offset = 1; offset < groups; offset++)
    for (let copy = 0; copy < linksPerPair; copy++)
      far[globalRouter(family, groups, copy, offset)]!.push(
        offset * routers + globalRouter(family, groups, copy, groups - offset),
      );
  const seen = new Int32Array(all).fill(-1);
  let [sum, most] = [0, 0];
  for (let router = 0; router < routers; router++) {
    const counts = [1, 0, 0];
    seen[router] = router;
    const meet = (other: number, steps: 1 | 2) => {
      if (seen[other] === router) return;
      seen[other] = router;
      counts[steps]!++;
    };
    for (let local = 0; local < routers; local++) meet(local, 1);
    for (const other of far[router]!) meet(other, 1);
    for (let local = 0; local < routers; local++) for (const other of far[local]!) meet(other, 2);
    for (const other of far[router]!) {
      const group = Math.floor(other / routers);
      for (let local = 0; local < routers; local++) meet(group * routers + local, 2);
      for (const next of far[other % routers]!) meet((next + group * routers) % all, 2);
    }
    const [, one = 0, two = 0] = counts;
    const three = all - 1 - one - two;
    sum += npus * (2 * (npus - 1) + npus * (3 * one + 4 * two + 5 * three));
    most = Math.max(most, three > 0 ? 5 : two > 0 ? 4 : one > 0 ? 3 : 2);
  }
  return { diameter: npus * all > 1 ? most : 0, mean: sum / (npus * routers * (npus * all - 1)) };
}
