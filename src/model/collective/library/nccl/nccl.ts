import type { NcclRecord } from '../../../../data/schema/library.ts';
import { checkRequest } from '../../collective.ts';
import type { Dimension } from '../../dimension.ts';
import { busBandwidth, type Operation } from '../../operation.ts';
import type { CollectiveRequest } from '../../request.ts';
import type { LibraryResult } from '../result.ts';
import { ncclProtocols, type NcclAlgorithm, type NcclProtocol } from './algorithm.ts';
import { channelCount, channelsOf } from './channel.ts';
import { fillingOf } from './filling.ts';
import { isPlanned, plansFor, ringSteps, type Plan, type PlannedOperation } from './plan.ts';
import { ringGraph } from './search.ts';
import { clusterOf, type Cluster, type ClusterOptions, type Link } from './server.ts';

export interface NcclOptions extends ClusterOptions {
  /** Takes the choice from the library, as its variables NCCL_ALGO and NCCL_PROTO do. */
  readonly algorithm?: NcclAlgorithm;
  readonly protocol?: NcclProtocol;
}

/**
 * What NCCL would choose for a collective and how long that takes by its own plan, with the filling of pipelines that
 * the plan leaves out. Operations that it does not plan are sends and receives of all pairs at once.
 * @param dimensions NVLink innermost, then networks; the latency of a network is what its plug-in reports.
 * @param kinds the kind of link of each dimension.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function predictNccl(
  record: NcclRecord,
  dimensions: readonly Dimension[],
  kinds: readonly Link[],
  request: Pick<CollectiveRequest, 'operation' | 'bytes'>,
  options: NcclOptions = {},
): LibraryResult {
  const { operation, bytes } = request;
  checkRequest({ ...request, chunks: 1, activeChunks: 1 } as CollectiveRequest);
  const cluster = clusterOf(record, dimensions, kinds, options);
  const result = {
    library: 'nccl' as const,
    ranks: cluster.ranks,
    chunks: 1,
    phases: [],
    assumptions: assumed(cluster, kinds),
  };
  const timed = (seconds: number) => ({
    seconds,
    busBandwidth: busBandwidth(operation, cluster.ranks, bytes, seconds),
  });
  if (cluster.ranks === 1)
    return {
      ...result,
      ...timed(0),
      steps: 0,
      algorithm: 'none',
      protocol: null,
      channels: 0,
      candidates: [],
      fillSeconds: 0,
      bottleneck: 'nothing: a single rank has all it needs',
    };
  const ring = ringGraph(record, cluster);
  if (!isPlanned(operation)) {
    const { seconds, latency } = sendAndReceive(record, cluster, operation, bytes);
    return {
      ...result,
      ...timed(seconds),
      steps: 1,
      algorithm: 'SendRecv',
      protocol: 'Simple',
      channels: channelCount(record, cluster, ring),
      candidates: [{ algorithm: 'SendRecv', protocol: 'Simple', seconds }],
      fillSeconds: 0,
      bottleneck: bottleneck(latency, seconds),
    };
  }
  const whole = operation === 'all-gather' ? bytes * cluster.ranks : bytes;
  const plans = plansFor(record, cluster, operation, whole);
  const allowed = plans.filter(
    ({ algorithm, protocol }) =>
      algorithm === (options.algorithm ?? algorithm) && protocol === (options.protocol ?? protocol),
  );
  const chosen = allowed.reduce<Plan | null>(
    (best, plan) => (best && best.microseconds <= plan.microseconds ? best : plan),
    null,
  );
  if (!chosen)
    throw new RangeError(
      `algorithm is ${[options.algorithm, options.protocol].filter(Boolean).join(' with ')}: allowed for ${operation} here are ${plans.map(({ algorithm, protocol }) => `${algorithm} with ${protocol}`).join(', ')}`,
    );
  const fill = fillingOf(record, cluster, chosen, whole);
  const seconds = (chosen.microseconds + fill) / 1e6;
  return {
    ...result,
    ...timed(seconds),
    steps: stepsOf(chosen.algorithm, operation, cluster),
    algorithm: chosen.algorithm,
    protocol: chosen.protocol,
    channels: channelsOf(record, cluster, ring, chosen, whole),
    candidates: plans
      .map(({ algorithm, protocol, microseconds }) => ({ algorithm, protocol, seconds: microseconds / 1e6 }))
      .sort((a, b) => a.seconds - b.seconds),
    fillSeconds: fill / 1e6,
    bottleneck: bottleneck((chosen.latency + fill) / 1e6, seconds),
  };
}

/**
 * Operations that the library's cost model leaves out: every rank's messages leave and arrive side by side, priced by
 * what the library plans for a GPU's NVLinks, by the network's port, and by one step of a ring in the Simple protocol.
 */
function sendAndReceive(
  record: NcclRecord,
  { gpus, servers, ranks, nvlink, nic, reported }: Cluster,
  operation: Operation,
  bytes: number,
): { seconds: number; latency: number } {
  const simple = ncclProtocols.indexOf('Simple');
  const across = record.step_latency_us.network.Ring[simple]! + 2 * reported;
  const latency =
    record.base_latency_us.Ring[simple]! +
    (servers > 1 ? across : record.step_latency_us.nvlink.Ring[simple]!);
  const share = (peers: number): number => {
    if (operation === 'all-to-all') return (bytes * peers) / ranks;
    return peers > 0 ? bytes : 0;
  };
  const node = gpus > 1 ? share(gpus - 1) / (1000 * nvlink) : 0;
  const network = servers > 1 ? share(ranks - gpus) / (1000 * nic) : 0;
  return { seconds: (latency + Math.max(node, network)) / 1e6, latency: latency / 1e6 };
}

function stepsOf(
  algorithm: NcclAlgorithm,
  operation: PlannedOperation,
  { servers, gpus, ranks }: Cluster,
): number {
  const levels = Math.floor(Math.log2(servers));
  switch (algorithm) {
    case 'Ring':
      return ringSteps(operation, ranks);
    case 'Tree':
      return 2 * (gpus - 1 + levels);
    case 'NVLS':
      return servers > 1 ? 3 : 2;
    case 'NVLSTree':
      return 2 + 2 * levels;
    case 'PAT':
      return Math.max(1, levels);
  }
}

function bottleneck(latency: number, seconds: number): string {
  const share = Math.round((latency / seconds) * 100);
  return share >= 50
    ? `latency and start-up: ${String(share)} % of the time`
    : `bandwidth that the library plans for its channels: ${String(100 - share)} % of the time`;
}

function assumed({ servers, gpus, processor }: Cluster, kinds: readonly Link[]): string[] {
  return [
    ...(servers > 1
      ? ['Each GPU has a network port of its own at its server, as fast as the dimension.']
      : []),
    ...(kinds[0] === 'network' ? ['One GPU a server, of the Hopper generation.'] : []),
    ...(servers > 1 || gpus > 8
      ? [`Servers have ${processor === 'arm' ? 'Arm' : processor === 'amd' ? 'AMD' : 'Intel'} processors.`]
      : []),
  ];
}
