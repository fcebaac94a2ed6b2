import { requireInteger, MAX_NODES } from './range.ts';
import type { Clos, LinkKind, SwitchPlace } from './wiring.ts';

/** A rail-optimised leaf and spine over servers of several NPUs. */
export interface RailShape {
  /** Dimension that counts the servers of a block: NPU r of every server of a block hangs on rail switch r. */
  readonly server: number;
  /** Dimensions that the spines span: all of them, the NPUs of a server included. */
  readonly all: readonly number[];
  readonly spines: number;
  /** Links from a rail switch to each spine. */
  readonly linksPerSpine: number;
  readonly rail: LinkKind;
  readonly spine: LinkKind;
  readonly place: SwitchPlace;
}

/**
 * Rail-optimised network: NPUs of the same position in their servers are one hop of a switch apart; those of different
 * rails meet at a spine, or first change rails inside the server.
 */
export function railOptimised(shape: RailShape): Clos {
  requireInteger('spines', shape.spines, 1, MAX_NODES);
  requireInteger('links per spine', shape.linksPerSpine, 1, MAX_NODES);
  return {
    family: 'clos',
    levels: [
      { over: [shape.server], switches: 1, parallel: 1, link: shape.rail, place: shape.place },
      {
        over: shape.all,
        switches: shape.spines,
        parallel: shape.linksPerSpine,
        link: shape.spine,
        place: shape.place,
      },
    ],
  };
}
