import { messageTime, nanoseconds, whole, type Clock, type Dimension } from '../dimension.ts';
import type { Switching } from '../operation.ts';

/** What a phase costs, in nanoseconds. */
export interface Cost {
  readonly duration: number;
  /** How long its busiest link sends: another chunk can follow no sooner. */
  readonly busy: number;
  /** The part of `duration` that would be left with links of endless bandwidth. */
  readonly latency: number;
  readonly steps: number;
}

export const nothing: Cost = { duration: 0, busy: 0, latency: 0, steps: 0 };

export interface Timing extends Clock {
  readonly switching: Switching;
}

/** Times of single messages within one dimension, in nanoseconds. */
export interface Meter {
  readonly latency: number;
  /** One message alone over `hops` links. */
  alone(hops: number, bytes: number): number;
  /** How long a message keeps a link. */
  serial(bytes: number): number;
  /** How soon after it reached a free node a message can start on its next link. */
  relay(bytes: number): number;
}

export function meter(dimension: Dimension, timing: Timing): Meter {
  const latency = nanoseconds(dimension.latency);
  const stores = timing.switching === 'store-and-forward';
  const serial = (bytes: number): number => {
    const time = bytes / (dimension.bandwidth / 1e9);
    return stores ? whole(time, timing) : time;
  };
  return {
    latency,
    alone: (hops, bytes) => messageTime(dimension, hops, bytes, timing.switching, timing),
    serial,
    relay: (bytes) => (stores ? messageTime(dimension, 1, bytes, timing.switching, timing) : latency),
  };
}

/** `count` equal steps, one behind the other, each of single messages over `hops` links. */
export function repeat(m: Meter, count: number, hops: number, bytes: number): Cost {
  return {
    duration: count * m.alone(hops, bytes),
    busy: count * m.serial(bytes),
    latency: count * hops * m.latency,
    steps: count,
  };
}

export function inTurn(...costs: readonly Cost[]): Cost {
  return costs.reduce(
    (a, b) => ({
      duration: a.duration + b.duration,
      busy: a.busy + b.busy,
      latency: a.latency + b.latency,
      steps: a.steps + b.steps,
    }),
    nothing,
  );
}
