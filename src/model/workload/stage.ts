import { hasExperts, type Architecture } from './architecture.ts';

/** What one stage of a pipeline holds whole. */
export interface Stage {
  /** From 0. */
  readonly index: number;
  /** Stages in all. */
  readonly of: number;
  /** Its first layer, from 0, and how many it has. */
  readonly first: number;
  readonly layers: number;
  /** Of its layers those with experts. */
  readonly expertLayers: number;
  /** Whether it looks words up, and whether it turns the last layer's output into words. */
  readonly input: boolean;
  readonly output: boolean;
}

/**
 * The stages of a pipeline. Layers stay whole; those left over go one each to the last stage but one and the stages before
 * it, so that the stage with the output head is the last to be burdened (as in vLLM, `get_pp_indices`).
 * @param pipeline stages, at most as many as layers.
 */
export function stagesOf(model: Architecture, pipeline: number): Stage[] {
  const base = Math.floor(model.layers / pipeline);
  const left = model.layers % pipeline;
  const stages: Stage[] = [];
  let first = 0;
  for (let index = 0; index < pipeline; index++) {
    const fromEnd = pipeline - 1 - index;
    const layers = base + (fromEnd >= 1 && fromEnd <= left ? 1 : 0);
    let expertLayers = 0;
    for (let layer = first; layer < first + layers; layer++) if (hasExperts(model, layer)) expertLayers++;
    stages.push({
      index,
      of: pipeline,
      first,
      layers,
      expertLayers,
      input: index === 0,
      output: fromEnd === 0,
    });
    first += layers;
  }
  return stages;
}

/** Tables of words that a stage holds; input and output may be one, but not across stages. */
export function tablesOf(model: Architecture, { input, output }: Stage): number {
  return Number(input) + Number(output) - Number(input && output && model.tied_embeddings);
}
