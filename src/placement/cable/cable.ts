import type { Cabling } from '../../model/hardware/cabling.ts';
import type { HallPlan } from '../hall/hall.ts';

/** A straight run of strands over the cabinets; metres. Every strand stands for `Overhead.linksPerStrand` links. */
export interface Run {
  readonly along: 'x' | 'z';
  /** Where the run begins and ends along its axis, and where it lies across it. */
  readonly from: number;
  readonly to: number;
  readonly across: number;
  readonly strands: number;
}

/** Strands that go down into a cabinet. */
export interface Drop {
  readonly x: number;
  readonly z: number;
  readonly strands: number;
}

/** The way of all links between cabinets: along the trays of the rows, over the cross tray, and down. */
export interface Overhead {
  readonly linksPerStrand: number;
  readonly runs: readonly Run[];
  readonly drops: readonly Drop[];
}

/** No tray is drawn with more strands than this. */
const mostStrands = 20;

/**
 * Leads every link between cabinets from the cabinet that computes along its row to the cabinets that switch, or
 * over the cross tray to those of another row; every cabinet's links are spread evenly over all that switch.
 * Null where no link leaves a cabinet.
 */
export function leadOverhead(cabling: Cabling, plan: HallPlan): Overhead | null {
  const { between } = cabling;
  if (!between) return null;
  const hubClass = plan.cabinets.at(0) && Object.keys(between.perCabinet).at(1);
  const hubs = plan.cabinets.filter((cabinet) => cabinet.classId === hubClass);
  if (hubs.length === 0) return null;
  const links = (classId: string) => between.perCabinet[classId] ?? 0;
  const hubX = hubs.reduce((sum, hub) => sum + hub.x, 0) / hubs.length;
  const rows = [...new Set(plan.cabinets.map((cabinet) => cabinet.z))].sort((a, b) => b - a);

  const half = rows.flatMap((z) =>
    [-1, 1].map((side) => {
      const cabinets = plan.cabinets
        .filter((c) => c.z === z && c.classId !== hubClass && Math.sign(c.x - hubX) === side)
        .sort((a, b) => Math.abs(b.x - hubX) - Math.abs(a.x - hubX));
      return { z, cabinets, links: cabinets.reduce((sum, c) => sum + links(c.classId), 0) };
    }),
  );
  const ends = (z: number) => hubs.filter((hub) => hub.z === z).length / hubs.length;
  const all = between.all.links;
  const crossing = rows.slice(1).map((z, i) => {
    const before = rows.slice(0, i + 1);
    const starts = before.reduce(
      (sum, row) => sum + half.filter((h) => h.z === row).reduce((s, h) => s + h.links, 0),
      0,
    );
    const arrives = before.reduce((sum, row) => sum + ends(row), 0);
    return { from: rows[i]!, to: z, links: starts * (1 - arrives) + (all - starts) * arrives };
  });
  const most = Math.max(...half.map((h) => h.links), ...crossing.map((c) => c.links));
  const linksPerStrand = 2 ** Math.max(0, Math.ceil(Math.log2(most / mostStrands)));
  const strandsOf = (count: number) => Math.max(1, Math.round(count / linksPerStrand));

  const runs: Run[] = [];
  for (const { z, cabinets } of half) {
    let carried = 0;
    cabinets.forEach((cabinet, i) => {
      carried += links(cabinet.classId);
      const to = cabinets[i + 1]?.x ?? hubX;
      runs.push({ along: 'x', from: cabinet.x, to, across: z, strands: strandsOf(carried) });
    });
  }
  for (const { from, to, links: count } of crossing) {
    if (count > 0) runs.push({ along: 'z', from, to, across: hubX, strands: strandsOf(count) });
  }
  const drops = plan.cabinets.map(({ x, z, classId }) => ({ x, z, strands: strandsOf(links(classId)) }));
  return { linksPerStrand, runs, drops };
}
