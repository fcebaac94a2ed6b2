import { requirePositive } from '../topology/range.ts';
import {
  attentionWeights,
  attentionWidths,
  countParameters,
  expertWeights,
  type Architecture,
} from './architecture.ts';
import type { Parallelism } from './parallelism.ts';
import { expertSkew } from './slice.ts';
import type { Stage } from './stage.ts';

/** Operations for one token. */
export interface TokenOperations {
  /** Two for each active weight. */
  readonly weights: number;
  /** Attention's products with the tokens before, which no weight takes part in. */
  readonly attention: number;
}

/**
 * Operations of one token's way forward: two for each active weight (a multiplication and an addition), and two for each
 * element of its scores and of its weighted values.
 * @param context tokens that it attends to; in training half the sequence on average.
 */
export function forwardOperations(model: Architecture, context: number): TokenOperations {
  requirePositive('context', context, true);
  const { score, value } = attentionWidths(model);
  return {
    weights: 2 * countParameters(model).active,
    attention: 2 * model.layers * context * (score + value),
  };
}

/**
 * Operations of one token's way forward through a stage, before tensor parallelism, on the expert rank that has most to do:
 * as `forwardOperations`, of the layers that the stage holds, and of the output table where it does.
 */
export function stageOperations(
  model: Architecture,
  { expert }: Pick<Parallelism, 'expert'>,
  { layers, expertLayers, output }: Stage,
  context: number,
): number {
  const { hidden, vocabulary, feed_forward, experts } = model;
  const { score, value } = attentionWidths(model);
  const dense = feed_forward ? feed_forward.matrices * hidden * feed_forward.hidden : 0;
  const routed = experts
    ? (experts.shared + experts.top_k * expertSkew(model, expert)) * expertWeights(model) +
      experts.routed * hidden
    : 0;
  const weights =
    layers * (attentionWeights(model) + 2 * hidden) +
    (layers - expertLayers) * dense +
    expertLayers * routed +
    (output ? (vocabulary + 1) * hidden : 0);
  return 2 * weights + 2 * layers * context * (score + value);
}

/**
 * Operations of training, by the rule of six: forward 2, backward 4 for each active weight and token (Kaplan et al., arXiv
 * 2001.08361). With a sequence length, attention is added on top in the same proportion.
 */
export function trainingOperations(model: Architecture, tokens: number, sequence = 0): number {
  requirePositive('tokens', tokens);
  const { weights, attention } = forwardOperations(model, sequence / 2);
  return 3 * tokens * (weights + attention);
}

/** Where the rule of six is applied to a number of weights instead of an architecture. */
export function ruleOfSix(activeWeights: number, tokens: number): number {
  return 6 * requirePositive('active weights', activeWeights) * requirePositive('tokens', tokens);
}

/** Seconds that so many operations take on `chips` at a share of their peak. */
export function computeTime(operations: number, chips: number, peak: number, utilisation: number): number {
  requirePositive('operations', operations);
  requirePositive('chips', chips);
  requirePositive('peak', peak);
  requireShare('utilisation', utilisation);
  return operations / (chips * peak * utilisation);
}

/** Share of the peak that a run has used on the model's own operations (MFU; Chowdhery et al., arXiv 2204.02311). */
export function utilisationOf(operations: number, chipSeconds: number, peak: number): number {
  return (
    requirePositive('operations', operations) /
    (requirePositive('chip seconds', chipSeconds) * requirePositive('peak', peak))
  );
}

/** @throws RangeError for a share outside 0 to 1. */
export function requireShare(name: string, value: number): number {
  if (!(value > 0 && value <= 1))
    throw new RangeError(`${name} is ${String(value)}: allowed are shares above 0 and up to 1`);
  return value;
}
