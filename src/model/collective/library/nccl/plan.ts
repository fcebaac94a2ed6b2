import type { NcclRecord } from '../../../../data/schema/library.ts';
import type { Operation } from '../../operation.ts';
import { ncclAlgorithms, ncclProtocols, type NcclAlgorithm, type NcclProtocol } from './algorithm.ts';
import { channelCount } from './channel.ts';
import { ringGraph, switchGraph, treeGraph, type Graph } from './search.ts';
import type { Cluster } from './server.ts';

/** Operations that the library's plan knows. All others are sends and receives. */
export const plannedOperations = [
  'all-reduce',
  'all-gather',
  'reduce-scatter',
  'broadcast',
  'reduce',
] as const;
export type PlannedOperation = (typeof plannedOperations)[number];

export const isPlanned = (operation: Operation): operation is PlannedOperation =>
  (plannedOperations as readonly string[]).includes(operation);

/** What the library plans for one algorithm and protocol. */
export interface Plan {
  readonly algorithm: NcclAlgorithm;
  readonly protocol: NcclProtocol;
  readonly microseconds: number;
  readonly latency: number;
  /** GB/s of the buffer, corrections for its size included. */
  readonly bandwidth: number;
  /** Whether the bandwidth is corrected for middle sizes. */
  readonly corrected: boolean;
  readonly graph: Graph;
}

/** Messages that follow one another round a ring. */
export function ringSteps(operation: PlannedOperation, ranks: number): number {
  if (operation === 'all-reduce') return 2 * (ranks - 1);
  return operation === 'broadcast' || operation === 'reduce' ? ranks : ranks - 1;
}

const log2 = (value: number): number => Math.floor(Math.log2(value));

/**
 * Everything that the library weighs for an operation: latency + bytes ÷ bandwidth for each algorithm and protocol.
 * Source: NCCL, src/graph/tuning.cc. Formulas: docs/model.md.
 * @param bytes the larger of what a rank brings and what it ends with.
 */
export function plansFor(
  record: NcclRecord,
  cluster: Cluster,
  operation: PlannedOperation,
  bytes: number,
): Plan[] {
  const ring = ringGraph(record, cluster);
  const channels = channelCount(record, cluster, ring);
  const graphs: Record<NcclAlgorithm, Graph | null> = {
    Ring: ring,
    PAT: ring,
    Tree: treeGraph(record, cluster, ring),
    NVLS: switchGraph(record, cluster),
    NVLSTree: switchGraph(record, cluster),
  };
  return ncclAlgorithms.flatMap((algorithm) =>
    ncclProtocols.flatMap((protocol): Plan[] => {
      const graph = graphs[algorithm];
      if (!graph || !weighs(cluster, operation, algorithm, protocol, record.channels.reducing)) return [];
      const latency = latencyOf(
        record,
        cluster,
        operation,
        algorithm,
        protocol,
        bytes / (channels * cluster.ranks),
      );
      const planned = algorithmBandwidth(record, cluster, operation, algorithm, protocol, graph);
      const factor = correction(record, cluster, operation, algorithm, protocol, bytes);
      const bandwidth = planned * (factor ?? 1);
      if (!(bandwidth > 0)) return [];
      return [
        {
          algorithm,
          protocol,
          latency,
          bandwidth,
          corrected: factor !== null,
          graph,
          microseconds: latency + bytes / (1000 * bandwidth),
        },
      ];
    }),
  );
}

function weighs(
  { servers, gpus, networkReduces }: Cluster,
  operation: PlannedOperation,
  algorithm: NcclAlgorithm,
  protocol: NcclProtocol,
  most: number,
): boolean {
  if (operation === 'broadcast' || operation === 'reduce') return algorithm === 'Ring';
  const scatters = operation !== 'all-reduce';
  switch (algorithm) {
    case 'Ring':
      return true;
    case 'Tree':
      return !scatters;
    case 'PAT':
      return scatters && gpus === 1 && protocol === 'Simple';
    case 'NVLS':
      if (protocol !== 'Simple' || (servers > 1 && (!networkReduces || scatters))) return false;
      return !scatters || gpus <= most;
    case 'NVLSTree':
      return protocol === 'Simple' && !scatters && servers > 1;
  }
}

