import { predictCollective } from '../collective/collective.ts';
import type { Dimension } from '../collective/dimension.ts';
import type { Architecture } from './architecture.ts';
import { computeTime, stageOperations, trainingOperations } from './compute.ts';
import { stagesToWeigh } from './fullest.ts';
import type { Recomputation } from './activation.ts';
import { groupOf, sizeName, subDimensions } from './mapping.ts';
import {
  mixedPrecision,
  trainingMemory,
  type Sharding,
  type TrainingBatch,
  type TrainingMemory,
  type TrainingPrecision,
} from './memory.ts';
import { chipsOf, tokensHeld, type Parallelism } from './parallelism.ts';
import { trainingTraffic, type Exchange } from './traffic.ts';

/** What a chip gives. */
export interface ChipRates {
  /** Operations per second, dense. */
  readonly peak: number;
  /** Share of the peak that its kernels reach while they run. */
  readonly kernelEfficiency: number;
}

export interface ExchangeTime extends Exchange {
  /** Seconds of all of them in a step. */
  readonly seconds: number;
  readonly bottleneck: string;
}

export interface TrainingStep {
  readonly chips: number;
  /** Tokens of one step over all chips. */
  readonly tokens: number;
  readonly memory: TrainingMemory;
  readonly exchanges: readonly ExchangeTime[];
  /** Seconds that the stage with most to do computes, recomputation included. */
  readonly compute: number;
  /** Seconds that stages of the pipeline wait at its ends. */
  readonly bubble: number;
  /** Seconds of a step when everything waits for everything. */
  readonly alone: number;
  /** Seconds of a step when what can be is hidden behind computing: see `hidden`. */
  readonly overlapped: number;
  /** Share of the chips' peak that the model's own operations come to, in both cases. */
  readonly utilisation: { readonly alone: number; readonly overlapped: number };
}

/** Exchanges that run beside computing: gradients and weights, keys and values, and what stages hand on. */
const hidden = new Set(['data', 'context', 'pipeline']);

/**
 * Time of one training step on a machine. Without overlap: compute, bubble and all exchanges one after the other. With it:
 * tensor and expert exchanges, which the next layer waits for, are added to computing, and the others take longer only by
 * what computing does not cover. A pipeline of p stages and m microbatches idles for (p − 1)/m of the rest (Narayanan et
 * al., arXiv 2104.04473).
 * @throws RangeError for plans that fit neither the model nor the machine.
 */
export function trainingStep(
  model: Architecture,
  plan: Parallelism,
  batch: TrainingBatch,
  machine: readonly Dimension[],
  chip: ChipRates,
  options: {
    readonly sharding: Sharding;
    readonly recompute: Recomputation;
    readonly precision?: TrainingPrecision;
  },
): TrainingStep {
  const precision = options.precision ?? mixedPrecision;
  const memory = trainingMemory(model, plan, batch, options.sharding, options.recompute, precision);
  const chips = chipsOf(plan);
  const tokens = batch.microbatch * batch.microbatches * batch.sequence * plan.data;
  const operations = trainingOperations(model, tokens, batch.sequence);
  // Stages wait for the slowest; working everything out again costs one more way forward beside three.
  const ways = options.recompute === 'full' ? 4 : 3;
  const slowest = Math.max(
    ...stagesToWeigh(model, plan).map((stage) => stageOperations(model, plan, stage, batch.sequence / 2)),
  );
  const tokensEach = batch.microbatches * batch.microbatch * tokensHeld(batch.sequence, plan.context);
  const compute = computeTime(ways * tokensEach * slowest, plan.tensor, chip.peak, chip.kernelEfficiency);
  const exchanges = trainingTraffic(model, plan, batch, options.sharding, precision).map((exchange) => {
    const { stride, size } = groupOf(plan, exchange.axis);
    const { dimensions, ranks } = groupsFor(machine, exchange, plan, stride, size);
    const result = predictCollective(dimensions, {
      operation: exchange.operation,
      algorithms: [],
      bytes: exchange.bytes,
      chunks: 1,
      activeChunks: 1,
      mode: 'local-bandwidth-aware',
      switching: 'cut-through',
      truncate: false,
      level: 'closed',
      ...(exchange.operation === 'point-to-point' ? { from: 0, to: ranks > 1 ? 1 : 0 } : {}),
    });
    return { ...exchange, seconds: exchange.count * result.seconds, bottleneck: result.bottleneck };
  });
  const sum = (part: readonly ExchangeTime[]): number =>
    part.reduce((total, { seconds }) => total + seconds, 0);
  const idle = (plan.pipeline - 1) / batch.microbatches;
  const exposed = sum(exchanges.filter(({ axis }) => !hidden.has(axis)));
  const beside = sum(exchanges.filter(({ axis }) => hidden.has(axis)));
  const bubble = idle * (compute + exposed);
  const alone = compute + bubble + exposed + beside;
  const overlapped = exposed + bubble + Math.max(compute, beside);
  const ideal = operations / (chips * chip.peak);
  return {
    chips,
    tokens,
    memory,
    exchanges,
    compute,
    bubble,
    alone,
    overlapped,
    utilisation: { alone: ideal / alone, overlapped: ideal / overlapped },
  };
}

/** The dimensions of an exchange's group; gradients of spread experts meet only every `expert`-th rank. */
function groupsFor(
  machine: readonly Dimension[],
  exchange: Exchange,
  plan: Parallelism,
  stride: number,
  size: number,
): { dimensions: Dimension[]; ranks: number } {
  const spread = exchange.axis === 'data' && exchange.what.endsWith('experts') ? plan.expert : 1;
  return {
    dimensions: subDimensions(machine, stride * spread, size / spread, sizeName(exchange.axis)),
    ranks: size / spread,
  };
}
