import { distancePicture } from '../model/topology/allDistances.ts';
import { breakageOf } from '../model/topology/breakage.ts';
import { maskFailures, parseFailures } from '../model/topology/failure.ts';
import type { Topology } from '../model/topology/topology.ts';
import { withName } from './selection.ts';

/** What is left of a machine, and how far apart. */
export interface Remainder {
  readonly npus: number;
  readonly links: number;
  readonly cutOff: number;
  /** Of the pairs that still reach each other. */
  readonly diameter: number;
  readonly meanDistance: number;
  /** Ordered pairs of different NPUs at each number of hops from 0. */
  readonly pairs: readonly number[];
  readonly pairsCutOff: number;
}

/**
 * Counts what failures leave, every pair of NPUs among it.
 * @throws RangeError naming `--fail` for a failure of something the machine does not have.
 */
export function remainderOf(topology: Topology, fail: string): Remainder {
  const mask = withName('fail', () => maskFailures(topology, parseFailures(fail)));
  const { npusDown, linksDown, cutOff } = breakageOf(topology, mask);
  const steps = distancePicture(topology, 1, mask);
  let step = steps.next();
  while (!step.done) step = steps.next();
  const { pairs, cutOff: pairsCutOff } = step.value;
  const joined = pairs.reduce((sum, each) => sum + each, 0);
  const hops = pairs.reduce((sum, each, steps) => sum + each * steps, 0);
  return {
    npus: topology.npuCount - npusDown,
    links: topology.linkCount / 2 - linksDown.reduce((sum, each) => sum + each, 0),
    cutOff,
    diameter: pairs.length - 1,
    meanDistance: joined ? hops / joined : 0,
    pairs,
    pairsCutOff,
  };
}
