import { z } from 'zod';

const text = z.string().min(1);

const dimension = z.strictObject({
  kind: z.enum(['ring', 'fullmesh', 'switch']),
  size: z.int().min(1),
  /** One direction, 10⁹ bytes a second: of one link, or of a node's port for a switch. */
  bandwidth_gb_s: z.number().positive(),
  latency_us: z.number().nonnegative(),
});

/** The same machine as a communication library sees it. */
const measuredLibrary = {
  /** Innermost first; those of the machine where none are given. */
  dimensions: z.array(dimension).min(1).optional(),
  /** Where the library's constants and this reading come from. */
  reason: text,
  sources: z.array(text).default([]),
  /** Rows that the library's plan misses by more than half, and why. */
  outside: z.array(z.strictObject({ rows: z.array(text).min(1), reason: text })).default([]),
};

/** Published measurements of one operation on one class of machine, and how the model predicts them. */
export const measurementRecord = z.strictObject({
  name: text,
  sources: z.array(text).min(1),
  machine: z.strictObject({
    /** Innermost first; the last takes the ranks that the rows leave over. */
    dimensions: z.array(dimension).min(1),
    /** Microseconds before the first byte moves: launching kernels and what the library adds. */
    start_up_us: z.number().nonnegative(),
    /** Where these constants come from. */
    reason: text,
  }),
  operation: z.enum(['all-reduce', 'all-gather', 'reduce-scatter', 'all-to-all']),
  /** One for each dimension. */
  algorithms: z
    .array(
      z.enum([
        'ring',
        'direct',
        'halving-doubling',
        'binary-tree',
        'double-binary-tree',
        'in-network',
        'nhr',
        'nb',
      ]),
    )
    .min(1),
  /** Equal parts of the buffer, but none smaller than `least_chunk_bytes`. */
  chunks: z.int().min(1).default(1),
  least_chunk_bytes: z.number().positive().default(1),
  active_chunks: z.int().min(1).default(1),
  /** Share of the bandwidths that is reached, one for the class, and the rows it was taken from; 1 where none is. */
  efficiency: z.strictObject({
    value: z.number().positive().max(1),
    calibrated_on: z.array(text),
    reason: text,
  }),
  library: z.discriminatedUnion('name', [
    z.strictObject({
      name: z.literal('nccl'),
      links: z.array(z.enum(['nvlink3', 'nvlink4', 'nvlink5', 'network'])).min(1),
      processor: z.enum(['intel', 'amd', 'arm']).optional(),
      network_reduction: z.boolean().default(false),
      ...measuredLibrary,
    }),
    z.strictObject({
      name: z.literal('hccl'),
      links: z.array(z.enum(['server', 'servers', 'superpods'])).min(1),
      product: text.optional(),
      ...measuredLibrary,
    }),
  ]),
  /** How the rows are read, and where the model stops. */
  reading: text,
  rows: z
    .array(
      z.strictObject({
        id: text,
        ranks: z.int().min(2),
        /** Bytes of one rank as the model takes them. */
        bytes: z.number().positive(),
        measured: z.union([
          z.strictObject({ time_us: z.number().positive() }),
          z.strictObject({ bus_bandwidth_gb_s: z.number().positive() }),
        ]),
        /** Microseconds that the host takes for each call, where the benchmark counts them; the ideal levels do not. */
        host_us: z.number().positive().optional(),
        /** Way that the library is taken to have gone, where it is not its own choice; the class says why. */
        taken: z
          .strictObject({
            algorithm: z.enum(['Tree', 'Ring', 'NVLS', 'NVLSTree', 'PAT']),
            protocol: z.enum(['LL', 'LL128', 'Simple']),
          })
          .optional(),
        /** Relative difference that is still agreement; without it the row shows a limit. */
        tolerance: z.number().positive().optional(),
      }),
    )
    .min(1),
});

export type MeasurementRecord = z.infer<typeof measurementRecord>;
