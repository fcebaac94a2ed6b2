import type { Dimension } from './dimension.ts';
import { planPhases, type Phase } from './phase.ts';
import { coordinate, strides } from '../topology/grid.ts';
import { blockBytes } from './program/program.ts';
import { programOf } from './program/programOf.ts';
import type { Algorithm, AllReduceMode, Operation } from './operation.ts';

/** One message between two nodes of the machine. Nodes from `ranks` on are switches that reduce. */
export interface Message {
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
  /** Blocks of the machine's buffer: one for each rank, for all-to-all one for each pair `source × ranks + destination`. */
  readonly blocks: readonly number[];
  readonly reduce: boolean;
}

export interface ScheduleStep {
  /** Index of the phase, and the step within it. */
  readonly phase: number;
  readonly step: number;
  readonly messages: readonly Message[];
}

/** Who sends what to whom, step by step, over the whole machine. */
export interface Schedule {
  readonly operation: Operation;
  readonly ranks: number;
  readonly nodes: number;
  readonly phases: readonly Phase[];
  readonly steps: readonly ScheduleStep[];
}

/** Most blocks that the messages of one written-out schedule may carry together. */
export const MAX_SCHEDULED_BLOCKS = 4_000_000;

/**
 * Writes the schedule of a collective out for every rank. Rank 0 is the root of broadcast and reduce.
 * @param bytes of one rank: buffer, or shard for all-gather.
 * @throws RangeError on impossible input and past `MAX_SCHEDULED_BLOCKS`.
 */
export function buildSchedule(
  dimensions: readonly Dimension[],
  operation: Operation,
  algorithms: readonly Algorithm[],
  bytes: number,
  mode: AllReduceMode = 'local-bandwidth-aware',
): Schedule {
  const phases = planPhases(dimensions, operation, algorithms, bytes, mode);
  const shape = dimensions.map((dimension) => dimension.size);
  const stride = strides(shape);
  const ranks = shape.reduce((a, b) => a * b, 1);
  const scattered = new Set(operation === 'all-gather' ? shape.keys() : []);
  const done = new Set<number>();
  const steps: ScheduleStep[] = [];
  let nodes = ranks;
  let written = 0;
  const claim = (blocks: number): void => {
    written += blocks;
    if (written > MAX_SCHEDULED_BLOCKS)
      throw new RangeError(
        `schedule of ${operation} over ${String(ranks)} ranks carries more than ${String(MAX_SCHEDULED_BLOCKS)} blocks: allowed are smaller machines; time it at the closed or flow level`,
      );
  };

  phases.forEach((phase, index) => {
    const d = phase.dimension;
    const size = shape[d]!;
    const program = programOf(phase.operation, phase.algorithm, dimensions[d]!);
    const unit = blockBytes(phase.operation, size, phase.bytes);
    if (phase.operation === 'all-gather') scattered.delete(d);
    const bases = groupBases(shape, d).filter((base) => takesPart(operation, shape, stride, d, base));
    const expand = expander(operation, shape, stride, d, scattered, done);
    if (program.symmetry !== 'none')
      for (let step = 0; step < program.steps; step++)
        claim(ranks * program.sends(0, step).reduce((sum, { parts }) => sum + parts, 0));
    const firstSwitch = nodes;
    if (program.switches) nodes += bases.length;
    for (let step = 0; step < program.steps; step++) {
      const messages: Message[] = [];
      bases.forEach((base, group) => {
        const name = (rank: number): number => (rank < size ? base + rank * stride[d]! : firstSwitch + group);
        for (let rank = 0; rank < size + program.switches; rank++)
          for (const send of program.sends(rank, step)) {
            const blocks = send.blocks().flatMap((block) => expand(base, block));
            if (program.symmetry === 'none' || blocks.length !== send.parts) claim(blocks.length);
            const { to, parts, reduce } = send;
            messages.push({ from: name(rank), to: name(to), bytes: parts * unit, blocks, reduce });
          }
      });
      if (messages.length > 0) steps.push({ phase: index, step, messages });
    }
    if (phase.operation === 'reduce-scatter') scattered.add(d);
    done.add(d);
  });
  return { operation, ranks, nodes, phases, steps };
}

/** The first rank of every group of a dimension. */
export function groupBases(shape: readonly number[], dimension: number): number[] {
  const stride = strides(shape)[dimension]!;
  const count = shape.reduce((a, b) => a * b, 1);
  const bases: number[] = [];
  for (let id = 0; id < count; id++) if (coordinate(id, shape[dimension]!, stride) === 0) bases.push(id);
  return bases;
}

/** A broadcast descends from rank 0 and a reduce ascends to it, so only groups on the way have something to do. */
function takesPart(
  operation: Operation,
  shape: readonly number[],
  stride: readonly number[],
  dimension: number,
  base: number,
): boolean {
  if (operation !== 'broadcast' && operation !== 'reduce') return true;
  return shape.every((size, d) => d >= dimension || coordinate(base, size, stride[d]!) === 0);
}

/** Turns a block of one group's program into the blocks of the machine that it stands for. */
function expander(
  operation: Operation,
  shape: readonly number[],
  stride: readonly number[],
  dimension: number,
  scattered: ReadonlySet<number>,
  done: ReadonlySet<number>,
): (base: number, block: number) => number[] {
  const count = shape.reduce((a, b) => a * b, 1);
  const size = shape[dimension]!;
  /** All ids whose coordinates agree with `base` where `fixed`, with `value` along the phase's dimension. */
  const members = (base: number, value: number, fixed: (d: number) => boolean): number[] => {
    let ids = [value * stride[dimension]!];
    shape.forEach((extent, d) => {
      if (d === dimension) return;
      const own = coordinate(base, extent, stride[d]!);
      const values = fixed(d) ? [own] : Array.from({ length: extent }, (_, i) => i);
      ids = ids.flatMap((id) => values.map((v) => id + v * stride[d]!));
    });
    return ids.sort((a, b) => a - b);
  };
  if (operation === 'neighbour-exchange') return (base, block) => [base + block * stride[dimension]!];
  if (operation !== 'all-to-all') return (base, block) => members(base, block, (d) => scattered.has(d));
  return (base, block) => {
    const sources = members(base, Math.floor(block / size), (d) => !done.has(d));
    const destinations = members(base, block % size, (d) => done.has(d));
    return sources.flatMap((source) => destinations.map((destination) => source * count + destination));
  };
}
