import type { Layout } from '../../data/schema/layout.ts';
import { machineFromLayout } from '../../model/hardware/fromLayout.ts';
import type { Machine } from '../../model/hardware/machine.ts';
import { planCluster, type ClusterPlan } from '../../placement/hall/clusterPlan.ts';
import type { FlightProps } from '../../placement/flight/flight.ts';
import { planHall } from '../../placement/hall/hall.ts';
import type { FlightMachine } from './flightData.ts';

/** The machine counted out, and where all of it stands. Throws where a count of the layout is missing. */
export function standFlight({ layout, counts, cables, hall, halls }: FlightMachine): {
  readonly props: FlightProps;
  readonly plan: ClusterPlan;
} {
  const machine = counted(layout, counts);
  const around = counted(hall, counts);
  const { floorArea } = around;
  if (floorArea === null) throw new RangeError(`${hall.system}: its layout names no floor area`);
  const whole = { plan: planHall(around, hall), system: hall.system, floorArea };
  const plan = planCluster(planHall(machine, layout), layout, whole, halls);
  return { props: { machine, layout, cables }, plan };
}

function counted(layout: Layout, counts: FlightMachine['counts']): Machine {
  return machineFromLayout(layout, (key) => {
    const value = counts[key];
    if (value === undefined) throw new RangeError(`${layout.system}: the record has no number for "${key}"`);
    return value;
  });
}
