import type { HcclAlgorithm } from '../../../../data/schema/library.ts';
import type { Operation } from '../../operation.ts';

/** What a level of the machine costs: seconds for a message, a byte on a rank's way out, and a byte reduced. */
export interface LevelCost {
  readonly ranks: number;
  /** Seconds. */
  readonly alpha: number;
  /** Seconds a byte on one link. */
  readonly beta: number;
  /** Messages of a mesh that share a link: all but one where a switch joins the ranks, else each has its own. */
  readonly turns: number;
  /** Seconds a byte. */
  readonly gamma: number;
}

/** Within a server the hardware decides; between servers one of these, each alone in its level. */
export type LevelAlgorithm = 'mesh' | Exclude<HcclAlgorithm, 'ahc' | 'pipeline'>;

/** Parts of a hierarchical collective, each within one level. */
export type LevelOperation =
  | Extract<Operation, 'all-reduce' | 'reduce-scatter' | 'all-gather' | 'all-to-all' | 'broadcast' | 'reduce'>
  | 'scatter'
  | 'gather';

const doublings = (ranks: number): number => Math.ceil(Math.log2(ranks));
const isPowerOfTwo = (ranks: number): boolean => Number.isInteger(Math.log2(ranks));

/** Times that a plan counts a message's start, the buffer's bytes and its reduction. */
interface Count {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

const seconds = ({ alpha, beta, gamma }: Count, level: LevelCost, bytes: number): number =>
  alpha * level.alpha + bytes * (beta * level.beta + gamma * level.gamma);

/**
 * Seconds of one level, as the guide counts them in alpha, beta and gamma.
 * @param bytes the whole buffer: what a rank brings, or for all-gather and gather what they end with.
 * @returns null where the guide gives the operation no such algorithm.
 * Source: HCCL user guide, pages Mesh, Ring, RHD, NHR, NB and Pairwise.
 */
export function levelTime(
  algorithm: LevelAlgorithm,
  operation: LevelOperation,
  level: LevelCost,
  bytes: number,
): number | null {
  if (level.ranks === 1) return 0;
  const count = counts(algorithm, operation, level.ranks);
  const turns = algorithm === 'mesh' ? level.turns : 1;
  return count && seconds({ ...count, beta: count.beta * turns }, level, bytes);
}

/** Messages that follow one another, or null where there is no such algorithm. */
export function levelSteps(
  algorithm: LevelAlgorithm,
  operation: LevelOperation,
  ranks: number,
): number | null {
  return ranks === 1 ? 0 : (counts(algorithm, operation, ranks)?.alpha ?? null);
}

function counts(algorithm: LevelAlgorithm, operation: LevelOperation, p: number): Count | null {
  const rest = (p - 1) / p;
  const half = (steps: number, bytes = rest): Record<'scatter' | 'reduceScatter', Count> => ({
    scatter: { alpha: steps, beta: bytes, gamma: 0 },
    reduceScatter: { alpha: steps, beta: bytes, gamma: rest },
  });
  if (operation === 'all-to-all') {
    if (algorithm === 'mesh') return { alpha: 1, beta: 1 / p, gamma: 0 };
    return algorithm === 'pairwise' ? { alpha: p - 1, beta: rest, gamma: 0 } : null;
  }
  switch (algorithm) {
    case 'pairwise':
      return null;
    case 'mesh':
      return twice(half(1, 1 / p), operation);
    case 'ring':
      if (operation === 'broadcast') return { alpha: p - 1, beta: p - 1, gamma: 0 };
      if (operation === 'reduce') return { alpha: p - 1, beta: p - 1, gamma: p - 1 };
      return twice(half(p - 1), operation);
    case 'nhr':
    case 'nb':
      return twice(half(doublings(p)), operation);
    case 'halving-doubling':
      return halvingDoubling(operation, p);
  }
}

/** An operation from its halves: reduce-scatter or scatter, then all-gather or gather. */
function twice(
  { scatter, reduceScatter }: Record<'scatter' | 'reduceScatter', Count>,
  operation: Exclude<LevelOperation, 'all-to-all'>,
): Count {
  const both = (a: Count, b: Count): Count => ({
    alpha: a.alpha + b.alpha,
    beta: a.beta + b.beta,
    gamma: a.gamma + b.gamma,
  });
  switch (operation) {
    case 'reduce-scatter':
      return reduceScatter;
    case 'all-gather':
    case 'scatter':
    case 'gather':
      return scatter;
    case 'broadcast':
      return both(scatter, scatter);
    case 'all-reduce':
    case 'reduce':
      return both(reduceScatter, scatter);
  }
}

/** Where the ranks are no power of two, those too many hand their data to a neighbour first and are served at the end. */
function halvingDoubling(operation: Exclude<LevelOperation, 'all-to-all'>, p: number): Count {
  const levels = Math.floor(Math.log2(p));
  const rest = (p - 1) / p;
  if (operation === 'broadcast') return { alpha: doublings(p), beta: doublings(p), gamma: 0 };
  if (isPowerOfTwo(p))
    return twice(
      {
        scatter: { alpha: levels, beta: rest, gamma: 0 },
        reduceScatter: { alpha: levels, beta: rest, gamma: rest },
      },
      operation,
    );
  const core = 2 ** levels;
  const within = (core - 1) / core;
  if (operation === 'all-reduce') return { alpha: 2 * levels + 2, beta: 2 * within + 2, gamma: within + 1 };
  if (operation === 'reduce') return { alpha: 2 * levels + 1, beta: 2 * within + 1, gamma: within + 1 };
  // Some ranks of the core hold two blocks, and each step is as long as the longest of its messages.
  let uneven = 0;
  for (let i = 1; i <= levels; i++) uneven += Math.ceil(p / 2 ** i) / p;
  const gamma = operation === 'reduce-scatter' ? 1 + uneven : 0;
  return { alpha: levels + 2, beta: 1 + uneven + 1 / p, gamma };
}

/**
 * Two levels at once: while a block crosses between servers, the one before spreads within them.
 * @param bytes the whole buffer.
 * @returns null for operations that the guide gives no pipeline.
 * Source: HCCL user guide, Pipeline.
 */
export function pipelineTime(
  operation: LevelOperation,
  within: LevelCost,
  between: LevelCost,
  bytes: number,
): number | null {
  if (operation !== 'all-reduce' && operation !== 'reduce-scatter' && operation !== 'all-gather') return null;
  const block = bytes / (within.ranks * between.ranks);
  const inner = within.ranks > 1 ? within.alpha + block * within.beta * within.turns : 0;
  const outer = between.alpha + block * between.beta;
  const once = Math.max(inner, outer) * (between.ranks - 1) + inner;
  return operation === 'all-reduce' ? 2 * once : once;
}

/**
 * Groups of equal size whose members are joined across by number, NB within and between.
 * @returns null for operations that the guide gives no such algorithm.
 * Source: HCCL user guide, AHC; its one row, headed ReduceScatter, counts the all-reduce that the text describes.
 */
export function concatenatedTime(
  operation: LevelOperation,
  within: LevelCost,
  between: LevelCost,
  bytes: number,
): number | null {
  if (operation !== 'all-reduce' && operation !== 'reduce-scatter' && operation !== 'all-gather') return null;
  const inner = levelTime('nb', operation === 'all-reduce' ? 'reduce-scatter' : operation, within, bytes)!;
  const outer = levelTime('nb', operation, between, bytes / within.ranks)!;
  return inner + outer + (operation === 'all-reduce' ? levelTime('nb', 'all-gather', within, bytes)! : 0);
}
