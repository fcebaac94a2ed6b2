import { bisection, type Bisection } from './bisection.ts';
import { layOutClos } from './clos.ts';
import { lanesPerCable, type Design } from './design.ts';
import { closedFormDistances } from './distance.ts';
import { dragonflyDistances } from './dragonflyDistance.ts';
import { layOutDragonfly } from './dragonfly.ts';
import { countLayout } from './layout.ts';
import type { PortCount } from './hardwareCount.ts';
import { linksOfTiers } from './tierLinks.ts';
import type { Clos, Dragonfly } from './wiring.ts';

/** Links of one tier of a design, and the cables that they take. */
export interface TierCount {
  readonly name: string;
  /** Physical links. */
  readonly links: number;
  readonly lanesPerLink: number;
  readonly cablesPerLink: number;
}

/** What a design amounts to. */
export interface DesignMeasures {
  readonly switches: number;
  readonly links: number;
  readonly cables: number;
  readonly tiers: readonly TierCount[];
  /** Hops between the two chips farthest apart, and the mean over all ordered pairs. */
  readonly diameter: number;
  readonly mean: number;
  readonly bisection: Bisection;
  readonly ports: PortCount;
}

/**
 * Measures a design by formulas, at any size and without a link table. Distances of a dragonfly are counted on the routers
 * of one group, which stand for all.
 */
export function measureDesign(design: Design): DesignMeasures {
  const { wiring, chips, chipLinks } = design;
  const { switchCount, physicalLinks } = countLayout(wiring);
  const tiers = tierCounts(design);
  return {
    switches: switchCount,
    links: physicalLinks,
    cables: tiers.reduce((sum, { links, cablesPerLink }) => sum + links * cablesPerLink, 0),
    tiers,
    ...distances(design),
    bisection: bisection(wiring),
    ports: {
      npuPorts: chips * chipLinks,
      // Every link end that is not at a chip.
      switchPorts: 2 * physicalLinks - chips * chipLinks,
      mostOfOneSwitch: mostPorts(design),
    },
  };
}

/** Links by tier. */
function tierCounts({ wiring, tiers }: Design): TierCount[] {
  const links = linksOfTiers(wiring);
  return tiers.map(({ name, lanes }) => ({
    name,
    links: links.get(name) ?? 0,
    lanesPerLink: lanes,
    cablesPerLink: Math.ceil(lanes / lanesPerCable),
  }));
}

function distances({ family, shape, chips, wiring }: Design): { diameter: number; mean: number } {
  if (family === 'dragonfly') return dragonflyDistances(shape, wiring.families[0] as Dragonfly);
  if (family === 'rails') return railDistances(shape, chips);
  return closedFormDistances(wiring)!;
}

/**
 * Rails: one hop inside a server; two along a rail; three to another rail of the block, of which one is inside a server;
 * four through a spine to another block.
 */
function railDistances([server = 1, servers = 1, blocks = 1]: readonly number[], chips: number) {
  const along = servers - 1;
  const sum = server - 1 + 2 * along + 3 * along * (server - 1) + 4 * (blocks - 1) * server * servers;
  return { diameter: blocks > 1 ? 4 : server > 1 ? 3 : 2, mean: sum / (chips - 1) };
}

/** Ports in use on the switch that has most of them. */
function mostPorts({ wiring, shape }: Design): number {
  return Math.max(
    0,
    ...wiring.families.map((family) =>
      family.family === 'clos'
        ? closPorts(shape, family)
        : family.family === 'dragonfly'
          ? routerPorts(shape, family)
          : 0,
    ),
  );
}

function closPorts(shape: readonly number[], family: Clos): number {
  return Math.max(
    ...layOutClos(shape, family).map(({ links, groups, perGroup }, l) => {
      const above = family.levels[l + 1];
      return links / (groups * perGroup) + (above ? above.switches * Number(above.parallel) : 0);
    }),
  );
}

function routerPorts(shape: readonly number[], family: Dragonfly): number {
  const [npus = 1, routers = 1, groups = 1] = shape;
  const { linksPerPair } = layOutDragonfly(shape, family);
  // Global ports are dealt to the routers in turn, so the first has most of them.
  return npus + routers - 1 + Math.min(family.globalPerRouter, linksPerPair * (groups - 1));
}
