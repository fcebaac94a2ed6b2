import { countParameters, type Architecture } from './architecture.ts';
import { layerSlice } from './slice.ts';
import { formatFor, weightBytes, weightParts, type Release, type WeightCounts } from './weightFormat.ts';

/**
 * Bytes of a model's weights as its makers publish them. Modules that predict a further token (DeepSeek-V3, arXiv
 * 2412.19437, section 2.2) are stored with copies of both tables and a projection of two hidden states to one.
 */
export function checkpointBytes(model: Architecture, release: Release = { format: 'bf16' }): number {
  const { embedding, attention, feedForward, routedExperts, router, norm } = countParameters(model);
  const main: WeightCounts = {
    table: embedding,
    attention,
    feedForward,
    experts: routedExperts,
    router,
    norm,
  };
  const { hidden, vocabulary } = model;
  const layer = layerSlice(model, { tensor: 1, expert: 1 }, model.experts !== undefined);
  const predicting: WeightCounts = {
    ...layer,
    table: 2 * vocabulary * hidden + 2 * hidden * hidden,
    norm: layer.norm + 3 * hidden,
  };
  const modules = model.prediction_layers ?? 0;
  const counts = Object.fromEntries(
    weightParts.map((part) => [part, main[part] + modules * predicting[part]]),
  ) as WeightCounts;
  return weightBytes(counts, formatFor(release.format, release));
}
