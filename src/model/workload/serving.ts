import { predictCollective } from '../collective/collective.ts';
import type { Dimension } from '../collective/dimension.ts';
import type { Operation } from '../collective/operation.ts';
import { requirePositive } from '../topology/range.ts';
import { attentionWidths, denseLayers, expertWeights, type Architecture } from './architecture.ts';
import { forwardOperations, requireShare } from './compute.ts';
import { groupOf, sizeName, subDimensions } from './mapping.ts';
import { cachedPerLayer, servingMemory, type ServingMemory } from './memory.ts';
import { chipsOf, tokensHeld, type Parallelism } from './parallelism.ts';
import { expertSkew, layerSlice, tableSlice } from './slice.ts';
import type { Axis } from './traffic.ts';
import { byPart, weightBytes, type WeightFormat } from './weightFormat.ts';

export interface ServingChip {
  /** Operations per second in the format served, dense. */
  readonly peak: number;
  /** Bytes per second of the chip's memory. */
  readonly memoryBandwidth: number;
  /** Shares of both that kernels reach. */
  readonly computeEfficiency: number;
  readonly memoryEfficiency: number;
}

export interface ServingLoad {
  /** Sequences that one data-parallel rank decodes at once. */
  readonly sequences: number;
  /** Tokens that each already has when a token is decoded, and that a prompt has. */
  readonly context: number;
  readonly format: WeightFormat;
  readonly bytesPerCached: number;
  readonly bytesPerActivation: number;
}

/** One pass of the model, on one chip; seconds. */
export interface Pass {
  readonly compute: number;
  readonly memory: number;
  readonly communication: number;
  /** The longer of computing and memory, and communication after it. */
  readonly total: number;
  /** Operations for each byte read, and where the chip turns from memory-bound to compute-bound. */
  readonly intensity: number;
  readonly ridge: number;
  readonly bound: 'compute' | 'memory' | 'communication';
}

export interface Serving {
  readonly memory: ServingMemory;
  /** A prompt of `context` tokens for each sequence, all at once. */
  readonly prefill: Pass;
  /** One token for each sequence. */
  readonly decode: Pass;
  readonly tokensPerSecondPerSequence: number;
  readonly tokensPerSecondPerChip: number;
}

/**
 * Prefill and decode by roofline (Williams, Waterman and Patterson, CACM 52, 2009): a pass takes as long as its operations or
 * as the bytes that have to be read, whichever is longer. Decoding reads all weights that any token of the batch needs,
 * and every token's cache. Data-parallel ranks work side by side; stages of a pipeline one after the other.
 */
export function serve(
  model: Architecture,
  plan: Parallelism,
  load: ServingLoad,
  machine: readonly Dimension[],
  chip: ServingChip,
): Serving {
  requirePositive('peak', chip.peak);
  requirePositive('memory bandwidth', chip.memoryBandwidth);
  requireShare('compute efficiency', chip.computeEfficiency);
  requireShare('memory efficiency', chip.memoryEfficiency);
  requirePositive('bytes per activation', load.bytesPerActivation);
  const memory = servingMemory(model, plan, load.sequences, load.context, load.format, load.bytesPerCached);
  const prefill = pass(model, plan, load, machine, chip, 'prefill');
  const decode = pass(model, plan, load, machine, chip, 'decode');
  return {
    memory,
    prefill,
    decode,
    tokensPerSecondPerSequence: 1 / decode.total,
    tokensPerSecondPerChip: (load.sequences * plan.data) / (decode.total * chipsOf(plan)),
  };
}

