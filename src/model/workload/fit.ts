import { requireInteger, requirePositive } from '../topology/range.ts';
import { attentionWeights, type Architecture } from './architecture.ts';
import { mixedPrecision, servingMemory, trainingMemory } from './memory.ts';

/** What fills memory, in the order it is laid out. */
export const memoryParts = ['weights', 'optimiser', 'gradients', 'activations', 'cache'] as const;
export type MemoryPart = (typeof memoryParts)[number];

/** What is to be held in memory. */
export interface FitLoad {
  readonly model: Architecture;
  readonly mode: 'inference' | 'training';
  readonly bytesPerWeight: number;
  /** Tokens of a sequence. */
  readonly context: number;
  /** Sequences at once. */
  readonly batch: number;
}

export interface Fit {
  /** Bytes of each part; zero where the mode has no such part. */
  readonly bytes: Readonly<Record<MemoryPart, number>>;
  readonly total: number;
  /** Fewest chips whose memory adds up to the total. */
  readonly chips: number;
}

/** Bytes of one cached number: BF16, as most servers keep it. */
export const cachedBytes = 2;

const alone = { tensor: 1, context: 1, data: 1, pipeline: 1, expert: 1 };

/**
 * The fewest chips that hold a model and what it works on, if everything could be cut evenly and nothing else stood in
 * memory: a floor. Inference holds weights and the cache of every sequence. Training holds weights in the format asked
 * for, gradients in BF16, Adam's state and master copy in FP32, and of activations only the input of each layer, the rest
 * being worked out again.
 * @param capacity bytes of one chip's memory.
 * @throws RangeError for impossible sizes.
 */
export function fitModel({ model, mode, bytesPerWeight, context, batch }: FitLoad, capacity: number): Fit {
  requirePositive('memory of a chip', capacity);
  requireInteger('context', context, 1, 100_000_000);
  requireInteger('batch', batch, 1, 1_000_000);
  const bytes = { weights: 0, optimiser: 0, gradients: 0, activations: 0, cache: 0 };
  if (mode === 'inference') {
    const { weights, cache } = servingMemory(model, alone, batch, context, bytesPerWeight, cachedBytes);
    Object.assign(bytes, { weights, cache });
  } else {
    const { weights, optimiser, gradients, activations } = trainingMemory(
      model,
      alone,
      { sequence: context, microbatch: batch, microbatches: 1 },
      'none',
      'full',
      { ...mixedPrecision, weight: bytesPerWeight },
    );
    Object.assign(bytes, { weights, optimiser, gradients, activations });
  }
  const total = memoryParts.reduce((sum, part) => sum + bytes[part], 0);
  return { bytes, total, chips: Math.ceil(total / capacity) };
}

/** Words that tables of a plain model hold, and the heads its keys and values share, as in Llama 3.1. */
const plain = { vocabulary: 128_256, headDim: 128, keyHeads: 8 } as const;

/**
 * A dense model of so many weights with the proportions of the Llama 3.1 family: 128 times as wide as it has layers, eight
 * key-value heads of 128, and a gated feed-forward block that takes the rest.
 * @param parameters from 10⁹ to 10¹⁴.
 */
export function plainArchitecture(parameters: number): Architecture {
  requirePositive('parameters', parameters);
  if (parameters < 1e9 || parameters > 1e14)
    throw new RangeError(`parameters are ${String(parameters)}: allowed are 10⁹ to 10¹⁴`);
  // 12 layers·hidden² weights with hidden = 128·layers (Kaplan et al., arXiv 2001.08361, section 2.1).
  const layers = Math.max(8, Math.round(Math.cbrt(parameters / (12 * plain.headDim ** 2))));
  const hidden = plain.headDim * layers;
  const model = {
    layers,
    hidden,
    vocabulary: plain.vocabulary,
    tied_embeddings: true,
    attention: {
      kind: 'heads' as const,
      query_heads: layers,
      kv_heads: Math.min(plain.keyHeads, layers),
      head_dim: plain.headDim,
    },
  };
  const tables = plain.vocabulary * hidden + (2 * layers + 1) * hidden;
  const left = (parameters - tables) / layers - attentionWeights(model);
  return { ...model, feed_forward: { hidden: Math.max(1, Math.round(left / (3 * hidden))), matrices: 3 } };
}
