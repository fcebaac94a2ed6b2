import type { Operation } from '../operation.ts';

/** One message of a schedule. */
export interface Send {
  /** Rank within the group; the number of ranks stands for the switch itself (in-network reduction). */
  readonly to: number;
  /** How much it carries, in blocks. */
  readonly parts: number;
  /** Which blocks: see `blockCount`. */
  readonly blocks: () => number[];
  /** Whether the receiver adds what arrives to its own; otherwise it keeps what arrives. */
  readonly reduce: boolean;
}

/**
 * Who sends what to whom within one group of ranks. Steps order the messages; a rank does not wait for a step to end
 * everywhere but begins one as soon as everything of the step before it in its own chain has arrived.
 */
export interface Program {
  readonly operation: Operation;
  readonly ranks: number;
  /** 1 where the switch takes part as a node of its own (rank number `ranks`). */
  readonly switches: 0 | 1;
  readonly steps: number;
  /**
   * Whether one rank stands for all: every rank does the same shifted by its number (`shift`), or all exchange with
   * partners at the same distance at the same time (`exchange`), which is alike on a full mesh and a switch but not on a
   * ring, where the pairs' ways overlap.
   */
  readonly symmetry: 'shift' | 'exchange' | 'none';
  sends(rank: number, step: number): readonly Send[];
  /** Steps that a rank begins without waiting. */
  first(rank: number): readonly number[];
  /** The step that a rank begins once all messages of `step` have reached it; −1 for none. */
  after(rank: number, step: number): number;
}

/**
 * Blocks that a buffer is cut into. All-to-all has one for each pair (`source × ranks + destination`), the others one for
 * each rank; block b of a scatter ends on rank b.
 */
export function blockCount(operation: Operation, ranks: number): number {
  return operation === 'all-to-all' ? ranks * ranks : ranks;
}

/** Bytes of one block when each rank brings `bytes` (its buffer, or its shard for all-gather). */
export function blockBytes(operation: Operation, ranks: number, bytes: number): number {
  return operation === 'all-gather' || operation === 'neighbour-exchange' || operation === 'point-to-point'
    ? bytes
    : bytes / ranks;
}

/** `first` and `after` of a program in which each rank starts at step 0 and each step follows the one before. */
export function chain(steps: number): Pick<Program, 'first' | 'after' | 'steps'> {
  return {
    steps,
    first: () => (steps > 0 ? [0] : []),
    after: (_, step) => (step + 1 < steps ? step + 1 : -1),
  };
}

export function range(from: number, count: number, stride = 1): number[] {
  return Array.from({ length: count }, (_, i) => from + i * stride);
}

/** The same program with the ranks counted backwards, so that its messages run the other way round a ring. */
export function mirror(program: Program): Program {
  const n = program.ranks;
  const flip = (rank: number): number => (rank === n ? n : (n - rank) % n);
  const flipBlock = (block: number): number =>
    program.operation === 'all-to-all' ? flip(Math.floor(block / n)) * n + flip(block % n) : flip(block);
  return {
    ...program,
    sends: (rank, step) =>
      program.sends(flip(rank), step).map((send) => ({
        ...send,
        to: flip(send.to),
        blocks: () => send.blocks().map(flipBlock),
      })),
    first: (rank) => program.first(flip(rank)),
    after: (rank, step) => program.after(flip(rank), step),
  };
}
