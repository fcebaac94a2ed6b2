import type { Operation } from '../collective/operation.ts';
import type { Architecture } from './architecture.ts';
import { stagesToWeigh } from './fullest.ts';
import {
  cachedPerLayer,
  checkBatch,
  type Sharding,
  type TrainingBatch,
  type TrainingPrecision,
} from './memory.ts';
import { checkParallelism, tokensHeld, type Parallelism } from './parallelism.ts';
import { expertSkew, stageSlice } from './slice.ts';
import { byPart, weightBytes, weightParts, type WeightCounts } from './weightFormat.ts';

export const axes = ['tensor', 'context', 'data', 'pipeline', 'expert'] as const;
/** The kind of parallelism that an exchange belongs to. */
export type Axis = (typeof axes)[number];

/** Collectives of one kind in one training step of one chip. */
export interface Exchange {
  readonly axis: Axis;
  readonly what: string;
  readonly operation: Operation;
  /** Bytes of one rank as `predictCollective` takes them. */
  readonly bytes: number;
  /** How often in a step. */
  readonly count: number;
}

/**
 * What a training step moves, of each kind of exchange in the stage that has most of it. Tensor parallelism all-reduces a block's output twice a layer, forward and backward (Shoeybi et
 * al., arXiv 1909.08053); context parallelism passes keys and values round a ring (Liu et al., arXiv 2310.01889); pipeline
 * stages hand activations on and gradients back; data parallelism sums gradients; experts get their tokens by an all-to-all
 * and send results back by another, forward and backward.
 */
export function trainingTraffic(
  model: Architecture,
  plan: Parallelism,
  batch: TrainingBatch,
  sharding: Sharding,
  precision: TrainingPrecision,
): Exchange[] {
  checkParallelism(model, plan);
  checkBatch(batch);
  const { tensor, context, data, pipeline, expert } = plan;
  const tokens = batch.microbatch * tokensHeld(batch.sequence, context);
  const stages = stagesToWeigh(model, plan);
  const layers = Math.max(...stages.map((stage) => stage.layers));
  const expertLayers = Math.max(...stages.map((stage) => stage.expertLayers));
  const { microbatches } = batch;
  const hidden = tokens * model.hidden * precision.activation;
  const exchanges: Exchange[] = [];
  const add = (axis: Axis, what: string, operation: Operation, bytes: number, count: number): void => {
    if (bytes > 0 && count > 0) exchanges.push({ axis, what, operation, bytes, count });
  };
  if (tensor > 1)
    add('tensor', 'outputs of attention and feed-forward', 'all-reduce', hidden, 4 * layers * microbatches);
  if (context > 1) {
    // Forward once, backward with the gradients beside them.
    add(
      'context',
      'keys and values',
      'all-gather',
      tokens * cachedPerLayer(model, tensor) * precision.activation,
      3 * layers * microbatches,
    );
  }
  if (pipeline > 1)
    add('pipeline', 'activations and their gradients', 'point-to-point', hidden / tensor, 2 * microbatches);
  if (expert > 1 && model.experts) {
    // The rank with most experts is waited for.
    const sent = (hidden * model.experts.top_k * expertSkew(model, expert)) / tensor;
    add('expert', 'tokens to experts and back', 'all-to-all', sent, 4 * expertLayers * microbatches);
  }
  const copies = data * context;
  const none = byPart(() => 0);
  const slices = stages.map((stage) => stageSlice(model, plan, stage));
  const experts = largest(slices.map((slice) => ({ ...none, experts: slice.experts })));
  const shared = largest(slices.map((slice) => ({ ...slice, experts: 0 })));
  const sum = (weights: WeightCounts, ranks: number, what: string): void => {
    const count = countOf(weights);
    if (ranks < 2 || count === 0) return;
    const bytes = count * precision.gradient;
    if (sharding === 'none') add('data', `gradients of ${what}`, 'all-reduce', bytes, 1);
    else {
      add('data', `gradients of ${what}`, 'reduce-scatter', bytes, 1);
      // Sharded weights are gathered for the way forward and again for the way back.
      const gathers = sharding === 'weights' ? 2 * microbatches : 1;
      add(
        'data',
        `weights of ${what}`,
        'all-gather',
        weightBytes(weights, precision.weight) / ranks,
        gathers,
      );
    }
  };
  sum(shared, copies, 'shared layers');
  sum(experts, copies / expert, 'experts');
  return exchanges;
}

const countOf = (weights: WeightCounts): number => weightParts.reduce((sum, part) => sum + weights[part], 0);

const largest = (slices: readonly WeightCounts[]): WeightCounts =>
  slices.reduce((most, each) => (countOf(each) > countOf(most) ? each : most));
