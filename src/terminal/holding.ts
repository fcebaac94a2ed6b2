import type { Architecture } from '../model/workload/architecture.ts';
import { holdingOf, type StageBytes } from '../model/workload/fullest.ts';
import type { Parallelism } from '../model/workload/parallelism.ts';
import { queryHeads } from '../model/workload/slice.ts';
import { stagesOf, type Stage } from '../model/workload/stage.ts';
import type { Fields } from './fields.ts';

/** `layers 1 to 18 of 126 and the input table`: what a stage holds, counted from 1. */
function stageText(model: Architecture, { first, layers, input, output }: Stage): string {
  const range =
    layers === 1 ? `layer ${String(first + 1)}` : `layers ${String(first + 1)} to ${String(first + layers)}`;
  const tied = input && output && model.tied_embeddings;
  const rest = tied
    ? ['the one table of words']
    : [...(input ? ['the input table'] : []), ...(output ? ['the output head'] : [])];
  return [`${range} of ${String(model.layers)}`, ...rest].join(', ');
}

/** The chip that holds most: its stage, and its share of every layer of it. */
export function fullestFields(model: Architecture, plan: Parallelism, stage: Stage): Fields {
  const { queryHeads: heads, keyHeads, experts } = holdingOf(model, plan, stage);
  const { attention, experts: mixture } = model;
  const skewed = mixture !== undefined && mixture.routed % plan.expert !== 0;
  return {
    stage: stage.index + 1,
    stages: stage.of,
    holds: stageText(model, stage),
    layers: stage.layers,
    dense_layers: stage.layers - stage.expertLayers,
    expert_layers: stage.expertLayers,
    input_table: stage.input,
    output_head: stage.output,
    query_heads: `${String(heads)} of ${String(queryHeads(model))}`,
    key_value_heads:
      attention.kind === 'heads'
        ? `${String(keyHeads)} of ${String(attention.kv_heads)}`
        : 'one vector of all heads, whole on every tensor rank',
    ...(mixture && stage.expertLayers > 0
      ? {
          experts_per_layer: `${String(experts)} of ${String(mixture.routed)}${skewed ? `; other ranks hold ${String(experts - 1)}` : ''}`,
        }
      : {}),
  };
}

/** All stages in order, those that hold as much side by side put together. */
export function stageFields(
  model: Architecture,
  pipeline: number,
  weigh: (stages: readonly Stage[]) => readonly StageBytes[],
): Fields[] {
  const runs: { from: Stage; to: Stage; total: number }[] = [];
  for (const { stage, total } of weigh(stagesOf(model, pipeline))) {
    const last = runs.at(-1);
    const same =
      last?.total === total && last.to.layers === stage.layers && last.to.expertLayers === stage.expertLayers;
    if (same) last.to = stage;
    else runs.push({ from: stage, to: stage, total });
  }
  return runs.map(({ from, to, total }) => ({
    stages: from === to ? String(from.index + 1) : `${String(from.index + 1)} to ${String(to.index + 1)}`,
    layers: from.layers,
    expert_layers: from.expertLayers,
    input_table: from.input,
    output_head: to.output,
    total_bytes: total,
  }));
}
