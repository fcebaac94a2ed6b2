import type { Catalogue } from '../../data/catalog.ts';
import { citedSource, figureKeys, figureOf, inSi, type Figure } from '../../data/figure.ts';
import { lastDay } from '../../data/schema/date.ts';
import type { Layout } from '../../data/schema/layout.ts';
import type { TopologyRecord } from '../../data/schema/topology.ts';
import { cablingOf } from '../../model/hardware/cabling.ts';
import { machineFromLayout } from '../../model/hardware/fromLayout.ts';
import { partClass } from '../../model/hardware/machine.ts';
import { buildTopology } from '../../model/topology/build.ts';
import { wiringOf } from '../../model/topology/fromRecord.ts';
import type { Stop } from '../../placement/flight/stops.ts';
import type { FlightMachine } from './flightData.ts';
import { lazy, NotYetKnown } from './lazy.ts';

/** Ids in the record of what the flight passes through. */
export const ids = {
  chip: 'ascend-950dt',
  generation: 'ascend-950',
  pod: 'atlas-950-superpod-1024',
  hall: 'atlas-950-superpod-8192',
  cluster: 'atlas-950-supercluster',
} as const;

/** Keys of the figures behind each stop, the one that says how firm the stop is first. */
export const stopFigures: Readonly<Record<Stop, readonly string[]>> = {
  package: [
    'ascend-950dt.memory-bandwidth', 'ascend-950dt.memory-capacity', 'ascend-950.dies-per-package',
    'ascend-950.io-dies-per-package', 'ascend-950.memory-modules-per-package',
  ],
  board: ['atlas-950-superpod-1024.x-axis', 'ascend-950dt.interconnect-bandwidth', 'atlas-950-superpod-8192.cooling'],
  cabinet: [
    'atlas-950-superpod-8192.npus-per-compute-cabinet', 'atlas-950-superpod-1024.y-axis', 'atlas-950-superpod-8192.cooling',
  ],
  pod: [
    'atlas-950-superpod-1024.status', 'atlas-950-superpod-1024.npu-count', 'atlas-950-superpod-1024.cabinets-compute',
    'atlas-950-superpod-1024.cabinets-communication', 'atlas-950-superpod-1024.interconnect-bandwidth-per-npu',
    'atlas-950-superpod-1024.unified-memory', 'atlas-950-superpod-8192.cooling',
  ],
  hall: [
    'atlas-950-superpod-8192.npu-count', 'atlas-950-superpod-8192.cabinet-count', 'atlas-950-superpod-8192.cabinets-compute',
    'atlas-950-superpod-8192.cabinets-communication', 'atlas-950-superpod-8192.interconnect-bandwidth',
    'atlas-950-superpod-8192.floor-area', 'atlas-950-superpod-8192.cooling',
  ],
  cluster: [
    'atlas-950-supercluster.npu-count', 'atlas-950-supercluster.superpods', 'atlas-950-supercluster.deploying',
    'atlas-950-supercluster.scale-out', 'ascend-950.uboe-ports',
  ],
  return: ['ascend-950dt.memory-bandwidth', 'ascend-950dt.interconnect-bandwidth'],
}; // prettier-ignore

/** The slice of the record behind the flight. Rates in bytes per second. */
export interface FlightRecord {
  readonly machine: FlightMachine;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly counts: {
    readonly perBoard: number;
    readonly boards: number;
    readonly perCabinet: number;
    readonly pod: number;
    readonly hall: number;
    readonly cluster: number;
    readonly deployed: number;
    readonly dies: number;
    readonly ioDies: number;
    readonly stacks: number;
    readonly podCompute: number;
    readonly podSwitching: number;
    readonly hallCabinets: number;
    readonly halls: number;
    /** Listed pods that make as many chips as the announced hall. */
    readonly pods: number;
  };
  readonly rates: {
    readonly memory: number;
    readonly chip: number;
    readonly pod: number;
    /** The announced sum over all chips, for one of them. */
    readonly hall: number;
    /** Both Ethernet ports together, both directions. */
    readonly cluster: number;
  };
  /** Bytes. */
  readonly capacity: () => number;
}

/**
 * Cuts from the record what the flight shows, as it was known on a day. What was not known yet throws `NotYetKnown` where
 * it is read. The machine that is drawn is that of today: its size is what the stops are named after.
 * @param asof `YYYY-MM-DD` or `latest`
 * @throws where the record lacks a figure, or where a count of one record does not go into that of the next
 */
