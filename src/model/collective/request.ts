import type { Algorithm, AllReduceMode, Operation, Switching } from './operation.ts';
import type { Phase } from './phase.ts';

/** What is asked of a machine whose dimensions are each a ring, a full mesh or a switch. */
export interface CollectiveRequest {
  readonly operation: Operation;
  /** One for all dimensions or one each; `defaultAlgorithm` where empty. */
  readonly algorithms: readonly Algorithm[];
  /** Bytes of one rank: its buffer, or its shard for all-gather. */
  readonly bytes: number;
  readonly chunks: number;
  readonly activeChunks: number;
  readonly mode: AllReduceMode;
  readonly switching: Switching;
  /** Whole nanoseconds and bytes for each message, as ASTRA-sim counts. */
  readonly truncate: boolean;
  /** `closed`: formulas. `schedule`: every message followed. */
  readonly level: 'closed' | 'schedule';
  /** At the schedule level, whether messages queue for a link; true by default. */
  readonly contention?: boolean;
  /** The two ranks of a point-to-point message; 0 and the last by default. */
  readonly from?: number;
  readonly to?: number;
}

export interface PhaseResult extends Phase {
  /** Time of this phase alone, for one chunk. */
  readonly seconds: number;
  /** How long its busiest link sends. */
  readonly busySeconds: number;
  readonly steps: number;
}

export interface CollectiveResult {
  readonly seconds: number;
  readonly ranks: number;
  /** Bytes per second per rank, one direction: see `busFactor`. */
  readonly busBandwidth: number;
  /** Messages that follow one another, over all phases of one chunk. */
  readonly steps: number;
  readonly chunks: number;
  readonly phases: readonly PhaseResult[];
  /** What takes most of the time, in words. */
  readonly bottleneck: string;
}