/** Bus bandwidth of all channels, as the library's model refines it, then GB/s of the buffer. */
function algorithmBandwidth(
  record: NcclRecord,
  cluster: Cluster,
  operation: PlannedOperation,
  algorithm: NcclAlgorithm,
  protocol: NcclProtocol,
  graph: Graph,
): number {
  const { servers, gpus, ranks, processor } = cluster;
  const generation = record.generations[cluster.generation];
  const { share } = record;
  const several = servers > 1;
  const at = Math.min(servers, 3) - 1;
  const most = several ? record.ll_network_gb_s[processor][servers === 2 ? 0 : 1] : generation.ll_gb_s;
  const channel = servers <= 2 ? graph.node : graph.network;
  let bus = graph.channels * channel;
  switch (algorithm) {
    case 'Ring':
      if (protocol === 'LL') bus = Math.min(most, bus * share.ring_ll);
      if (protocol === 'LL128')
        bus = Math.min(bus * share.ring_ll128, graph.channels * generation.ring_ll128_channel_gb_s);
      break;
    case 'Tree':
      bus = Math.min(bus * share.tree, graph.channels * generation.tree_channel_gb_s[at]!);
      if (protocol === 'LL') bus = Math.min(bus / share.tree_ll_divisor, most);
      if (protocol === 'LL128')
        bus = Math.min(
          bus * (several ? share.tree_ll128_network : share.tree_ll128_node),
          graph.channels * generation.tree_ll128_channel_gb_s[at]!,
        );
      if (gpus === 1) bus *= share.tree_one_gpu;
      break;
    case 'PAT':
      bus *= share.pat;
      break;
    case 'NVLS':
    case 'NVLSTree': {
      const { efficiency, tree_channel_gb_s: tree } = generation.nvls!;
      // A GPU that adds up also sends, so one channel of them all is its own.
      const own = (graph.node * efficiency * (graph.channels - 1)) / graph.channels;
      const node = operation === 'all-reduce' ? 2 * own : (own * (gpus - 1)) / gpus;
      const network = graph.network * (algorithm === 'NVLSTree' && servers === 2 ? 2 : 1);
      const bound = algorithm === 'NVLSTree' ? tree[servers === 2 ? 0 : 1] : Infinity;
      bus = graph.channels * Math.min(node, network, bound);
    }
  }
  if (algorithm === 'Ring') return (bus * ranks) / ringSteps(operation, ranks);
  if (operation !== 'all-reduce') return bus;
  return algorithm === 'NVLS' || algorithm === 'NVLSTree' ? (bus * ranks) / (2 * (ranks - 1)) : bus / 2;
}

/** Bytes that a step of a ring must carry for its latency to be at the plateau. */
const PLATEAU_BYTES = 64;

/**
 * Microseconds before and between the bytes.
 * @param message bytes that one step of a ring carries on one channel.
 */
function latencyOf(
  record: NcclRecord,
  { servers, gpus, ranks, reported, processor }: Cluster,
  operation: PlannedOperation,
  algorithm: NcclAlgorithm,
  protocol: NcclProtocol,
  message: number,
): number {
  const p = ncclProtocols.indexOf(protocol);
  const base = record.base_latency_us[algorithm][p]!;
  const { nvlink, network } = record.step_latency_us;
  const node = nvlink[algorithm][p]!;
  // With one GPU a server nothing hides a step of the network; and what the plug-in reports comes on top.
  const step = network[gpus === 1 ? 'Tree' : algorithm][p]! + reported * (protocol === 'Simple' ? 2 : 1);
  switch (algorithm) {
    case 'Ring': {
      const steps = ringSteps(operation, ranks);
      if (operation === 'broadcast' || operation === 'reduce') {
        const own = servers > 1 ? network : nvlink;
        // Over several servers each ring has a port of its own.
        return servers === 1
          ? base + own.Ring[p]!
          : base + steps * (protocol === 'Simple' ? own.Tree[p]! : own.Ring[p]!);
      }
      const post = servers > 1 ? record.post_us[processor] * (protocol === 'Simple' ? 3 : 1) : 0;
      const across = servers === 1 ? 0 : operation === 'all-reduce' ? 2 * (servers - 1) : servers - 1;
      const latency = base + (steps - across) * Math.max(node, post) + across * step;
      const plateau =
        protocol === 'Simple' && servers > 1 && operation === 'all-reduce' && message >= PLATEAU_BYTES;
      return plateau ? latency * record.ring_plateau : latency;
    }
    case 'Tree':
      return base + 2 * ((gpus - 1) * node + log2(servers) * step);
    case 'NVLS':
      return node + (servers > 1 ? step : 0);
    case 'NVLSTree':
      return base + node + 2 * log2(servers) * step;
    case 'PAT':
      return base + (log2(servers) * step) / record.pat.step_divisor + ranks * record.pat.rank_us;
  }
}

/**
 * What middle sizes leave of a tree's bandwidth.
 * @returns null where the library corrects nothing.
 */
function correction(
  record: NcclRecord,
  { generation, processor }: Cluster,
  operation: PlannedOperation,
  algorithm: NcclAlgorithm,
  protocol: NcclProtocol,
  bytes: number,
): number | null {
  if (operation !== 'all-reduce') return null;
  const switched =
    algorithm === 'NVLSTree' && record.generations[generation].nvls!.tree_corrected && processor !== 'arm';
  if (algorithm !== 'Tree' && !switched) return null;
  const factors = record.tree_correction[protocol];
  const at = bytes < 64 ? -1 : log2(bytes / 64);
  return at >= 0 && at < factors.length - (switched ? 0 : 1) ? factors[at]! : 1;
}
