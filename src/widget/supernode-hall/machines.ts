import type { Layout } from '../../data/schema/layout.ts';
import { machineFromLayout } from '../../model/hardware/fromLayout.ts';
import type { Cabling } from '../../model/hardware/cabling.ts';
import type { Machine, PartClass } from '../../model/hardware/machine.ts';
import { numberOn } from '../recordedFigure.ts';
import type { HallData, HallSystem } from './hallData.ts';

/** A machine and where it stands. */
export interface StandingMachine {
  readonly machine: Machine;
  readonly layout: Layout;
  readonly cables: Cabling;
}

/** Whether a system is one rack that a reader may repeat. */
export function repeats({ layout }: Pick<HallSystem, 'layout'>): boolean {
  return layout.cabinets.length === 1;
}

/**
 * The machine of a system; a system of one rack is repeated until it holds `chips` processors.
 * @param asof the day of knowledge of its counts
 * @throws on a system that the data does not carry
 */
export function standingMachine(
  data: HallData,
  systemId: string,
  chips: number,
  asof = 'latest',
): StandingMachine {
  const system = data.systems[systemId];
  if (!system) {
    throw new RangeError(
      `system "${systemId}" has no layout; allowed: ${Object.keys(data.systems).join(', ')}`,
    );
  }
  const count = (key: string) => numberOn(data, key, asof);
  const one = machineFromLayout(system.layout, count);
  const inOne = processorsOf(one);
  const racks = Math.ceil(chips / inOne);
  if (!repeats(system) || racks <= 1) return { machine: one, layout: system.layout, cables: system.cables };
  const reason = `${racks} racks of ${inOne} hold ${chips} processors`;
  const cabinets = system.layout.cabinets.map((cabinet) => ({
    ...cabinet,
    count: { value: racks, basis: 'derived' as const, reason },
  }));
  const layout = { ...system.layout, cabinets };
  return { machine: machineFromLayout(layout, count), layout, cables: system.cables };
}

/** The class whose parts the machine is counted in: its accelerators. */
export function processorClass(machine: Machine): PartClass | undefined {
  return machine.classes.find(({ kind }) => kind === 'processor');
}

/** How many accelerators the machine holds. */
export function processorsOf(machine: Machine): number {
  return processorClass(machine)?.total ?? 0;
}

/** How many of a class stand below one part of another, or 0 where they do not. */
export function heldBy(machine: Machine, holder: PartClass, held: PartClass): number {
  let next: PartClass | undefined = held;
  let count = 1;
  while (next && next.id !== holder.id) {
    count *= next.perParent.value;
    const parent: string | null = next.parent;
    next = machine.classes.find(({ id }) => id === parent);
  }
  return next ? count : 0;
}