function pass(
  model: Architecture,
  plan: Parallelism,
  load: ServingLoad,
  machine: readonly Dimension[],
  chip: ServingChip,
  phase: 'prefill' | 'decode',
): Pass {
  const decoding = phase === 'decode';
  // Context ranks share out the tokens of a prompt; a token to come is worked on by all of them, each against its own.
  const tokens = load.sequences * (decoding ? 1 : tokensHeld(load.context, plan.context));
  const against = decoding ? tokensHeld(load.context, plan.context) : load.context / 2;
  const operations =
    (tokens *
      (forwardOperations(model, 0).weights + skewed(model, plan) + attending(model, against, decoding))) /
    plan.tensor;
  const cached =
    load.sequences *
    tokensHeld(load.context, plan.context) *
    model.layers *
    cachedPerLayer(model, plan.tensor) *
    load.bytesPerCached;
  const bytes = touchedWeights(model, plan, tokens, load.format) + cached;
  const compute = operations / (chip.peak * chip.computeEfficiency);
  const memory = bytes / (chip.memoryBandwidth * chip.memoryEfficiency);
  const communication = communicate(model, plan, load, machine, tokens);
  const work = Math.max(compute, memory);
  return {
    compute,
    memory,
    communication,
    total: work + communication,
    intensity: operations / bytes,
    ridge: (chip.peak * chip.computeEfficiency) / (chip.memoryBandwidth * chip.memoryEfficiency),
    bound: communication > work ? 'communication' : compute > memory ? 'compute' : 'memory',
  };
}

/**
 * Operations of one token with the tokens before it. In decoding MLA stays in its compressed form: scores and values are
 * taken of the one shared vector, by every head (DeepSeek-V2, arXiv 2405.04434, section 2.1.2).
 */
function attending(model: Architecture, attended: number, decoding: boolean): number {
  const { attention, layers } = model;
  if (attention.kind === 'latent' && decoding)
    return 2 * layers * attended * attention.heads * (2 * attention.kv_rank + attention.rope_dim);
  const { score, value } = attentionWidths(model);
  return 2 * layers * attended * (score + value);
}

/** Operations of a token that the expert rank with most experts has on top of an even share. */
function skewed(model: Architecture, plan: Parallelism): number {
  const { experts } = model;
  if (!experts) return 0;
  return 2 * experts.layers * experts.top_k * expertWeights(model) * (expertSkew(model, plan.expert) - 1);
}

/**
 * Bytes of the weights of one tensor rank, over all stages, that a pass with so many tokens reads. A routed expert is read
 * when any token chose it; choices are taken as even and independent, so E experts of which each token picks k leave
 * E (1 − (1 − k/E)^tokens) of them in use. Expert parallelism brings the tokens of all its ranks to a rank's experts.
 */
function touchedWeights(
  model: Architecture,
  plan: Parallelism,
  tokens: number,
  format: WeightFormat,
): number {
  const { experts } = model;
  const routed = layerSlice(model, plan, true);
  const dense = layerSlice(model, plan, false);
  const inUse = experts ? 1 - (1 - experts.top_k / experts.routed) ** (tokens * plan.expert) : 0;
  const counts = byPart(
    (part) =>
      denseLayers(model) * dense[part] +
      (experts?.layers ?? 0) * routed[part] * (part === 'experts' ? inUse : 1),
  );
  return weightBytes(
    { ...counts, table: tableSlice(model, plan.tensor), norm: counts.norm + model.hidden },
    format,
  );
}

/** Seconds of the exchanges of one pass: two all-reduces a layer, two all-to-alls a layer of experts, stage to stage. */
function communicate(
  model: Architecture,
  plan: Parallelism,
  load: ServingLoad,
  machine: readonly Dimension[],
  tokens: number,
): number {
  const bytes = tokens * model.hidden * load.bytesPerActivation;
  const time = (axis: Axis, operation: Operation, size: number, count: number): number => {
    const group = groupOf(plan, axis);
    if (group.size < 2 || count === 0) return 0;
    const dimensions = subDimensions(machine, group.stride, group.size, sizeName(axis));
    const { seconds } = predictCollective(dimensions, {
      operation,
      algorithms: [],
      bytes: size,
      chunks: 1,
      activeChunks: 1,
      mode: 'local-bandwidth-aware',
      switching: 'cut-through',
      truncate: false,
      level: 'closed',
      ...(operation === 'point-to-point' ? { from: 0, to: 1 } : {}),
    });
    return count * seconds;
  };
  const { experts, layers } = model;
  return (
    time('tensor', 'all-reduce', bytes, 2 * layers) +
    (experts
      ? time(
          'expert',
          'all-to-all',
          (bytes * experts.top_k * expertSkew(model, plan.expert)) / plan.tensor,
          2 * experts.layers,
        )
      : 0) +
    time('pipeline', 'point-to-point', bytes / plan.tensor, plan.pipeline - 1)
  );
}
