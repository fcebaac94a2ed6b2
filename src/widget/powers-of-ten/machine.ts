import { machineFromLayout } from '../../model/hardware/fromLayout.ts';
import { planCluster, type ClusterPlan } from '../../placement/hall/cluster.ts';
import type { FlightProps } from '../../placement/flight/flight.ts';
import { planHall } from '../../placement/hall/hall.ts';
import type { FlightMachine } from './flightData.ts';

/** The machine counted out, and where all of it stands. Throws where a count of the layout is missing. */
export function standFlight({ layout, counts, cables, pods, halls, floorArea }: FlightMachine): {
  readonly props: FlightProps;
  readonly plan: ClusterPlan;
} {
  const machine = machineFromLayout(layout, (key) => {
    const value = counts[key];
    if (value === undefined) throw new RangeError(`${layout.system}: the record has no number for "${key}"`);
    return value;
  });
  const plan = planCluster(planHall(machine, layout), layout, { pods, halls, floorArea });
  return { props: { machine, layout, cables }, plan };
}
