import { MAX_BYTES, predictCollective } from '../collective.ts';
import { hops, MAX_RANKS, type Dimension } from '../dimension.ts';
import { flatProfile, type FlatProfile, type FlatRequest } from '../flat/flatProfile.ts';
import { flatRing } from '../flat/flatRing.ts';
import { timeAlike } from '../flow/alike.ts';
import { stepClasses } from '../flow/stepClass.ts';
import type { Algorithm, Operation } from '../operation.ts';
import { planPhases } from '../phase.ts';
import { blockBytes, mirror, type Program } from '../program/program.ts';
import { programOf } from '../program/programOf.ts';
import { requireInteger, requirePositive } from '../../topology/range.ts';
import { firstRanks } from './firstRanks.ts';

/** Equal steps that follow one another within a phase. Seconds, bytes. */
export interface Stretch {
  readonly phase: number;
  /** The first of them, within the phase. */
  readonly step: number;
  readonly count: number;
  /** Of each step: all of it, and the part before the first byte is there. */
  readonly seconds: number;
  readonly waitSeconds: number;
  /** Most that one link carries in a step. */
  readonly linkBytes: number;
}

/** A part of a collective in which ranks of one kind of group speak to each other. */
export interface PlayedPhase {
  /** Index into the machine's dimensions; null where all ranks form one group. */
  readonly dimension: number | null;
  readonly operation: Operation;
  readonly algorithm: Algorithm;
  /** Ranks of a group. */
  readonly ranks: number;
  /** Who sends what to whom in a group. */
  readonly program: Program;
  /** Bytes of one block. */
  readonly unit: number;
}

/** A collective to be looked at step by step: when each step is, who speaks in it and how much the links carry. */
export interface Playback {
  readonly ranks: number;
  readonly seconds: number;
  /** Of them, those in which no byte of the step has come yet. */
  readonly waitSeconds: number;
  /** Steps that are looked at, and how often a message waits for another: blocks through a switch overlap. */
  readonly steps: number;
  readonly waits: number;
  readonly phases: readonly PlayedPhase[];
  readonly stretches: readonly Stretch[];
}

/** One group of all ranks, or level by level as `defaultAlgorithm` has it. */
export type Plan = 'hierarchical' | Exclude<Algorithm, 'double-binary-tree'>;

/** What is played; the chunk is the whole buffer, so that one step follows the other. */
export interface PlaybackRequest {
  readonly operation: Operation;
  readonly plan: Plan;
  readonly ranks: number;
  /** Of one rank: its buffer, or its shard for all-gather. */
  readonly bytes: number;
}

/** Most ranks for which every pair's message is followed. */
export const MAX_DIRECT_RANKS = 512;

/** Whether a request takes a profile: one group across several dimensions, whose messages are followed. */
export function profileOf(dimensions: readonly Dimension[], request: PlaybackRequest): FlatRequest | null {
  const { plan, operation, ranks } = request;
  if (plan === 'hierarchical' || plan === 'ring' || plan === 'in-network') return null;
  if (isOneLevel(dimensions, ranks) || (plan === 'direct' && ranks > MAX_DIRECT_RANKS)) return null;
  return { dimensions, operation, algorithm: plan, ranks };
}

const isOneLevel = (dimensions: readonly Dimension[], ranks: number): boolean =>
  dimensions.filter(({ size }) => size > 1).length <= 1 || ranks <= dimensions[0]!.size;

/**
 * Lays a collective out in time on the first ranks of a machine. Level by level, and where the machine has one dimension, a
 * phase takes what the closed form says, which its steps share as the flow level times them. One group across several
 * dimensions is timed by its profile, a ring by `flatRing`.
 * @param profile where it was worked out elsewhere; see `profileOf`.
 * @throws RangeError naming the argument, its value and what is allowed.
 */
export function playbackOf(
  dimensions: readonly Dimension[],
  request: PlaybackRequest,
  profile?: FlatProfile,
): Playback {
  const { operation, plan, ranks, bytes } = request;
  const machine = dimensions.reduce((product, { size }) => product * size, 1);
  if (machine > MAX_RANKS)
    throw new RangeError(`number of ranks is ${String(machine)}: allowed are 1 to ${String(MAX_RANKS)}`);
  requireInteger('ranks', ranks, 1, machine);
  requirePositive('bytes', bytes);
  if (bytes > MAX_BYTES)
    throw new RangeError(`bytes is ${String(bytes)}: allowed are at most ${String(MAX_BYTES)}`);
  if (plan === 'hierarchical' || isOneLevel(dimensions, ranks))
    return levelled(firstRanks(dimensions, ranks), plan === 'hierarchical' ? [] : [plan], request);
  if (plan === 'in-network')
    throw new RangeError(
      `algorithm is in-network on a machine of ${String(dimensions.length)} dimensions: allowed where one switch joins all ranks`,
    );
  if (plan === 'direct' && ranks > MAX_DIRECT_RANKS)
    throw new RangeError(
      `ranks is ${String(ranks)} with algorithm direct, ${String(ranks * (ranks - 1))} messages at once: allowed are 1 to ${String(MAX_DIRECT_RANKS)}`,
    );
  const program = programOf(operation, plan, { ...dimensions[0]!, kind: 'ring', size: ranks });
  const unit = blockBytes(operation, ranks, bytes);
  const phase: PlayedPhase = { dimension: null, operation, algorithm: plan, ranks, program, unit };
  if (plan === 'ring') {
    const ring = flatRing(dimensions, operation, ranks, bytes);
    const { stepSeconds, sendSeconds, steps } = ring;
    return finish(ranks, steps, [phase], [
      {
        phase: 0, step: 0, count: steps, seconds: stepSeconds, waitSeconds: Math.max(0, stepSeconds - sendSeconds), linkBytes: unit,
      },
    ]); // prettier-ignore
  }
  const { waitSeconds, sendSecondsPerByte, linkBytesPerByte } =
    profile ?? flatProfile({ dimensions, operation, algorithm: plan, ranks });
  const stretches = Array.from(waitSeconds, (wait, step): Stretch => {
    const seconds = wait + bytes * sendSecondsPerByte[step]!;
    return {
      phase: 0,
      step,
      count: 1,
      seconds,
      waitSeconds: wait,
      linkBytes: bytes * linkBytesPerByte[step]!,
    };
  });
  return finish(ranks, program.steps, [phase], stretches);
}

