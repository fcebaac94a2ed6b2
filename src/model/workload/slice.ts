import type { Architecture } from './architecture.ts';
import type { Parallelism } from './parallelism.ts';
import { tablesOf, type Stage } from './stage.ts';
import { byPart, type WeightCounts } from './weightFormat.ts';

/** How a layer is cut within its stage. */
export type LayerCut = Pick<Parallelism, 'tensor' | 'expert'>;

export function queryHeads({ attention }: Architecture): number {
  return attention.kind === 'heads' ? attention.query_heads : attention.heads;
}

/**
 * Key-value heads of the tensor rank that has most: those that its query heads read. With more ranks than key-value heads
 * each has a whole one, the same as its neighbours.
 * @param tensor divides the query heads.
 */
export function keyHeadsHeld({ attention }: Architecture, tensor: number): number {
  if (attention.kind !== 'heads') return 0;
  const { query_heads: heads, kv_heads: keys } = attention;
  if (keys % tensor === 0) return keys / tensor;
  if (tensor % keys === 0) return 1;
  const each = heads / tensor;
  let most = 0;
  for (let rank = 0; rank < tensor; rank++) {
    const from = Math.floor((rank * each * keys) / heads);
    const to = Math.floor((((rank + 1) * each - 1) * keys) / heads);
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** Routed experts of a layer on the rank that has most: they stay whole, so some ranks may hold one more. */
export function expertsHeld({ experts }: Architecture, expert: number): number {
  return Math.ceil((experts?.routed ?? 0) / expert);
}

/** Work of the rank with most experts over that of an even share; 1 where they divide. */
export function expertSkew(model: Architecture, expert: number): number {
  const { experts } = model;
  return experts ? (expertsHeld(model, expert) * expert) / experts.routed : 1;
}

/**
 * Weights of one layer on the fullest of its ranks. Tensor parallelism cuts heads, whole, and the width of feed-forward
 * blocks and experts; norms, routers and MLA's projections down to its ranks stay whole on each.
 */
export function layerSlice(
  model: Architecture,
  { tensor, expert }: LayerCut,
  withExperts: boolean,
): WeightCounts {
  const { hidden, attention, feed_forward, experts } = model;
  const heads = queryHeads(model) / tensor;
  const attended =
    attention.kind === 'heads'
      ? 2 * hidden * attention.head_dim * (heads + keyHeadsHeld(model, tensor))
      : hidden * (attention.query_rank + attention.kv_rank + attention.rope_dim) +
        heads *
          (attention.query_rank * (attention.nope_dim + attention.rope_dim) +
            attention.kv_rank * (attention.nope_dim + attention.value_dim) +
            attention.value_dim * hidden);
  const one = experts ? 3 * hidden * Math.ceil(experts.hidden / tensor) : 0;
  const dense = feed_forward ? feed_forward.matrices * hidden * Math.ceil(feed_forward.hidden / tensor) : 0;
  return {
    table: 0,
    attention: attended,
    feedForward: withExperts ? (experts?.shared ?? 0) * one : dense,
    experts: withExperts ? expertsHeld(model, expert) * one : 0,
    router: withExperts ? (experts?.routed ?? 0) * hidden : 0,
    norm: 2 * hidden,
  };
}

/** Weights of one table on a tensor rank, which takes whole rows. */
export function tableSlice({ vocabulary, hidden }: Architecture, tensor: number): number {
  return Math.ceil(vocabulary / tensor) * hidden;
}

/** Weights of a stage on the fullest of its ranks. */
export function stageSlice(model: Architecture, cut: LayerCut, stage: Stage): WeightCounts {
  const dense = layerSlice(model, cut, false);
  const routed = layerSlice(model, cut, true);
  const counts = byPart(
    (part) => (stage.layers - stage.expertLayers) * dense[part] + stage.expertLayers * routed[part],
  );
  return {
    ...counts,
    table: tablesOf(model, stage) * tableSlice(model, cut.tensor),
    norm: counts.norm + (stage.output ? model.hidden : 0),
  };
}
