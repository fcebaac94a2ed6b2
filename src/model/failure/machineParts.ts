import { countMedia } from '../topology/hardwareCount.ts';
import type { Topology } from '../topology/topology.ts';
import type { Wiring } from '../topology/wiring.ts';

/** What of a machine can fail, as its wiring counts it. */
export interface MachineParts {
  readonly chips: number;
  /** Boards with chips. */
  readonly boards: number;
  readonly switches: number;
  /** Optical cables, each with a module at both ends. */
  readonly opticalCables: number;
  /** Copper cables, active and passive. */
  readonly copperCables: number;
  /** Cabinets with chips. */
  readonly cabinets: number;
}

/** Counts the parts of a machine that stand in its wiring. @throws RangeError for a machine without boards */
export function machineParts({ boardBlock }: Wiring, topology: Topology): MachineParts {
  const media = countMedia(topology);
  const perBoard = boardBlock.reduce((product, size) => product * size, 1);
  if (boardBlock.length === 0)
    throw new RangeError('board is missing: allowed is a machine whose wiring has boards');
  return {
    chips: topology.npuCount,
    boards: topology.npuCount / perBoard,
    switches: topology.nodeCount - topology.npuCount,
    opticalCables: media.optical?.cables ?? 0,
    copperCables: (media.copper?.cables ?? 0) + (media['active-copper']?.cables ?? 0),
    cabinets: topology.place.computeCabinetCount,
  };
}
