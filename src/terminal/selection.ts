import type { ClusterTopologyRecord, MachineTopologyRecord } from '../data/schema/topology.ts';
import { composeDimensions, parseDimensions } from '../model/topology/dimension.ts';
import type { EntryLink } from '../model/topology/dimension.ts';
import { wiringOf } from '../model/topology/fromRecord.ts';
import type { Wiring } from '../model/topology/wiring.ts';
import { parseInteger, requireArgument } from './argument.ts';
import type { ArgumentKind, Arguments } from './argument.ts';
import { parseQuantities } from './quantity.ts';
import { knownTopologies } from './record.ts';

/** Arguments that choose a topology, for every command that works on one. */
export const selectionArguments = {
  system: 'value',
  topology: 'value',
  bandwidth: 'value',
  latency: 'value',
  npus: 'value',
} as const satisfies Record<string, ArgumentKind>;

export const selectionHelp = `  --system ID         a machine in content/topologies, for example atlas-950-superpod-8192
  --topology LIST     dimensions, innermost first: fullmesh:8,fullmesh:8,ring:4 or torus:4x4x4 or switch:72
  --bandwidth LIST    one direction, one value for all dimensions or one for each: 50GB/s or 56GB/s,28GB/s
                      ring, torus: of one link; fullmesh: of each pair's link; switch: of a node's port
  --latency LIST      of one link, likewise: 500ns (a path through a switch crosses two links)
  --npus N            the number of NPUs the dimensions have to give (optional check)`;

/** What the arguments chose: a machine with a link table, or a cluster described by counts. */
export type Selection =
  | { readonly kind: 'machine'; readonly wiring: Wiring; readonly record?: MachineTopologyRecord }
  | {
      readonly kind: 'cluster';
      readonly record: ClusterTopologyRecord;
      readonly pod: MachineTopologyRecord;
    };

/**
 * Reads the topology that `--system` or `--topology` chooses.
 * @throws RangeError for both, neither, an unknown system, or dimensions and quantities that do not fit.
 */
export function selectTopology(args: Arguments): Selection {
  const system = args.value('system');
  const list = args.value('topology');
  if (system !== undefined && list !== undefined)
    throw new RangeError(`--system and --topology are both given: allowed is one of them`);
  if (system === undefined && list === undefined)
    throw new RangeError(
      '--system or --topology is missing: allowed is for example --system gb200-nvl72 or --topology fullmesh:8',
    );
  if (system !== undefined) {
    for (const name of ['bandwidth', 'latency', 'npus'])
      if (args.value(name) !== undefined)
        throw new RangeError(
          `--${name} is "${args.value(name)!}" beside --system: allowed with --topology only; a machine has its own`,
        );
    return selectSystem(system);
  }
  return { kind: 'machine', wiring: selectDimensions(args, list!) };
}

/** A machine or cluster of content/topologies by its id or another name of it. */
export function selectSystem(id: string): Selection {
  const records = knownTopologies();
  const record = records.find((each) => each.id === id || each.aliases.includes(id));
  if (!record)
    throw new RangeError(
      `--system is "${id}": allowed are ${records.map((each) => [each.id, ...each.aliases].join(' = ')).join(', ')}`,
    );
  if (record.kind === 'machine') return { kind: 'machine', wiring: wiringOf(record), record };
  const pod = records.find((each) => each.id === record.pod) as MachineTopologyRecord;
  return { kind: 'cluster', record, pod };
}

function selectDimensions(args: Arguments, list: string): Wiring {
  const entries = withName('topology', () => parseDimensions(list));
  const bandwidths = parseQuantities('bandwidth', requireArgument(args, 'bandwidth', '50GB/s'), 'bandwidth');
  const latencies = parseQuantities('latency', requireArgument(args, 'latency', '500ns'), 'time');
  for (const [name, values] of [
    ['bandwidth', bandwidths],
    ['latency', latencies],
  ] as const)
    if (values.length !== 1 && values.length !== entries.length)
      throw new RangeError(
        `--${name} is "${args.value(name)!}", ${String(values.length)} values: allowed are 1 or ${String(entries.length)}, one for each dimension`,
      );
  const links = entries.map((_, e): EntryLink => ({
    bandwidth: bandwidths[bandwidths.length === 1 ? 0 : e]!,
    latency: latencies[latencies.length === 1 ? 0 : e]!,
  }));
  const count = args.value('npus');
  const npus = count === undefined ? undefined : parseInteger('npus', count, 1, Number.MAX_SAFE_INTEGER);
  return withName('topology', () => composeDimensions(entries, links, npus));
}

/** Puts the name of the argument before what is wrong with its value. */
export function withName<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`--${name}: ${error.message}`, { cause: error });
  }
}
