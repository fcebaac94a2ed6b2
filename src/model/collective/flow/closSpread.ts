import { groupsOver } from '../../topology/grid.ts';
import { layOutClos } from '../../topology/clos.ts';
import type { Part } from '../../topology/layout.ts';
import type { Clos } from '../../topology/wiring.ts';
import type { Leg, Way } from './leg.ts';

/**
 * The way through switches with nothing broken: up to the lowest level that joins the two and down again, every node
 * splitting evenly over all its links that lead there.
 * @returns a function from two NPUs to their way.
 */
export function closSpread(shape: readonly number[], part: Part): (from: number, to: number) => Way {
  const clos = part.family as Clos;
  const layout = layOutClos(shape, clos);
  const groups = clos.levels.map((level) => groupsOver(shape, level.over));
  return (from, to) => {
    const up: Leg[] = [];
    const down: Leg[] = [];
    /** Share of the traffic at each switch of the level below, by its own number; one NPU at first. */
    let shares = [1];
    for (let l = 0; l < clos.levels.length; l++) {
      const level = clos.levels[l]!;
      const { firstLink, linksPerChild, perGroup } = layout[l]!;
      const below = layout[l - 1];
      const child = (npu: number): number => (below ? groups[l - 1]![npu]! * below.perGroup : npu);
      const each = (p: number): number =>
        typeof level.parallel === 'number' ? level.parallel : level.parallel[p]!;
      const next = new Array<number>(perGroup).fill(0);
      const upward: number[] = [];
      const downward: number[] = [];
      const split: number[] = [];
      shares.forEach((share, own) => {
        let at = 0;
        for (let p = 0; p < level.switches; p++)
          for (let copy = 0; copy < each(p); copy++) {
            const base = part.firstLink + firstLink + at++;
            upward.push(2 * (base + (child(from) + own) * linksPerChild));
            downward.push(2 * (base + (child(to) + own) * linksPerChild) + 1);
            split.push(share / linksPerChild);
            next[own * level.switches + p]! += share / linksPerChild;
          }
      });
      const { latency } = level.link;
      up.push({ links: upward, shares: split, latency });
      down.unshift({ links: downward, shares: split, latency });
      if (groups[l]![from] === groups[l]![to]) break;
      shares = next;
    }
    return [...up, ...down];
  };
}
