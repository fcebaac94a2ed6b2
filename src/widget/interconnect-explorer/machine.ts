import { buildTopology } from '../../model/topology/build.ts';
import { layOut, type Layout } from '../../model/topology/layout.ts';
import type { Topology } from '../../model/topology/topology.ts';
import type { ExplorerData, WiredSystem } from './explorerData.ts';
import type { SystemId } from './params.ts';

/** A machine with its link table. */
export interface Machine {
  readonly id: SystemId;
  readonly system: WiredSystem;
  readonly topology: Topology;
  readonly layout: Layout;
}

let last: { readonly data: ExplorerData; readonly machine: Machine } | undefined;

/** The machine of a state. The last one stays: its table takes tens of milliseconds to build. */
export function machineOf(data: ExplorerData, id: SystemId): Machine {
  if (last?.data === data && last.machine.id === id) return last.machine;
  const system = data.systems[id];
  const topology = buildTopology(system.wiring);
  // Places are found when they are first asked for; here they are asked for at once, and kept.
  const machine = {
    id,
    system,
    topology: { ...topology, place: topology.place },
    layout: layOut(system.wiring),
  };
  last = { data, machine };
  return machine;
}

/** The physical links between two nodes, by number. */
export function linksBetween({ ends, linkCount }: Topology, a: number, b: number): number[] {
  const found: number[] = [];
  for (let link = 0; link < linkCount; link += 2) {
    const [from, to] = [ends[2 * link]!, ends[2 * link + 1]!];
    if ((from === a && to === b) || (from === b && to === a)) found.push(link / 2);
  }
  return found;
}

/** Cabinets that hold chips, or -1 for a machine whose cabinets are not described. */
export const isOneCabinet = ({ topology }: Machine): boolean => topology.place.computeCabinetCount <= 1;
