import { z } from 'zod';
import { partialDate } from './date.ts';
import { statuses } from './statement.ts';

const text = z.string().min(1);
const count = z.int().min(1);

/** Who says so, and when. */
const said = {
  status: z.enum(statuses),
  stated_on: partialDate,
  as_of: partialDate,
  sources: z.array(text).min(1),
  note: text.optional(),
};

/** How a layer attends. */
const attention = z.discriminatedUnion('kind', [
  /** Multi-head attention; with fewer key-value heads than query heads it is grouped-query (GQA). */
  z.strictObject({ kind: z.literal('heads'), query_heads: count, kv_heads: count, head_dim: count }),
  /** Multi-head latent attention (MLA): keys and values are kept as one compressed vector a token. */
  z.strictObject({
    kind: z.literal('latent'),
    heads: count,
    query_rank: count,
    kv_rank: count,
    /** Width a head of the part that carries the position, of the rest, and of values. */
    rope_dim: count,
    nope_dim: count,
    value_dim: count,
  }),
]);

/** Mixture of experts: feed-forward blocks of which a router picks some for each token. */
const experts = z.strictObject({
  routed: count,
  shared: z.int().min(0),
  top_k: count,
  hidden: count,
  /** Layers with experts instead of the dense block: every `every`-th (1 by default), counted back from the last. */
  layers: count,
  every: count.optional(),
});

const stated = z.strictObject({ value: z.number().positive(), ...said });

const fits = ({
  layers,
  experts: mixture,
}: {
  layers: number;
  experts?: z.infer<typeof experts> | undefined;
}) => !mixture || (mixture.layers - 1) * (mixture.every ?? 1) < layers;

/** A language model as its makers describe it: what memory, compute and traffic are worked out from. */
export const modelRecord = z.strictObject({
  name: text,
  maker: text,
  architecture: z
    .strictObject({
      layers: count,
      hidden: count,
      vocabulary: count,
      /** Whether the input and the output table are one. */
      tied_embeddings: z.boolean(),
      attention,
      /** Of the dense layers; `matrices` is 3 with a gate (SwiGLU), 2 without. */
      feed_forward: z
        .strictObject({ hidden: count, matrices: z.union([z.literal(2), z.literal(3)]) })
        .optional(),
      experts: experts.optional(),
      /** Modules that predict a further token, stored beside the layers and not loaded unless they are used. */
      prediction_layers: count.optional(),
      ...said,
    })
    .refine(fits, {
      error:
        'has more layers with experts than it has room for: allowed: (layers - 1) × every below its layers',
      path: ['experts'],
    }),
  /** Tokens of the longest context. */
  context: stated,
  /** The number format of the released weights, and which parts are in it; the others are in BF16. */
  release: z.strictObject({
    format: z.enum(['bf16', 'fp8', 'mxfp8', 'mxfp4', 'nvfp4']),
    narrow: z
      .array(z.enum(['table', 'attention', 'feedForward', 'experts', 'router', 'norm']))
      .min(1)
      .optional(),
    ...said,
  }),
  /** Bytes of the published weights. */
  checkpoint: stated.optional(),
  /** What the makers print, to be compared with what the architecture comes to. */
  total_parameters: stated,
  active_parameters: stated.optional(),
  /** What the record leaves open and the architecture needs. */
  assumptions: z.array(z.strictObject({ says: text, reason: text })).default([]),
  /** What is simplified, in words. */
  simplified: z.array(text).default([]),
});

export type ModelRecord = z.infer<typeof modelRecord>;
