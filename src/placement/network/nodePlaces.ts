import type { Design } from '../../model/topology/design.ts';
import type { DesignFamily } from '../../model/topology/designFamily.ts';
import type { DesignBundle } from '../../model/topology/designBundle.ts';
import { coordinate, strides } from '../../model/topology/grid.ts';
import { countLayout } from '../../model/topology/layout.ts';
import { mostAround, standChips } from './chipPlaces.ts';
import { standSwitches } from './switchPlaces.ts';

/** Where the chips and the switches of a network stand, in its own order of nodes; to no scale, about ten across. */
export interface NodePlaces {
  /** Three numbers a node: chips, then switches. */
  readonly at: Float32Array;
  readonly chips: number;
  /** Side of the box of a chip and of a switch. */
  readonly chipSize: number;
  /** Length of a block of chips that stand in a row outwards from the middle; 0 for others. */
  readonly outwards: number;
  readonly switchSize: number;
  /** Whether it stands around the vertical through its middle, and looks as wide from every side. */
  readonly round: boolean;
}

const isRound = (family: DesignFamily, shape: readonly number[]): boolean =>
  family !== 'clos' && family !== 'rails' && !(family === 'torus' && shape.length > 2);

const sized = (spacing: number, most: number): number => Math.max(0.05, Math.min(most, spacing));

/** Places a network, whole or drawn together: a block of chips stands in the middle of its chips. */
export function nodePlaces({ family, shape: full }: Design, { wiring, planes }: DesignBundle): NodePlaces {
  const { shape } = wiring;
  const { npuCount, switchCount } = countLayout(wiring);
  const at = new Float32Array(3 * (npuCount + switchCount));
  const { place, spacing, outwards = 0 } = standChips(family, full);
  const [own, drawn] = [strides(full), strides(shape)];
  const blocks = full.map((size, d) => Math.ceil(size / shape[d]!));
  const count = full.reduce((a, b) => a * b, 1);
  const members = new Uint32Array(npuCount);
  for (let chip = 0; chip < count; chip++) {
    let node = 0;
    for (let d = 0; d < full.length; d++)
      node += drawn[d]! * Math.floor(coordinate(chip, full[d]!, own[d]!) / blocks[d]!);
    members[node]!++;
    place(chip).forEach((value, k) => (at[3 * node + k]! += value));
  }
  for (let node = 0; node < npuCount; node++)
    for (let k = 0; k < 3; k++) at[3 * node + k]! /= Math.max(1, members[node]!);
  const between = standSwitches(family, full, shape, planes, (node, x, y, z) =>
    at.set([x, y, z], 3 * (npuCount + node)),
  );
  return {
    at,
    chips: npuCount,
    chipSize: sized(0.5 * spacing * (outwards ? 1 : Math.cbrt(count / npuCount)), 0.34),
    outwards: outwards * Math.min(Math.max(...blocks) - 1, Math.ceil(count / mostAround) - 1),
    switchSize: sized(0.34 * between, 0.2),
    round: isRound(family, full),
  };
}