/** Phase after phase, as the closed form times them. */
function levelled(
  dimensions: readonly Dimension[],
  algorithms: readonly Algorithm[],
  { operation, bytes, ranks }: PlaybackRequest,
): Playback {
  const result = predictCollective(dimensions, {
    operation,
    algorithms,
    bytes,
    chunks: 1,
    activeChunks: 1,
    mode: 'local-bandwidth-aware',
    switching: 'cut-through',
    truncate: false,
    level: 'closed',
  });
  const chosen = planPhases(
    dimensions,
    operation,
    result.phases.length > 0 ? dimensions.map((_, d) => algorithmOn(result.phases, d)) : ['ring'],
    bytes,
  );
  const stretches: Stretch[] = [];
  const phases = chosen.map((phase, index): PlayedPhase => {
    const dimension = dimensions[phase.dimension]!;
    const built = programOf(phase.operation, phase.algorithm, dimension);
    const program = phase.direction === 1 ? built : mirror(built);
    const unit = blockBytes(phase.operation, dimension.size, phase.bytes);
    const { seconds, steps } = result.phases[index]!;
    stretches.push(
      ...stretchesOf(index, dimension, { program, algorithm: phase.algorithm, unit }, seconds, steps),
    );
    return {
      dimension: phase.dimension,
      operation: phase.operation,
      algorithm: phase.algorithm,
      ranks: dimension.size,
      program,
      unit,
    };
  });
  return finish(ranks, result.steps, phases, stretches);
}

const algorithmOn = (
  phases: readonly { readonly dimension: number; readonly algorithm: Algorithm }[],
  dimension: number,
): Algorithm => phases.find((phase) => phase.dimension === dimension)?.algorithm ?? 'ring';

function stretchesOf(
  phase: number,
  dimension: Dimension,
  { program, algorithm, unit }: Pick<PlayedPhase, 'program' | 'algorithm' | 'unit'>,
  seconds: number,
  waits: number,
): Stretch[] {
  if (program.switches) {
    // Blocks run one behind the other through the switch: the steps share the time of the whole evenly.
    const each = seconds / program.steps;
    const latency = Math.min(seconds, waits * dimension.latency) / program.steps;
    const one = { phase, step: 0, count: program.steps, seconds: each, waitSeconds: latency };
    return program.steps > 0 ? [{ ...one, linkBytes: unit }] : [];
  }
  if (algorithm === 'ring' && program.symmetry === 'none') {
    // Down a chain or up it, block behind block: its steps are alike but for how many ranks speak.
    const count = program.steps;
    const latency = Math.min(seconds, (count / 2) * hops(dimension, 1) * dimension.latency);
    const one = { phase, step: 0, count, seconds: seconds / count, waitSeconds: latency / count };
    return count > 0 ? [{ ...one, linkBytes: unit }] : [];
  }
  const classes = stepClasses(program).map(({ step, count }) => {
    const { seconds: own, latency, bytes } = timeAlike(dimension, program, step, unit, 'cut-through');
    return { step, count, own, latency, linkBytes: Math.max(0, ...bytes) };
  });
  const sum = classes.reduce((total, { count, own }) => total + count * own, 0);
  return classes
    .filter(({ own }) => own > 0)
    .map(({ step, count, own, latency, linkBytes }) => ({
      phase,
      step,
      count,
      seconds: (own / sum) * seconds,
      waitSeconds: (latency / sum) * seconds,
      linkBytes,
    }));
}

function finish(
  ranks: number,
  waits: number,
  phases: readonly PlayedPhase[],
  stretches: readonly Stretch[],
): Playback {
  const sum = (read: (stretch: Stretch) => number): number =>
    stretches.reduce((total, stretch) => total + stretch.count * read(stretch), 0);
  return {
    ranks,
    seconds: sum(({ seconds }) => seconds),
    waitSeconds: sum(({ waitSeconds }) => waitSeconds),
    steps: sum(() => 1),
    waits,
    phases,
    stretches,
  };
}