export function selectFlight(
  catalogue: Catalogue,
  layouts: ReadonlyMap<string, Layout>,
  topologies: readonly TopologyRecord[],
  asof = 'latest',
): FlightRecord {
  const layout = layouts.get(ids.pod);
  const around = layouts.get(ids.hall);
  const wiring = topologies.find(({ id }) => id === ids.pod);
  if (!layout || !around || wiring?.kind !== 'machine')
    throw new Error(
      `${ids.pod}, ${ids.hall}: no layout in content/layouts, or no wiring of one machine in content/topologies`,
    );
  const keys = new Set(Object.values(stopFigures).flat());
  const known = new Set(figureKeys(catalogue));
  for (const key of keys)
    if (!known.has(key)) throw new Error(`powers-of-ten: "${key}" is not in the record`);
  const numberOn = (key: string, day: string) => {
    const { shown, knownFrom } = figureOf(catalogue, key, { asOf: day === 'latest' ? undefined : day });
    if (!shown) throw new NotYetKnown(key, knownFrom);
    return inSi(shown);
  };
  const number = (key: string) => numberOn(key, asof);
  const whole = (all: number, part: number, what: string) => {
    if (all % part !== 0) throw new Error(`${what}: ${all} is no multiple of ${part}`);
    return all / part;
  };
  const counted: Record<string, number> = {};
  const count = (key: string) => (counted[key] = numberOn(key, 'latest'));
  const machine = machineFromLayout(layout, count);
  machineFromLayout(around, count);
  const perBoard = partClass(machine, 'npu').perParent.value;
  const boards = partClass(machine, 'compute-board').perParent.value;
  const [pod, hall, cluster] = [ids.pod, ids.hall, ids.cluster].map((id) => `${id}.npu-count`) as [
    string,
    string,
    string,
  ];
  const podsOn = (day: string) =>
    whole(numberOn(hall, day), numberOn(pod, day), 'chips of the hall in listed pods');
  const hallsOn = (day: string) =>
    whole(numberOn(cluster, day), numberOn(hall, day), 'chips of the cluster in halls');
  const figures = Object.fromEntries(
    [...keys].map((key) => [key, figureOf(catalogue, key, { asOf: asof === 'latest' ? undefined : asof })]),
  );
  return {
    machine: {
      layout,
      counts: counted,
      hall: around,
      cables: cablingOf(buildTopology(wiringOf(wiring)), machine),
      halls: hallsOn('latest'),
    },
    figures,
    counts: lazy<FlightRecord['counts']>({
      perBoard: () => perBoard,
      boards: () => boards,
      perCabinet: () => number(`${ids.hall}.npus-per-compute-cabinet`),
      pod: () => number(pod),
      hall: () => number(hall),
      cluster: () => number(cluster),
      deployed: () => number(`${ids.cluster}.deploying`),
      dies: () => number(`${ids.generation}.dies-per-package`),
      ioDies: () => number(`${ids.generation}.io-dies-per-package`),
      stacks: () => number(`${ids.generation}.memory-modules-per-package`),
      podCompute: () => number(`${ids.pod}.cabinets-compute`),
      podSwitching: () => number(`${ids.pod}.cabinets-communication`),
      hallCabinets: () => number(`${ids.hall}.cabinet-count`),
      halls: () => hallsOn(asof),
      pods: () => podsOn(asof),
    }),
    rates: lazy<FlightRecord['rates']>({
      memory: () => number(`${ids.chip}.memory-bandwidth`),
      chip: () => number(`${ids.chip}.interconnect-bandwidth`),
      pod: () => number(`${ids.pod}.interconnect-bandwidth-per-npu`),
      hall: () => number(`${ids.hall}.interconnect-bandwidth`) / number(hall),
      cluster: () => {
        const ports = figures[`${ids.generation}.uboe-ports`]!;
        if (!ports.shown) throw new NotYetKnown(ports.key, ports.knownFrom);
        return ethernet(ports);
      },
    }),
    capacity: () => number(`${ids.chip}.memory-capacity`),
  };
}

/** Days on which something that the flight shows came to be known, oldest first. */
export function flightDays({ figures }: FlightRecord): string[] {
  const said = Object.values(figures).flatMap(({ shown, earlier, later }) => [
    ...(shown ? [shown] : []),
    ...earlier,
    ...later,
  ]);
  return [...new Set(said.map(({ stated_on }) => lastDay(stated_on)))].sort();
}

/** The rate of ports written as `2 x 400 Gb/s`, both directions together, in bytes per second. Throws on other words. */
export function ethernet({ key, shown }: Pick<Figure, 'key' | 'shown'>): number {
  const match = /^(\d+) x (\d+) Gb\/s$/.exec(String(shown?.value));
  if (!match) throw new Error(`${key}: "${String(shown?.value)}" is not of the form "2 x 400 Gb/s"`);
  return (Number(match[1]) * Number(match[2]) * 1e9 * 2) / 8;
}

/** Ids of the sources behind a stop, each once, and each as it is cited. */
export function stopSources(catalogue: Catalogue, record: FlightRecord, stop: Stop) {
  const cited = stopFigures[stop].flatMap((key) => record.figures[key]!.shown?.sources ?? []);
  return [...new Set(cited)].map((id) => citedSource(catalogue, id));
}
