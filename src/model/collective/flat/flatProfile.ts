import type { Dimension } from '../dimension.ts';
import type { Algorithm, Operation } from '../operation.ts';
import { blockBytes } from '../program/program.ts';
import { programOf } from '../program/programOf.ts';
import { sendsOf } from '../program/sendsOf.ts';
import { crossingOf } from './crossing.ts';

/** A schedule whose ranks form one group across the dimensions of a machine. */
export interface FlatRequest {
  readonly dimensions: readonly Dimension[];
  readonly operation: Operation;
  readonly algorithm: Algorithm;
  /** The first ranks of the machine, in the order of their numbers. */
  readonly ranks: number;
}

/** What its steps cost, one after the other, whatever their bytes are. */
export interface FlatProfile {
  /** Latency of the longest way of each step, seconds. */
  readonly waitSeconds: Float64Array;
  /** For each byte of a rank's buffer (its shard for all-gather): seconds that the slowest link sends, bytes on the fullest. */
  readonly sendSecondsPerByte: Float64Array;
  readonly linkBytesPerByte: Float64Array;
}

/**
 * Times the steps as the flow level does: the messages of a step share the links of their ways, and it ends when the last
 * has arrived.
 * @throws RangeError where the algorithm has no schedule for the operation.
 */
export function flatProfile({ dimensions, operation, algorithm, ranks }: FlatRequest): FlatProfile {
  const program = programOf(operation, algorithm, { ...dimensions[0]!, kind: 'ring', size: ranks });
  const { laneTotal, bandwidth, cross } = crossingOf(dimensions);
  const unit = blockBytes(operation, ranks, 1);
  const load = new Float64Array(laneTotal);
  const profile = {
    waitSeconds: new Float64Array(program.steps),
    sendSecondsPerByte: new Float64Array(program.steps),
    linkBytesPerByte: new Float64Array(program.steps),
  };
  for (let step = 0; step < program.steps; step++) {
    const touched: number[] = [];
    let parts = 0;
    const visit = (lane: number): void => {
      if (load[lane] === 0) touched.push(lane);
      load[lane]! += parts * unit;
    };
    const sends = sendsOf(program, step);
    let [wait, send, most] = [0, 0, 0];
    for (let rank = 0; rank < ranks; rank++)
      for (const message of sends(rank)) {
        parts = message.parts;
        wait = Math.max(wait, cross(rank, message.to, visit));
      }
    for (const lane of touched) {
      most = Math.max(most, load[lane]!);
      send = Math.max(send, load[lane]! / bandwidth(lane));
      load[lane] = 0;
    }
    profile.waitSeconds[step] = wait;
    profile.sendSecondsPerByte[step] = send;
    profile.linkBytesPerByte[step] = most;
  }
  return profile;
}
