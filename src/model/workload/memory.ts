import { requireInteger, requirePositive } from '../topology/range.ts';
import { layerActivations, type Recomputation } from './activation.ts';
import type { Architecture } from './architecture.ts';
import { fullestOf, stagesToWeigh } from './fullest.ts';
import { checkParallelism, tokensHeld, type Parallelism } from './parallelism.ts';
import { keyHeadsHeld, layerSlice, stageSlice, tableSlice } from './slice.ts';
import type { Stage } from './stage.ts';
import { formatOf, weightBytes, weightParts, type WeightCounts, type WeightFormat } from './weightFormat.ts';

/** Bytes that training keeps for each weight. */
export interface TrainingPrecision {
  readonly weight: WeightFormat;
  readonly gradient: number;
  /** Master copy and the optimiser's averages. */
  readonly optimiser: number;
  /** One number of an activation. */
  readonly activation: number;
}

/** Mixed precision with Adam: 2 + 2 bytes in BF16 and 12 in FP32 (Rajbhandari et al., arXiv 1910.02054). */
export const mixedPrecision: TrainingPrecision = {
  weight: formatOf('bf16'),
  gradient: 2,
  optimiser: 12,
  activation: 2,
};

/**
 * What the data-parallel ranks share out among themselves (ZeRO stages): nothing, optimiser state, also gradients, also
 * weights.
 */
export const shardings = ['none', 'optimiser', 'gradients', 'weights'] as const;
export type Sharding = (typeof shardings)[number];

export interface TrainingBatch {
  /** Tokens of one sequence. */
  readonly sequence: number;
  /** Sequences that one data-parallel rank works on at once. */
  readonly microbatch: number;
  /** Microbatches of one step for each data-parallel rank. */
  readonly microbatches: number;
}

/** Bytes of training on the fullest chip of a stage. */
export interface TrainingMemory {
  readonly stage: Stage;
  readonly weights: number;
  readonly gradients: number;
  readonly optimiser: number;
  readonly activations: number;
  /** Where weights are shared out: the largest layer or table, which is brought together to be used. */
  readonly gathered: number;
  readonly total: number;
}

/** Memory of training on the fullest chip; see `trainingStages`. */
export function trainingMemory(...given: Parameters<typeof trainingStages>): TrainingMemory {
  return fullestOf(trainingStages(...given));
}

/**
 * Memory of training on the fullest chip of each kind of stage. Stage s of p (from 0) keeps the activations of p − s
 * microbatches at once (one forward, one backward in turn; Narayanan et al., arXiv 2104.04473), or of all where there are
 * fewer.
 * @param stages those to weigh, one of each kind if left out.
 * @throws RangeError for impossible plans and batches.
 */
export function trainingStages(
  model: Architecture,
  plan: Parallelism,
  batch: TrainingBatch,
  sharding: Sharding,
  recompute: Recomputation,
  precision: TrainingPrecision = mixedPrecision,
  stages?: readonly Stage[],
): TrainingMemory[] {
  checkParallelism(model, plan);
  checkBatch(batch);
  const tokens = batch.microbatch * tokensHeld(batch.sequence, plan.context);
  const copies = plan.data * plan.context;
  const shared = (part: Sharding): boolean => shardings.indexOf(sharding) >= shardings.indexOf(part);
  const kept = (withExperts: boolean): number =>
    precision.activation * layerActivations(model, plan, withExperts, recompute, tokens);
  const [dense, routed] = [kept(false), kept(true)];
  const gathered = shared('weights') && copies > 1 ? largestUnit(model, plan, precision.weight) : null;
  return (stages ?? stagesToWeigh(model, plan)).map((stage) => {
    const slice = stageSlice(model, plan, stage);
    const whole = { copies: 1, expertCopies: 1 };
    const cut = { copies, expertCopies: copies / plan.expert };
    const bytes = (part: Sharding, each: WeightFormat | number): number =>
      sharedBytes(slice, each, shared(part) ? cut : whole);
    const weights = bytes('weights', precision.weight);
    const gradients = bytes('gradients', precision.gradient);
    const optimiser = bytes('optimiser', precision.optimiser);
    const inFlight = Math.min(stage.of - stage.index, batch.microbatches);
    const perMicrobatch = (stage.layers - stage.expertLayers) * dense + stage.expertLayers * routed;
    const activations = inFlight * perMicrobatch;
    const brought = gathered ? gathered(stage) : 0;
    const total = weights + gradients + optimiser + activations + brought;
    return { stage, weights, gradients, optimiser, activations, gathered: brought, total };
  });
}

