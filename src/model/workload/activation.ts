import type { Architecture } from './architecture.ts';
import { expertSkew, keyHeadsHeld, queryHeads, type LayerCut } from './slice.ts';

/** What is thrown away on the way forward and worked out again on the way back. */
export const recomputations = ['none', 'attention', 'full'] as const;
export type Recomputation = (typeof recomputations)[number];

/**
 * Numbers that one layer keeps of so many tokens for the way back, on the fullest of its ranks. With h = hidden, as in
 * Korthikanti et al. (arXiv 2205.05198) without dropout: inputs of both norms and both blocks, queries, keys and values,
 * attention's output and the wide activations of the feed-forward block. Tensor ranks share out whole heads, columns and,
 * where an activation is as wide as the model, whole tokens. Scores are not kept (FlashAttention works them out again)
 * but where `scoredTokens` asks for them.
 * @param scoredTokens tokens that each token keeps its scores with.
 */
export function layerActivations(
  model: Architecture,
  cut: LayerCut,
  withExperts: boolean,
  recompute: Recomputation,
  tokens: number,
  scoredTokens = 0,
): number {
  const { hidden, attention, feed_forward, experts } = model;
  const wide = hidden * Math.ceil(tokens / cut.tensor);
  if (recompute === 'full') return wide;
  const heads = queryHeads(model) / cut.tensor;
  const headNumbers =
    attention.kind === 'heads'
      ? 2 * (heads + keyHeadsHeld(model, cut.tensor)) * attention.head_dim
      : 2 * heads * (attention.nope_dim + attention.rope_dim + attention.value_dim);
  const attended =
    recompute === 'attention' ? wide : wide + tokens * (headNumbers + 2 * heads * scoredTokens);
  // A gate keeps both wide inputs and their product, a plain block the input and the output of its bend.
  const block = (width: number, matrices: number): number =>
    wide + tokens * (matrices === 3 ? 3 : 2) * Math.ceil(width / cut.tensor);
  const dense = feed_forward ? block(feed_forward.hidden, feed_forward.matrices) : 0;
  const routed = experts
    ? (experts.top_k * expertSkew(model, cut.expert) + experts.shared) * block(experts.hidden, 3)
    : 0;
  return 2 * wide + attended + (withExperts ? routed : dense);
}
