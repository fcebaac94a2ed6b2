import { requireInteger, requirePositive } from '../topology/range.ts';
import { cachePerToken, countParameters, type Architecture } from './architecture.ts';
import { checkParallelism, type Parallelism } from './parallelism.ts';

/** Bytes that training keeps for each weight. */
export interface TrainingPrecision {
  readonly weight: number;
  readonly gradient: number;
  /** Master copy and the optimiser's averages. */
  readonly optimiser: number;
  /** One number of an activation. */
  readonly activation: number;
}

/** Mixed precision with Adam: 2 + 2 bytes in BF16 and 12 in FP32 (Rajbhandari et al., arXiv 1910.02054). */
export const mixedPrecision: TrainingPrecision = { weight: 2, gradient: 2, optimiser: 12, activation: 2 };

/**
 * What the data-parallel ranks share out among themselves (ZeRO stages): nothing, optimiser state, also gradients, also
 * weights.
 */
export const shardings = ['none', 'optimiser', 'gradients', 'weights'] as const;
export type Sharding = (typeof shardings)[number];

/** What is thrown away on the way forward and worked out again on the way back. */
export const recomputations = ['none', 'attention', 'full'] as const;
export type Recomputation = (typeof recomputations)[number];

export interface TrainingBatch {
  /** Tokens of one sequence. */
  readonly sequence: number;
  /** Sequences that one data-parallel rank works on at once. */
  readonly microbatch: number;
  /** Microbatches of one step for each data-parallel rank. */
  readonly microbatches: number;
}

/** Bytes on the chip that holds most: the first stage of the pipeline. */
export interface TrainingMemory {
  readonly weights: number;
  readonly gradients: number;
  readonly optimiser: number;
  readonly activations: number;
  readonly total: number;
}

/**
 * Weights of one chip: those of its pipeline stage, cut by tensor parallelism; routed experts also by expert parallelism.
 * Stages are taken as equal.
 */
export function weightsPerChip(
  model: Architecture,
  { tensor, pipeline, expert }: Parallelism,
): { readonly shared: number; readonly experts: number } {
  const { total, routedExperts } = countParameters(model);
  return {
    shared: (total - routedExperts) / (tensor * pipeline),
    experts: routedExperts / (tensor * pipeline * expert),
  };
}

/**
 * Bytes that one layer keeps of one token for the way back, before tensor parallelism. With h = hidden, as in Korthikanti et
 * al. (arXiv 2205.05198) without dropout: inputs of both norms and both blocks, queries, keys and values, attention's
 * output and the wide activations of the feed-forward block. Scores are not kept (FlashAttention works them out again)
 * but where `scores` asks for them.
 */
export function activationBytes(
  model: Architecture,
  recompute: Recomputation,
  bytes: number,
  sequence: number,
  scores = false,
): number {
  const { hidden, attention, feed_forward, experts, layers } = model;
  if (recompute === 'full') return bytes * hidden;
  const [queries, keysValues, heads] =
    attention.kind === 'heads'
      ? [
          attention.query_heads * attention.head_dim,
          2 * attention.kv_heads * attention.head_dim,
          attention.query_heads,
        ]
      : [
          attention.heads * (attention.nope_dim + attention.rope_dim),
          attention.heads * (attention.nope_dim + attention.rope_dim + attention.value_dim),
          attention.heads,
        ];
  const norms = 2 * hidden;
  const attended =
    recompute === 'attention'
      ? hidden
      : hidden + queries + keysValues + queries + (scores ? 2 * heads * sequence : 0);
  // A gate keeps both wide inputs and their product, a plain block the input and the output of its bend.
  const wide = (width: number, matrices: number): number => hidden + (matrices === 3 ? 3 : 2) * width;
  const dense = feed_forward ? wide(feed_forward.hidden, feed_forward.matrices) : 0;
  const routed = experts ? (experts.top_k + experts.shared) * wide(experts.hidden, 3) : 0;
  const moeShare = (experts?.layers ?? 0) / layers;
  return bytes * (norms + attended + (1 - moeShare) * dense + moeShare * routed);
}

/**
 * Memory of training on the fullest chip. The first stage of a pipeline keeps the activations of as many microbatches as
 * there are stages (one forward, one backward in turn; Narayanan et al., arXiv 2104.04473).
 * @throws RangeError for impossible plans and batches.
 */
export function trainingMemory(
  model: Architecture,
  plan: Parallelism,
  batch: TrainingBatch,
  sharding: Sharding,
  recompute: Recomputation,
  precision: TrainingPrecision = mixedPrecision,
): TrainingMemory {
  checkParallelism(model, plan);
  checkBatch(batch);
  const { shared, experts } = weightsPerChip(model, plan);
  const copies = plan.data * plan.context;
  /** Weights left on a chip when the ranks that hold the same ones share them out. */
  const split = shared / copies + experts / (copies / plan.expert);
  const whole = shared + experts;
  const from = (stage: Sharding): number =>
    shardings.indexOf(sharding) >= shardings.indexOf(stage) ? split : whole;
  const tokens = (batch.microbatch * batch.sequence) / plan.context;
  const inFlight = Math.min(plan.pipeline, batch.microbatches);
  const activations =
    (activationBytes(model, recompute, precision.activation, batch.sequence) *
      tokens *
      (model.layers / plan.pipeline) *
      inFlight) /
    plan.tensor;
  const weights = precision.weight * from('weights');
  const gradients = precision.gradient * from('gradients');
  const optimiser = precision.optimiser * from('optimiser');
  return { weights, gradients, optimiser, activations, total: weights + gradients + optimiser + activations };
}

/** @throws RangeError for sequences and batches that could not be. */
export function checkBatch({ sequence, microbatch, microbatches }: TrainingBatch): void {
  requireInteger('sequence', sequence, 1, 100_000_000);
  requireInteger('microbatch', microbatch, 1, 1_000_000);
  requireInteger('microbatches', microbatches, 1, 1_000_000);
}

/** Bytes of one chip that serves: its part of the weights, and the cache of all its tokens. */
export interface ServingMemory {
  readonly weights: number;
  readonly cache: number;
  readonly total: number;
}

/**
 * Memory of serving. Keys and values are cut by tensor parallelism as far as there are key-value heads; MLA's one vector is
 * kept whole by every tensor rank.
 * @param sequences that one data-parallel rank serves at once.
 * @param context tokens of each.
 */
export function servingMemory(
  model: Architecture,
  plan: Parallelism,
  sequences: number,
  context: number,
  bytesPerWeight: number,
  bytesPerCached: number,
): ServingMemory {
  checkParallelism(model, plan);
  requirePositive('sequences', sequences);
  requirePositive('context', context);
  requirePositive('bytes per weight', bytesPerWeight);
  requirePositive('bytes per cached number', bytesPerCached);
  const { shared, experts } = weightsPerChip(model, plan);
  const weights = bytesPerWeight * (shared + experts);
  const cache =
    (cachePerToken(model) * bytesPerCached * sequences * context) /
    (cacheShards(model, plan) * plan.pipeline);
  return { weights, cache, total: weights + cache };
}

/** Among how many chips of a stage the cache of one sequence is divided. */
export function cacheShards({ attention }: Architecture, { tensor, context }: Parallelism): number {
  return context * (attention.kind === 'heads' ? Math.min(tensor, attention.kv_heads) : 1);
}