/** Bytes of a slice where so many ranks that hold the same weights share them out, each taking whole numbers. */
function sharedBytes(
  slice: WeightCounts,
  each: WeightFormat | number,
  { copies, expertCopies }: { readonly copies: number; readonly expertCopies: number },
): number {
  const width = (part: (typeof weightParts)[number]): number =>
    typeof each === 'number' ? each : each[part];
  return weightParts.reduce(
    (sum, part) => sum + width(part) * Math.ceil(slice[part] / (part === 'experts' ? expertCopies : copies)),
    0,
  );
}

/** Bytes of the largest layer or table of a stage that is brought together when its weights are shared out. */
function largestUnit(model: Architecture, plan: Parallelism, format: WeightFormat): (stage: Stage) => number {
  const split = plan.data * plan.context > plan.expert;
  const bytesOf = (withExperts: boolean): number => {
    const slice = layerSlice(model, plan, withExperts);
    return weightBytes(split ? slice : { ...slice, experts: 0 }, format);
  };
  const [dense, routed] = [bytesOf(false), bytesOf(true)];
  const table = format.table * tableSlice(model, plan.tensor);
  return ({ layers, expertLayers, input, output }) =>
    Math.max(layers > expertLayers ? dense : 0, expertLayers > 0 ? routed : 0, input || output ? table : 0);
}

/** @throws RangeError for sequences and batches that could not be. */
export function checkBatch({ sequence, microbatch, microbatches }: TrainingBatch): void {
  requireInteger('sequence', sequence, 1, 100_000_000);
  requireInteger('microbatch', microbatch, 1, 1_000_000);
  requireInteger('microbatches', microbatches, 1, 1_000_000);
}

/** Bytes of serving on the fullest chip of a stage: its part of the weights, and its part of the cache of its sequences. */
export interface ServingMemory {
  readonly stage: Stage;
  readonly weights: number;
  readonly cache: number;
  readonly total: number;
}

/** Memory of serving on the fullest chip; see `servingStages`. */
export function servingMemory(...given: Parameters<typeof servingStages>): ServingMemory {
  return fullestOf(servingStages(...given));
}

/**
 * Memory of serving on the fullest chip of each kind of stage. Keys and values are cut by tensor parallelism into whole
 * heads; with more ranks than key-value heads, and for MLA's one vector, ranks keep the same.
 * @param sequences that one data-parallel rank serves at once.
 * @param context tokens of each.
 * @param stages those to weigh, one of each kind if left out.
 */
export function servingStages(
  model: Architecture,
  plan: Parallelism,
  sequences: number,
  context: number,
  format: WeightFormat,
  bytesPerCached: number,
  stages?: readonly Stage[],
): ServingMemory[] {
  checkParallelism(model, plan);
  requireInteger('sequences', sequences, 1, 1_000_000_000);
  requireInteger('context', context, 1, 1_000_000_000);
  requirePositive('bytes per cached number', bytesPerCached);
  const perLayer =
    cachedPerLayer(model, plan.tensor) * bytesPerCached * sequences * tokensHeld(context, plan.context);
  return (stages ?? stagesToWeigh(model, plan)).map((stage) => {
    const weights = weightBytes(stageSlice(model, plan, stage), format);
    const cache = stage.layers * perLayer;
    return { stage, weights, cache, total: weights + cache };
  });
}

/** Numbers that a token leaves in a layer's cache on the tensor rank that has most. */
export function cachedPerLayer(model: Architecture, tensor: number): number {
  const { attention } = model;
  return attention.kind === 'heads'
    ? 2 * keyHeadsHeld(model, tensor) * attention.head_dim
    : attention.kv_rank + attention.rope_dim;
}
