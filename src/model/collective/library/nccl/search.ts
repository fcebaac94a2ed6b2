import type { NcclRecord } from '../../../../data/schema/library.ts';
import type { Cluster } from './server.ts';

/** Channels of one pattern and the GB/s of each, within a server and between servers. */
export interface Graph {
  readonly channels: number;
  readonly node: number;
  readonly network: number;
}

/** A speed is kept for the next only if that is more than about half of it. */
const NEXT_SPEED = 0.49;
/** Channels this fast are split in two; where there are more than four, only those past the second bound. */
const SPLIT = 25;
const SPLIT_MANY = 50;

const floor = (value: number): number => Math.floor(value + 1e-9);

interface Room {
  readonly speeds: readonly number[];
  /** Index of the fastest that one link or port carries. */
  readonly first: number;
  /** What the NVLinks of a GPU give, endless for one GPU a server. */
  readonly nvlink: number;
  /** Channels of a speed that the network ports of a server carry. */
  readonly ports: (speed: number) => number;
}

function roomOf(record: NcclRecord, cluster: Cluster): Room {
  const { gpus, servers, nvlink, nic, generation } = cluster;
  const across = servers > 1;
  const { speeds_node: node, speeds_network: network } = record.generations[generation];
  const most = across ? nic : nvlink;
  const listed = across ? network : node;
  // What is slower than the list knows is taken as it is.
  const speeds = listed.at(-1)! <= most ? listed : [...listed, most];
  return {
    speeds,
    first: speeds.findIndex((speed) => speed <= most),
    nvlink: gpus > 1 ? nvlink : Infinity,
    ports: (speed) => (across ? gpus * floor(nic / speed) : Infinity),
  };
}

/**
 * Rings through all GPUs of a server: each takes its speed from every GPU's links both ways, and from a port at either
 * end. The fastest speeds are tried first; the first pattern with most bandwidth stays.
 */
export function ringGraph(record: NcclRecord, cluster: Cluster): Graph {
  const { speeds, first, nvlink, ports } = roomOf(record, cluster);
  const most = record.channels.searched;
  const fit = (speed: number): number => Math.min(most, floor(nvlink / speed), ports(speed));
  let channels = 0;
  let best = 0;
  for (let i = first; i < speeds.length; i++) {
    if (channels > 0 && speeds[i]! / best <= NEXT_SPEED) break;
    const found = fit(speeds[i]!);
    if (found * speeds[i]! > channels * best) [channels, best] = [found, speeds[i]!];
    if (channels === most || channels * best >= nvlink) break;
  }
  if (channels === 0) return { channels: 1, node: 0.1, network: 0.1 };
  const split =
    best >= SPLIT &&
    (record.generations[cluster.generation].doubles_channels || best >= SPLIT_MANY || channels <= 4);
  if (split) {
    const twice = Math.min(2 * channels, most);
    best /= Math.ceil(twice / channels);
    channels = twice;
  }
  // Then whether as many channels can be faster.
  for (let i = speeds.findIndex((speed) => speed <= best) - 1; i >= 0 && fit(speeds[i]!) >= channels; i--)
    best = speeds[i]!;
  return { channels, node: best, network: best };
}

/** Trees have the channels of the rings; they do not close, so the GPUs at their ends have links to spare. */
export function treeGraph(record: NcclRecord, cluster: Cluster, { channels }: Graph): Graph {
  const { speeds, first, nvlink, ports } = roomOf(record, cluster);
  const spare = (nvlink * cluster.gpus) / Math.max(1, cluster.gpus - 1);
  const fits = (speed: number): boolean => channels * speed <= spare;
  let i = first;
  while (i < speeds.length - 1 && !(fits(speeds[i]!) && ports(speeds[i]!) >= channels)) i++;
  const network = speeds[i]!;
  while (i > 0 && speeds[i]! < 2 * network && fits(speeds[i - 1]!)) i--;
  return { channels, node: speeds[i]!, network };
}

/**
 * Reduction in the NVLink switches: one channel for each GPU that adds up. It takes its speed from every GPU's links,
 * and twice from its own.
 * @returns null where the GPUs cannot.
 */
export function switchGraph(record: NcclRecord, cluster: Cluster): Graph | null {
  const { gpus, nvlink, servers, nic } = cluster;
  if (gpus <= 2 || !record.generations[cluster.generation].nvls) return null;
  const { speeds, first } = roomOf(record, cluster);
  const most = Math.min(record.channels.reducing, gpus);
  const fit = (speed: number): number => Math.min(most, floor(nvlink / speed) - 1);
  let chosen = -1;
  let channels = 0;
  for (let i = first; i < speeds.length; i++) {
    if (chosen >= 0 && speeds[i]! / speeds[chosen]! <= NEXT_SPEED) break;
    const found = fit(speeds[i]!);
    // Within one server all GPUs have to add up, over several as many as can.
    if (servers === 1 && found < most) continue;
    if (found > channels || found * speeds[i]! > channels * (speeds[chosen] ?? 0))
      [channels, chosen] = [found, i];
    if (channels === most) break;
  }
  if (chosen < 0 || channels < 2) return null;
  const node = speeds[chosen]!;
  let network = node;
  for (let i = chosen - 1; i >= 0 && network < 2 * node; i--) {
    if (servers > 1 && speeds[i]! > nic) break;
    network = speeds[i]!;
  }
  return { channels, node, network };
}
