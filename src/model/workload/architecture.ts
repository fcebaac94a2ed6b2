import type { ModelRecord } from '../../data/schema/model.ts';

export type Architecture = Omit<
  ModelRecord['architecture'],
  'status' | 'stated_on' | 'as_of' | 'sources' | 'note'
>;

/** Weights of a model by where they sit. */
export interface ParameterCounts {
  /** Input and output table. */
  readonly embedding: number;
  readonly attention: number;
  /** Dense feed-forward blocks and shared experts: what every token passes. */
  readonly feedForward: number;
  readonly routedExperts: number;
  readonly router: number;
  readonly norm: number;
  readonly total: number;
  /** Weights that one token is multiplied with; the input table, which is only looked up, counts once with the output. */
  readonly active: number;
}

/** Layers with a dense feed-forward block instead of experts. */
export function denseLayers({ layers, experts }: Architecture): number {
  return layers - (experts?.layers ?? 0);
}

/** Whether layer `layer` (from 0) has experts: every `every`-th, counted back from the last layer. */
export function hasExperts({ layers, experts }: Architecture, layer: number): boolean {
  if (!experts) return false;
  const back = layers - 1 - layer;
  const { every = 1 } = experts;
  return back % every === 0 && back / every < experts.layers;
}

/** Weights of one layer's attention: queries, keys, values and output. */
export function attentionWeights({ hidden, attention }: Architecture): number {
  if (attention.kind === 'heads') {
    const { query_heads, kv_heads, head_dim } = attention;
    return 2 * hidden * query_heads * head_dim + 2 * hidden * kv_heads * head_dim;
  }
  // DeepSeek-V2 (arXiv 2405.04434), section 2.1: down- and up-projections of queries, joint ones of keys and values.
  const { heads, query_rank, kv_rank, rope_dim, nope_dim, value_dim } = attention;
  return (
    hidden * query_rank +
    query_rank * heads * (nope_dim + rope_dim) +
    hidden * (kv_rank + rope_dim) +
    kv_rank * heads * (nope_dim + value_dim) +
    heads * value_dim * hidden
  );
}

/** Weights of one expert; experts have a gate, so three matrices. */
export function expertWeights({ hidden, experts }: Architecture): number {
  return experts ? 3 * hidden * experts.hidden : 0;
}

/** Counts a model's weights. Biases are left out. */
export function countParameters(model: Architecture): ParameterCounts {
  const { layers, hidden, vocabulary, tied_embeddings, feed_forward, experts } = model;
  const embedding = vocabulary * hidden * (tied_embeddings ? 1 : 2);
  const attention = layers * attentionWeights(model);
  const dense = feed_forward ? denseLayers(model) * feed_forward.matrices * hidden * feed_forward.hidden : 0;
  const expert = expertWeights(model);
  const moe = experts?.layers ?? 0;
  const shared = moe * (experts?.shared ?? 0) * expert;
  const routedExperts = moe * (experts?.routed ?? 0) * expert;
  const router = moe * (experts?.routed ?? 0) * hidden;
  const norm = (2 * layers + 1) * hidden;
  const feedForward = dense + shared;
  return {
    embedding,
    attention,
    feedForward,
    routedExperts,
    router,
    norm,
    total: embedding + attention + feedForward + routedExperts + router + norm,
    active:
      vocabulary * hidden + attention + feedForward + moe * (experts?.top_k ?? 0) * expert + router + norm,
  };
}

/**
 * Numbers that one token leaves in the cache of keys and values, over all layers. MHA and GQA keep a key and a value for
 * each key-value head; MLA keeps one compressed vector and one position key a layer.
 */
export function cachePerToken({ layers, attention }: Architecture): number {
  return attention.kind === 'heads'
    ? 2 * layers * attention.kv_heads * attention.head_dim
    : layers * (attention.kv_rank + attention.rope_dim);
}

/** Widths that scores and values take in attention, summed over heads: what a token costs against each other token. */
export function attentionWidths({ attention }: Architecture): {
  readonly score: number;
  readonly value: number;
} {
  if (attention.kind === 'heads') {
    const width = attention.query_heads * attention.head_dim;
    return { score: width, value: width };
  }
  return {
    score: attention.heads * (attention.nope_dim + attention.rope_dim),
    value: attention.heads * attention.value_dim,
  };
}
