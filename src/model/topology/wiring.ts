import type { Medium } from './topology.ts';
import { MAX_NODES, requireInteger, requirePositive } from './range.ts';

/** The properties that all links of one tier share. */
export interface LinkKind {
  readonly tier: string;
  /** Bytes per second, one direction. */
  readonly bandwidth: number;
  /** Seconds, from the output of one node to the output of the next. */
  readonly latency: number;
  readonly medium: Medium;
  /** Metres, 0 where not known. */
  readonly length: number;
  /** Links that share one cable or one pair of modules. */
  readonly linksPerCable: number;
}

/** Every pair of nodes along one dimension is joined by `parallel` links. */
export interface FullMesh {
  readonly family: 'fullmesh';
  readonly over: number;
  readonly parallel: number;
  readonly link: LinkKind;
}

/** Each node is joined to the next along one dimension, the last to the first. A torus is one ring a dimension. */
export interface Ring {
  readonly family: 'ring';
  readonly over: number;
  readonly link: LinkKind;
  /** Links that leave a block of `size` consecutive nodes (and those that close the ring) are of another kind. */
  readonly between?: { readonly size: number; readonly link: LinkKind };
}

/** Where the switches of one level stand. */
export type SwitchPlace =
  | { readonly on: 'board' }
  | { readonly on: 'cabinet'; readonly perBoard: number }
  /** In cabinets of their own, dealt out in turn so that every cabinet holds a part of every plane. */
  | { readonly on: 'interconnect'; readonly perBoard: number };

/** One level of switches. */
export interface ClosLevel {
  /** Dimensions that a switch of this level spans: all those of the level below and more. */
  readonly over: readonly number[];
  /** Switches of this level that every node of the level below is joined to. */
  readonly switches: number;
  /** Links from a node below to each of those switches; at the first level one number a switch is allowed. */
  readonly parallel: number | readonly number[];
  readonly link: LinkKind;
  readonly place: SwitchPlace;
}

/**
 * Switches in levels: an extended generalised fat tree (Öhring et al., IPPS 1995) with parallel links. One level is a
 * set of switched planes, two are leaf and spine, three a fat tree.
 */
export interface Clos {
  readonly family: 'clos';
  readonly levels: readonly ClosLevel[];
}

/**
 * Groups of routers, all-to-all within a group, groups all-to-all by global links (Kim et al., ISCA 2008). The first
 * dimension counts the NPUs of a router, the second the routers of a group, the third the groups.
 */
export interface Dragonfly {
  readonly family: 'dragonfly';
  readonly globalPerRouter: number;
  readonly npuLink: LinkKind;
  readonly localLink: LinkKind;
  readonly globalLink: LinkKind;
}

export type Family = FullMesh | Ring | Clos | Dragonfly;

/**
 * A machine's wiring as data: NPUs stand at the points of a grid (innermost dimension fastest) and each family joins
 * those that differ only in the dimensions it spans.
 */
export interface Wiring {
  /** Nodes along each dimension, innermost first. */
  readonly shape: readonly number[];
  readonly families: readonly Family[];
  /** Size along each dimension of the block of NPUs that one board and one cabinet hold; empty where not described. */
  readonly boardBlock: readonly number[];
  readonly cabinetBlock: readonly number[];
  /** Cabinets that hold switches only. */
  readonly interconnectCabinets: number;
  readonly assumptions: readonly string[];
}

/** NPUs of a shape. @throws RangeError on a dimension that is not a whole number from 1, or too many nodes. */
export function countNpus(shape: readonly number[]): number {
  if (shape.length === 0) throw new RangeError('shape has no dimensions: allowed are 1 or more');
  let count = 1;
  shape.forEach((size, d) => {
    count *= requireInteger(`size of dimension ${String(d)}`, size, 1, MAX_NODES);
  });
  return requireInteger('number of NPUs', count, 1, MAX_NODES);
}

/** @throws RangeError where a bandwidth, latency or length could not be one. */
export function checkLinkKind(link: LinkKind): void {
  requirePositive(`bandwidth of tier ${link.tier}`, link.bandwidth);
  requirePositive(`latency of tier ${link.tier}`, link.latency, true);
  requirePositive(`length of tier ${link.tier}`, link.length, true);
  requireInteger(`links per cable of tier ${link.tier}`, link.linksPerCable, 1, MAX_NODES);
}

/** The links that a family's tiers are made of, innermost first. */
export function linkKinds(family: Family): readonly LinkKind[] {
  switch (family.family) {
    case 'fullmesh':
      return [family.link];
    case 'ring':
      return family.between ? [family.link, family.between.link] : [family.link];
    case 'clos':
      return family.levels.map((level) => level.link);
    case 'dragonfly':
      return [family.npuLink, family.localLink, family.globalLink];
  }
}

/**
 * Names of all tiers in the order the families introduce them. Two kinds of link may share a tier.
 * @throws RangeError past 255 tiers, the most that one byte a link can tell apart.
 */
export function tierNames(wiring: Wiring): string[] {
  const names = [...new Set(wiring.families.flatMap(linkKinds).map((link) => link.tier))];
  requireInteger('number of tiers', names.length, 0, 255);
  return names;
}
