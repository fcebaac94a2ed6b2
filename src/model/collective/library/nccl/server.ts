import type { NcclRecord } from '../../../../data/schema/library.ts';
import { checkDimensions, type Dimension } from '../../dimension.ts';

export const links = ['nvlink3', 'nvlink4', 'nvlink5', 'network'] as const;
export type Link = (typeof links)[number];
export type Generation = keyof NcclRecord['generations'];
export const processors = ['intel', 'amd', 'arm'] as const;
export type Processor = (typeof processors)[number];

/** GPUs as NCCL sees them: servers joined by a network, the GPUs of one by NVLink switches. Bandwidths in GB/s, one way. */
export interface Cluster {
  readonly generation: Generation;
  readonly ranks: number;
  readonly servers: number;
  /** GPUs of one server; a whole NVLink domain counts as one. */
  readonly gpus: number;
  /** What the library plans for all NVLinks of a GPU; 0 for one GPU a server. */
  readonly nvlink: number;
  /** One network port for each GPU; 0 for one server. */
  readonly nic: number;
  /** Microseconds that the network's plug-in reports. */
  readonly reported: number;
  readonly processor: Processor;
  /** Whether the network's switches reduce too (SHARP). */
  readonly networkReduces: boolean;
}

export interface ClusterOptions {
  readonly processor?: Processor;
  readonly networkReduces?: boolean;
}

/**
 * Reads dimensions as a cluster: at most one of NVLink, the innermost, and networks outside it, all of them switches.
 * @param kinds the kind of link of each dimension.
 * @throws RangeError naming the dimension, its value and what is allowed.
 */
export function clusterOf(
  record: NcclRecord,
  dimensions: readonly Dimension[],
  kinds: readonly Link[],
  { processor, networkReduces = false }: ClusterOptions = {},
): Cluster {
  const ranks = checkDimensions(dimensions);
  if (kinds.length !== dimensions.length)
    throw new RangeError(
      `links is ${kinds.join(',') || 'missing'}, ${String(kinds.length)} values: allowed are ${String(dimensions.length)}, one for each dimension: ${links.join(', ')}`,
    );
  dimensions.forEach(({ kind }, d) => {
    if (kind !== 'switch')
      throw new RangeError(
        `dimension ${String(d)} is a ${kind} of ${kinds[d]!}: allowed at the library level of NCCL are switches; without them its search of rings has no closed form`,
      );
    if (d > 0 && kinds[d] !== 'network')
      throw new RangeError(
        `links of dimension ${String(d)} is ${kinds[d]!}: allowed is network; NVLink is the innermost dimension`,
      );
  });
  const inner = kinds[0] === 'network' ? undefined : dimensions[0]!;
  const outer = dimensions.slice(inner ? 1 : 0).filter(({ size }) => size > 1);
  const generation: Generation = kinds[0] === 'network' ? 'nvlink4' : (kinds[0] as Generation);
  const gpus = inner?.size ?? 1;
  const servers = ranks / gpus;
  const { link_gb_s: planned, link_wire_gb_s: wire } = record.generations[generation];
  const count = inner ? inner.bandwidth / 1e9 / wire : 0;
  if (gpus > 1 && Math.round(count) < 1)
    throw new RangeError(
      `bandwidth of dimension 0 is ${String(inner!.bandwidth / 1e9)} GB/s: allowed on ${generation} is ${String(wire)} GB/s, one link, and more`,
    );
  return {
    generation,
    ranks,
    servers,
    gpus,
    nvlink: gpus > 1 ? planned * Math.round(count) : 0,
    nic: servers > 1 ? Math.min(...outer.map(({ bandwidth }) => bandwidth / 1e9)) : 0,
    reported: servers > 1 ? Math.max(...outer.map(({ latency }) => latency * 1e6)) : 0,
    processor: processor ?? (generation === 'nvlink5' && gpus >= record.arm_from_gpus ? 'arm' : 'intel'),
    networkReduces,
  };
}
