import { requireInteger } from '../../topology/range.ts';
import type { Dimension } from '../dimension.ts';
import type { Operation } from '../operation.ts';
import { blockBytes } from '../program/program.ts';
import { crossingOf } from './crossing.ts';

/** What one ring through all ranks costs, whatever dimensions its steps cross. Seconds, bytes. */
export interface FlatRing {
  readonly seconds: number;
  readonly steps: number;
  /** How long a step takes on average, and how much of it the slowest link sends. */
  readonly stepSeconds: number;
  readonly sendSeconds: number;
  readonly blockBytes: number;
}

/** Messages that follow one another on a ring of n; 0 for an operation that has no ring. */
export function ringSteps(operation: Operation, n: number): number {
  if (operation === 'all-reduce' || operation === 'broadcast' || operation === 'reduce') return 2 * (n - 1);
  if (operation === 'reduce-scatter' || operation === 'all-gather') return n - 1;
  return operation === 'all-to-all' ? (n * (n - 1)) / 2 : 0;
}

/**
 * One ring through the first ranks of a machine in the order of their numbers. No rank waits for ranks elsewhere: every
 * block goes round at the pace of its own messages, so what counts is the mean of latency and sending over all links, and
 * no less than the sending of the slowest. It is the cycle time of a marked graph whose tokens are the blocks (Baccelli
 * and others, Synchronization and Linearity, 1992). A chain from or to a root takes each link once and then one block a turn.
 * @param bytes of one rank: buffer, or shard for all-gather.
 * @throws RangeError where the operation has no ring, or the machine fewer ranks.
 */
export function flatRing(
  dimensions: readonly Dimension[],
  operation: Operation,
  ranks: number,
  bytes: number,
): FlatRing {
  const whole = dimensions.reduce((product, { size }) => product * size, 1);
  requireInteger('number of ranks', ranks, 1, whole);
  const steps = ringSteps(operation, ranks);
  if (ringSteps(operation, 2) === 0)
    throw new RangeError(`algorithm is ring: allowed for ${operation} is direct`);
  const block = blockBytes(operation, ranks, bytes);
  if (ranks === 1) return { seconds: 0, steps: 0, stepSeconds: 0, sendSeconds: 0, blockBytes: block };
  const { bandwidth, cross } = crossingOf(dimensions);
  let round = 0;
  let slowest = 0;
  let closing = 0;
  for (let rank = 0; rank < ranks; rank++) {
    let send = 0;
    const latency = cross(rank, (rank + 1) % ranks, (lane) => {
      send = Math.max(send, block / bandwidth(lane));
    });
    closing = latency + send;
    round += closing;
    slowest = Math.max(slowest, send);
  }
  const chain = operation === 'broadcast' || operation === 'reduce';
  const seconds = chain ? round - closing + (ranks - 1) * slowest : steps * Math.max(slowest, round / ranks);
  return {
    seconds,
    steps,
    stepSeconds: seconds / steps,
    sendSeconds: Math.min(slowest, seconds / steps),
    blockBytes: block,
  };
}
