import { coordinate } from '../../topology/grid.ts';
import type { MachineDimension } from '../machine.ts';
import type { Operation } from '../operation.ts';
import type { Program } from '../program/program.ts';
import { messagesOf, type Exchange } from './exchange.ts';
import { stepClasses } from './stepClass.ts';
import type { Network, Router } from './way.ts';

/** The groups of one dimension in one phase, each named by its first rank. */
export interface Groups {
  /** How many have something to do. */
  readonly working: number;
  /** Those worked out flow by flow; the others are all alike. */
  readonly apart: ReadonlySet<number>;
  /** Whether the group of a rank is one of those that are alike. */
  readonly alike: (rank: number) => boolean;
  /** Whether all groups of the machine are. */
  readonly allAlike: boolean;
}

/** First rank of the group that a rank belongs to along a dimension. */
export function baseOf(dimension: MachineDimension, rank: number): number {
  return rank - coordinate(rank, dimension.size, dimension.stride) * dimension.stride;
}

/** First ranks of all groups along a dimension. */
export function basesOf(dimension: MachineDimension, ranks: number): number[] {
  const bases: number[] = [];
  const span = dimension.size * dimension.stride;
  for (let block = 0; block < ranks; block += span)
    for (let base = block; base < block + dimension.stride; base++) bases.push(base);
  return bases;
}

/**
 * Sorts the groups of a dimension. A broadcast descends from rank 0 and a reduce climbs to it, so only the groups of ranks
 * already reached work; in all other operations every group does. Apart are the groups that a failure hits and those whose
 * links the detours around it use.
 * @param grouped false sets all groups apart.
 */
export function sortGroups(
  network: Network,
  dimension: MachineDimension,
  operation: Operation,
  program: Program,
  way: Router,
  grouped: boolean,
): Groups {
  const ranks = network.layout.npuCount;
  const partial = (operation === 'broadcast' || operation === 'reduce') && dimension.stride > 1;
  const works = (base: number): boolean => !partial || base % dimension.stride === 0;
  const count = ranks / dimension.size;
  const working = partial ? count / dimension.stride : count;
  let apart: Set<number>;
  if (!grouped) apart = new Set(basesOf(dimension, ranks).filter(works));
  else {
    apart = new Set([...brokenGroups(network, dimension)].filter(works));
    if (apart.size > 0 && apart.size < working)
      for (const base of detoured(network, dimension, program, apart, way)) if (works(base)) apart.add(base);
  }
  return {
    working,
    apart,
    alike: (rank) => {
      const base = baseOf(dimension, rank);
      return works(base) && !apart.has(base);
    },
    allAlike: !partial && apart.size === 0,
  };
}

/**
 * Groups whose own links a failure has hit. A broken link of a full mesh or ring hits the group it belongs to; behind
 * switches groups share links, so one failure there hits them all.
 */
export function brokenGroups(network: Network, dimension: MachineDimension): Set<number> {
  const { layout, topology, mask } = network;
  if (!mask) return new Set();
  const { family, links, firstSwitch, switches } = layout.parts[dimension.family]!;
  const down = downLinks(network, dimension);
  if (family.family === 'fullmesh' || family.family === 'ring')
    return new Set(down.map((link) => baseOf(dimension, topology.ends[2 * link]!)));
  const stops = mask.nodes.subarray(firstSwitch, firstSwitch + switches).includes(1);
  return new Set(links > 0 && (down.length > 0 || stops) ? basesOf(dimension, layout.npuCount) : []);
}

/** Directed links of a dimension's family that are out of service. */
function downLinks({ layout, mask }: Network, dimension: MachineDimension): number[] {
  const { firstLink, links } = layout.parts[dimension.family]!;
  const down: number[] = [];
  const end = 2 * (firstLink + links);
  if (mask)
    for (
      let link = mask.links.indexOf(1, 2 * firstLink);
      link >= 0 && link < end;
      link = mask.links.indexOf(1, link + 1)
    )
      down.push(link);
  return down;
}

/** Groups of this dimension whose links the messages of broken groups use on their detours. */
function detoured(
  network: Network,
  dimension: MachineDimension,
  program: Program,
  broken: ReadonlySet<number>,
  way: Router,
): Set<number> {
  const { layout, topology } = network;
  const { firstLink, links } = layout.parts[dimension.family]!;
  const met = new Set<number>();
  const meet = (exchange: Pick<Exchange, 'ways'>): void => {
    for (const legs of exchange.ways)
      for (const leg of legs)
        for (const link of leg.links) {
          if (link < 2 * firstLink || link >= 2 * (firstLink + links)) continue;
          const from = topology.ends[2 * link]!;
          if (from < layout.npuCount) met.add(baseOf(dimension, from));
        }
  };
  // Over a full mesh only messages between the two ends of a broken link leave their own link.
  if (dimension.kind === 'fullmesh')
    meet({
      ways: downLinks(network, dimension).map((link) =>
        way(topology.ends[2 * link]!, topology.ends[2 * link + 1]!),
      ),
    });
  else
    for (const { step } of stepClasses(program)) meet(messagesOf(dimension, program, step, 0, broken, way));
  return met;
}
