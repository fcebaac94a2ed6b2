import { requirePositive } from '../topology/range.ts';
import { requireShare } from './compute.ts';

export interface PowerPlan {
  readonly chips: number;
  /** Watts of one chip at its limit, and the mean share of it that it draws. */
  readonly chipWatts: number;
  readonly load: number;
  /** Watts for each chip of everything else in the racks: processors, network, fans, losses. */
  readonly otherWatts: number;
  /** Power of the building over power of the racks (PUE), 1 or more. */
  readonly overhead: number;
}

export interface Energy {
  /** Watts at the racks and at the building. */
  readonly rackWatts: number;
  readonly siteWatts: number;
  /** Joules at the building. */
  readonly joules: number;
  readonly kilowattHours: number;
}

/** Power of chips at work and the energy of so many seconds. @throws RangeError for impossible input. */
export function energyOf(plan: PowerPlan, seconds: number): Energy {
  requirePositive('chips', plan.chips);
  requirePositive('watts of a chip', plan.chipWatts);
  requireShare('load', plan.load);
  requirePositive('other watts', plan.otherWatts, true);
  requirePositive('seconds', seconds);
  if (!(Number.isFinite(plan.overhead) && plan.overhead >= 1))
    throw new RangeError(`overhead is ${String(plan.overhead)}: allowed are finite numbers from 1 on`);
  const rackWatts = plan.chips * (plan.chipWatts * plan.load + plan.otherWatts);
  const siteWatts = rackWatts * plan.overhead;
  const joules = siteWatts * seconds;
  return { rackWatts, siteWatts, joules, kilowattHours: joules / 3.6e6 };
}
