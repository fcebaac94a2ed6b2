import type { HcclAlgorithm } from '../../../../data/schema/library.ts';
import type { Dimension } from '../../dimension.ts';
import type { PhaseResult } from '../../request.ts';
import {
  concatenatedTime,
  levelSteps,
  levelTime,
  pipelineTime,
  type LevelAlgorithm,
  type LevelCost,
  type LevelOperation,
} from './cost.ts';
import type { Level } from './level.ts';
import type { Stage } from './stage.ts';

/** A machine and what each of its levels costs. */
export interface Machine {
  readonly dimensions: readonly Dimension[];
  readonly kinds: readonly Level[];
  readonly costs: readonly LevelCost[];
}

/** Through a switch a message takes two links, and a port serves the other ranks one after another. */
export function levelCost({ kind, size, latency, bandwidth }: Dimension, gamma: number): LevelCost {
  return {
    ranks: size,
    alpha: (kind === 'switch' ? 2 : 1) * latency,
    beta: 1 / bandwidth,
    turns: kind === 'switch' ? Math.max(1, size - 1) : 1,
    gamma,
  };
}

/** What one choice of algorithms comes to. */
export interface HcclPlan {
  /** Of each level outside the server, innermost first. */
  readonly choice: readonly HcclAlgorithm[];
  readonly seconds: number;
  readonly latency: number;
  readonly steps: number;
  readonly phases: readonly PhaseResult[];
}

export const nameOf = ({ choice }: HcclPlan): string => choice.join('+') || 'mesh';

/** What the hardware of a server decides. */
const serverAlgorithm = ({ kind }: Dimension): LevelAlgorithm => (kind === 'ring' ? 'ring' : 'mesh');

/**
 * The stages one after another, each by the algorithm of its level.
 * @param outer dimensions outside the server, in the order of `choice`.
 * @returns null where an algorithm has no plan for the operation on this machine.
 */
export function planOf(
  choice: readonly HcclAlgorithm[],
  stages: readonly Stage[],
  { dimensions, kinds, costs }: Machine,
  outer: readonly number[],
): HcclPlan | null {
  if (choice.includes('pipeline') || choice.includes('ahc')) return spanningPlan(choice, stages, costs);
  const phases: PhaseResult[] = [];
  let latency = 0;
  for (const { dimension: d, operation, bytes } of stages) {
    const algorithm =
      kinds[d] === 'server' ? serverAlgorithm(dimensions[d]!) : (choice[outer.indexOf(d)] as LevelAlgorithm);
    const seconds = levelTime(algorithm, operation, costs[d]!, bytes);
    const steps = levelSteps(algorithm, operation, costs[d]!.ranks);
    if (seconds === null || steps === null) return null;
    latency += steps * costs[d]!.alpha;
    phases.push(phaseOf(d, operation, algorithm, bytes, seconds, steps, costs[d]!));
  }
  const sum = (read: (phase: PhaseResult) => number): number =>
    phases.reduce((total, phase) => total + read(phase), 0);
  return {
    choice,
    seconds: sum(({ seconds }) => seconds),
    latency,
    steps: sum(({ steps }) => steps),
    phases,
  };
}

/** Pipeline and AHC work in a server and the one level outside it at once, so they have no phases of their own. */
function spanningPlan(
  choice: readonly HcclAlgorithm[],
  stages: readonly Stage[],
  costs: readonly LevelCost[],
): HcclPlan | null {
  const spanned = [...new Set(stages.map(({ dimension }) => dimension))].sort((a, b) => a - b);
  if (choice.length !== 1 || spanned.length !== 2) return null;
  const [within, between] = spanned.map((d) => costs[d]!) as [LevelCost, LevelCost];
  const { operation } = stages.find(({ dimension }) => dimension === spanned[1])!;
  const bytes = Math.max(...stages.map((stage) => stage.bytes));
  const pipelined = choice[0] === 'pipeline';
  const seconds = (pipelined ? pipelineTime : concatenatedTime)(operation, within, between, bytes);
  if (seconds === null) return null;
  const once = pipelined
    ? between.ranks
    : Math.ceil(Math.log2(within.ranks)) + Math.ceil(Math.log2(between.ranks));
  const steps = (operation === 'all-reduce' ? 2 : 1) * once;
  return { choice, seconds, latency: steps * Math.max(within.alpha, between.alpha), steps, phases: [] };
}

function phaseOf(
  dimension: number,
  operation: LevelOperation,
  algorithm: LevelAlgorithm,
  bytes: number,
  seconds: number,
  steps: number,
  { alpha, ranks }: LevelCost,
): PhaseResult {
  const own = { mesh: 'direct', pairwise: 'direct' } as const;
  return {
    dimension,
    operation: operation === 'scatter' ? 'broadcast' : operation === 'gather' ? 'reduce' : operation,
    algorithm: algorithm === 'mesh' || algorithm === 'pairwise' ? own[algorithm] : algorithm,
    bytes: operation === 'all-gather' ? bytes / ranks : bytes,
    direction: 1,
    seconds,
    busySeconds: Math.max(0, seconds - steps * alpha),
    steps,
  };
}
