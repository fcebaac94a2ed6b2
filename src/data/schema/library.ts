import { z } from 'zod';

const text = z.string().min(1);
const positive = z.number().positive();
const nonnegative = z.number().nonnegative();
const speeds = z.array(positive).min(1);

/** One figure for each protocol: LL, LL128, Simple. */
const byProtocol = z.tuple([nonnegative, nonnegative, nonnegative]);
const byAlgorithm = z.strictObject({
  Tree: byProtocol,
  Ring: byProtocol,
  NVLS: byProtocol,
  NVLSTree: byProtocol,
  PAT: byProtocol,
});
/** One server, two, more. */
const byServers = z.tuple([positive, positive, positive]);
const correction = z.array(positive).length(24);
const pieces = z.array(z.tuple([positive, z.int().positive()]));
/** Two servers, more. */
const acrossServers = z.tuple([positive, positive]);

const generation = z.strictObject({
  chip: text,
  /** What the library plans for one link, and what the link carries. */
  link_gb_s: positive,
  link_wire_gb_s: positive,
  /** Bandwidths of a channel that the search tries, within a server and over several. */
  speeds_node: speeds,
  speeds_network: speeds,
  /** Whether fast channels are split in two however many there are. */
  doubles_channels: z.boolean(),
  ll_gb_s: positive,
  ring_ll128_channel_gb_s: positive,
  tree_ll128_channel_gb_s: byServers,
  tree_channel_gb_s: byServers,
  /** Reduction in the NVLink switches, where the generation has it. */
  nvls: z
    .strictObject({
      efficiency: positive.max(1),
      tree_channel_gb_s: acrossServers,
      tree_corrected: z.boolean(),
    })
    .optional(),
});

const generations = ['nvlink3', 'nvlink4', 'nvlink5'] as const;

/** What NCCL plans a collective with: see content/libraries/nccl.yaml. */
export const ncclRecord = z.strictObject({
  name: z.literal('NCCL'),
  maker: text,
  version: text,
  repository: text,
  commit: text,
  sources: z.array(text).min(1),
  protocols: z.tuple([z.literal('LL'), z.literal('LL128'), z.literal('Simple')]),
  base_latency_us: byAlgorithm,
  step_latency_us: z.strictObject({ nvlink: byAlgorithm, network: byAlgorithm }),
  post_us: z.strictObject({ intel: positive, amd: positive, arm: positive }),
  ring_plateau: positive,
  pat: z.strictObject({ step_divisor: positive, rank_us: positive }),
  share: z.strictObject({
    ring_ll: positive,
    ring_ll128: positive,
    tree: positive,
    tree_ll_divisor: positive,
    tree_ll128_node: positive,
    tree_ll128_network: positive,
    tree_one_gpu: positive,
    pat: positive,
  }),
  ll_network_gb_s: z.strictObject({ intel: acrossServers, amd: acrossServers, arm: acrossServers }),
  tree_correction: z.strictObject({ LL: correction, LL128: correction, Simple: correction }),
  channels: z.strictObject({ most: z.int(), searched: z.int(), reducing: z.int() }),
  threads: z.strictObject({ LL: z.int(), LL128: z.int(), Simple: z.int() }),
  bytes_a_thread: z.strictObject({ LL: z.int(), LL128: z.int(), Simple: z.int() }),
  pieces: z.strictObject({ NVLS: pieces, NVLSTree: pieces }),
  switch_reduction: z.array(
    z.strictObject({
      generation: z.enum(generations).optional(),
      servers_least: z.int().optional(),
      servers_most: z.int().optional(),
      gpus_least: z.int().optional(),
      gpus_most: z.int().optional(),
      nic_least_gb_s: positive.optional(),
      channels: z.int().positive(),
      piece: z.int().positive(),
      tree_piece: z.int().positive(),
    }),
  ),
  generations: z.strictObject({ nvlink3: generation, nvlink4: generation, nvlink5: generation }),
  arm_from_gpus: z.int().positive(),
  networks: z.array(z.strictObject({ name: text, latency_us: nonnegative, sources: z.array(text).min(1) })),
});

const hcclAlgorithm = z.enum(['ring', 'halving-doubling', 'nhr', 'nb', 'ahc', 'pipeline', 'pairwise']);

/** What Huawei's guide says of HCCL's choice: see content/libraries/hccl.yaml. */
export const hcclRecord = z.strictObject({
  name: z.literal('HCCL'),
  maker: text,
  version: text,
  sources: z.array(text).min(1),
  /** Innermost first. */
  levels: z.array(z.strictObject({ id: z.enum(['server', 'servers', 'superpods']), name: text })).length(3),
  products: z
    .array(
      z.strictObject({
        id: text,
        name: text,
        /** Machines of the record that are this product. */
        systems: z.array(text),
        /** Between servers, and between SuperPoDs where that differs. */
        algorithms: z.array(hcclAlgorithm).min(1),
        superpods: z.array(hcclAlgorithm).min(1).optional(),
        /** How the library chooses: always the one; by whether the number is a power of two; not documented. */
        choice: z.enum(['one', 'power-of-two', 'undocumented']),
        note: text,
        sources: z.array(text).min(1),
      }),
    )
    .min(1),
  superpod_ring_below: z.int().positive(),
});

/** A communication library, by the one key that tells them apart. */
export const libraryRecord = z.discriminatedUnion('name', [ncclRecord, hcclRecord]);

export type NcclRecord = z.infer<typeof ncclRecord>;
export type HcclRecord = z.infer<typeof hcclRecord>;
export type LibraryRecord = z.infer<typeof libraryRecord>;
export type HcclAlgorithm = z.infer<typeof hcclAlgorithm>;
