import type { Architecture } from './architecture.ts';
import type { Parallelism } from './parallelism.ts';
import { expertsHeld, keyHeadsHeld, queryHeads } from './slice.ts';
import { stagesOf, type Stage } from './stage.ts';

/** What one chip holds, to be named: its stage, and its share of every layer of it. */
export interface Holding {
  readonly stage: Stage;
  readonly queryHeads: number;
  /** Zero for MLA, whose one vector stays whole. */
  readonly keyHeads: number;
  /** Routed experts of each layer that has them. */
  readonly experts: number;
}

/** Bytes of the chips of one stage that hold most. */
export interface StageBytes {
  readonly stage: Stage;
  readonly total: number;
}

/**
 * One stage of each kind: the first of those that hold as many layers and tables. The first has the most microbatches in
 * flight, so the fullest stage is among them.
 */
export function kindsOfStages(stages: readonly Stage[]): Stage[] {
  const kinds = new Map<string, Stage>();
  for (const stage of stages) {
    const { layers, expertLayers, input, output } = stage;
    const kind = [layers, expertLayers, input, output].join();
    if (!kinds.has(kind)) kinds.set(kind, stage);
  }
  return [...kinds.values()];
}

/** The fullest of some stages; of equals the first. */
export function fullestOf<Each extends StageBytes>(stages: readonly Each[]): Each {
  return stages.reduce((most, each) => (each.total > most.total ? each : most));
}

/** What the fullest chip of a stage holds. */
export function holdingOf(model: Architecture, plan: Parallelism, stage: Stage): Holding {
  return {
    stage,
    queryHeads: queryHeads(model) / plan.tensor,
    keyHeads: keyHeadsHeld(model, plan.tensor),
    experts: stage.expertLayers > 0 ? expertsHeld(model, plan.expert) : 0,
  };
}

/** The stages of a plan, one of each kind. */
export function stagesToWeigh(model: Architecture, plan: Parallelism): Stage[] {
  return kindsOfStages(stagesOf(model, plan.pipeline));
}
