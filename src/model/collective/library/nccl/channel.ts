import type { NcclRecord } from '../../../../data/schema/library.ts';
import type { NcclAlgorithm, NcclProtocol } from './algorithm.ts';
import type { Graph } from './search.ts';
import type { Cluster } from './server.ts';

/** GB/s of a ring's channel past which two more carry it over a network port, and the channels that are enough. */
const FAST_RING = 45;
const ENOUGH_CHANNELS = 16;

/** Channels that all rings and trees of a cluster have: each that the search finds twice. */
export function channelCount(record: NcclRecord, { servers, generation }: Cluster, ring: Graph): number {
  const twice = Math.min(record.channels.most, 2 * ring.channels);
  const few = servers > 1 && generation !== 'nvlink3' && ring.node > FAST_RING && twice < ENOUGH_CHANNELS;
  return few ? 2 * twice : twice;
}

/** Channels and largest pieces of a reduction in the switches. */
export function switchReduction(
  record: NcclRecord,
  { generation, servers, gpus, nic }: Cluster,
): NcclRecord['switch_reduction'][number] {
  return record.switch_reduction.find(
    (line) =>
      (line.generation ?? generation) === generation &&
      servers >= (line.servers_least ?? 1) &&
      servers <= (line.servers_most ?? Infinity) &&
      gpus >= (line.gpus_least ?? 1) &&
      gpus <= (line.gpus_most ?? Infinity) &&
      nic >= (line.nic_least_gb_s ?? 0),
  )!;
}

/**
 * Channels that a message gets: fewer than there are where their threads would have too little to do.
 * Source: NCCL, src/enqueue.cc.
 */
export function channelsOf(
  record: NcclRecord,
  cluster: Cluster,
  ring: Graph,
  { algorithm, protocol }: { readonly algorithm: NcclAlgorithm; readonly protocol: NcclProtocol },
  bytes: number,
): number {
  const all = channelCount(record, cluster, ring);
  if (algorithm === 'NVLS' || algorithm === 'NVLSTree') {
    const { channels } = switchReduction(record, cluster);
    return algorithm === 'NVLS' && cluster.servers > 1 ? Math.min(all, channels) : channels;
  }
  const around = algorithm === 'Ring' && protocol === 'LL' ? cluster.ranks : 1;
  const least = record.threads[protocol] * record.bytes_a_thread[protocol] * around;
  return Math.max(1, Math.min(all, Math.floor(bytes / least)));
}
