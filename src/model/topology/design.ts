import { mostChips, switchedFamilies, type DesignFamily } from './designFamily.ts';
import { fatTree } from './fatTree.ts';
import { railOptimised } from './railOptimised.ts';
import { requireInteger } from './range.ts';
import { shapeProblem } from './designShape.ts';
import { switchedPlanes } from './switchedPlanes.ts';
import type { Clos, Family, LinkKind, SwitchPlace, Wiring } from './wiring.ts';

/** Lanes that one cable carries at the most: a plug of eight. */
export const lanesPerCable = 8;

/** What every chip of a design has to wire with. */
export interface ChipBudget {
  /** Lanes of a chip. */
  readonly lanes: number;
  /** Bits per second of a lane, one direction. */
  readonly laneRate: number;
  /** Identical networks of switches side by side; of no account without switches. */
  readonly planes: number;
}

/** Links of one kind, and how wide they are. */
export interface DesignTier {
  readonly name: string;
  /** Lanes of a link. */
  readonly lanes: number;
}

/** A number of chips wired by one family from the lanes that each chip has. */
export interface Design {
  readonly family: DesignFamily;
  /** Sizes, innermost first; their meaning is the family's. */
  readonly shape: readonly number[];
  readonly chips: number;
  readonly planes: number;
  readonly wiring: Wiring;
  readonly tiers: readonly DesignTier[];
  /** Links of one chip. */
  readonly chipLinks: number;
  /** Lanes of a chip that are used: more than it has where its links are more than its lanes. */
  readonly lanesUsed: number;
}

const place: SwitchPlace = { on: 'interconnect', perBoard: 0 };

/** Links of a chip along dimensions that are rings. */
const ringLinks = (shape: readonly number[]): number =>
  shape.reduce((sum, size) => sum + Math.min(2, size - 1), 0);
const meshLinks = (shape: readonly number[]): number => shape.reduce((sum, size) => sum + size - 1, 0);

/** Lanes of each of some links: whole ones, and whole cables where it is more than a cable; one at the least. */
function share(lanes: number, links: number): number {
  const each = Math.max(1, Math.floor(lanes / Math.max(1, links)));
  return each < lanesPerCable ? each : each - (each % lanesPerCable);
}

/**
 * Wires chips by a family. A chip's lanes are shared out evenly over its links, whole lanes to each and whole cables where
 * a link is wider than one; where there are more links than lanes every link takes one lane, and `lanesUsed` says how many
 * that makes.
 * - ring `[n]`, torus one size a ring, full mesh `[n]`, n-dimensional full mesh one size a dimension.
 * - planes `[n]`: every switch joins all chips.
 * - clos `[chips a leaf, leaves]` or `[…, groups]`: a non-blocking fat tree in every plane.
 * - rails `[chips a server, servers]` or `[…, servers a block, blocks]`: a full mesh inside the server takes half of the
 *   lanes; chip r of every server of a block hangs on rail switch r, and with blocks the rails meet at non-blocking spines.
 * - dragonfly `[chips a router, routers a group, groups]`: as many global links a router as it has chips.
 * @throws RangeError for a shape that the family cannot have, and for more planes than lanes.
 */
export function designOf(
  family: DesignFamily,
  shape: readonly number[],
  { lanes, laneRate, planes: asked }: ChipBudget,
): Design {
  const chips = shape.reduce((a, b) => a * b, 1);
  const problem = shapeProblem(family, shape, chips);
  if (problem) throw new RangeError(`shape is ${shape.join('x')}: allowed are ${problem}`);
  requireInteger('lanes', lanes, 1, mostChips);
  const switched = switchedFamilies.includes(family);
  const planes = switched ? requireInteger('planes', asked, 1, Math.min(64, lanes)) : 1;
  const tiers: DesignTier[] = [];
  const kind = (name: string, width: number): LinkKind => {
    tiers.push({ name, lanes: width });
    const bandwidth = (width * laneRate) / 8;
    return { tier: name, bandwidth, latency: 0, medium: 'unspecified', length: 0, linksPerCable: 1 };
  };
  const dimension = (d: number) => `dimension ${String(d + 1)}`;
  let families: Family[] = [];
  let chipLinks = planes;
  switch (family) {
    case 'ring':
    case 'torus': {
      chipLinks = ringLinks(shape);
      const width = share(lanes, chipLinks);
      families = shape.map((_, over) => ({ family: 'ring', over, link: kind(dimension(over), width) }));
      break;
    }
    case 'fullmesh':
    case 'ndmesh': {
      chipLinks = meshLinks(shape);
      const width = share(lanes, chipLinks);
      families = shape.map((_, over) => ({
        family: 'fullmesh',
        over,
        parallel: 1,
        link: kind(dimension(over), width),
      }));
      break;
    }
    case 'planes':
      families = [
        switchedPlanes({
          over: [0],
          planes,
          linksPerPlane: 1,
          link: kind('chip to switch', share(lanes, planes)),
          place,
        }),
      ];
      break;
    case 'clos': {
      const width = share(lanes, planes);
      const links = shape.map((_, l) =>
        kind(l === 0 ? 'chip to leaf' : `level ${String(l)} to ${String(l + 1)}`, width),
      );
      const [leaf, ...above] = fatTree(shape, links).levels;
      families = [{ family: 'clos', levels: [{ ...leaf!, switches: planes }, ...above] }];
      break;
    }
    case 'rails': {
      const [server, servers] = shape as [number, number];
      const inside = Math.floor(lanes / 2);
      const mesh = share(inside, server - 1);
      const port = share(lanes - inside, planes);
      chipLinks = server - 1 + planes;
      families = [
        { family: 'fullmesh', over: 0, parallel: 1, link: kind('inside a server', mesh) },
        railsOf(shape, planes, servers, (name) => kind(name, port)),
      ];
      break;
    }
    case 'dragonfly': {
      const width = share(lanes, planes);
      const links = {
        npuLink: kind('chip to router', width),
        localLink: kind('inside a group', width),
        globalLink: kind('between groups', width),
      };
      families = Array.from({ length: planes }, () => ({
        family: 'dragonfly',
        globalPerRouter: shape[0]!,
        ...links,
      }));
    }
  }
  const first = tiers[0]!.lanes;
  const lanesUsed =
    family === 'rails' ? (shape[0]! - 1) * first + planes * tiers[1]!.lanes : chipLinks * first;
  return {
    family,
    shape,
    chips,
    planes,
    wiring: { shape, families, boardBlock: [], cabinetBlock: [], interconnectCabinets: 0, assumptions: [] },
    tiers,
    chipLinks,
    lanesUsed,
  };
}

/** Rail switches of every plane, and spines over them where there are blocks. */
function railsOf(
  shape: readonly number[],
  planes: number,
  servers: number,
  kind: (name: string) => LinkKind,
): Clos {
  const rail = kind('chip to rail');
  if (shape.length === 2)
    return {
      family: 'clos',
      levels: [{ over: [1], switches: planes, parallel: 1, link: rail, place }],
    };
  const { levels } = railOptimised({
    server: 1,
    all: [0, 1, 2],
    spines: servers,
    linksPerSpine: 1,
    rail,
    spine: kind('rail to spine'),
    place,
  });
  return { family: 'clos', levels: [{ ...levels[0]!, switches: planes }, levels[1]!] };
}
