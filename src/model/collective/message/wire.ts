import { nanoseconds, whole, type Clock, type Dimension } from '../dimension.ts';
import type { Switching } from '../operation.ts';

export interface WireOptions extends Clock {
  readonly switching: Switching;
  /** Whether messages that want the same link queue for it. Without, each takes the time it takes alone. */
  readonly contention: boolean;
}

/** A message on its way. Times are nanoseconds. */
export interface Flight {
  readonly chunk: number;
  readonly phase: number;
  readonly step: number;
  readonly to: number;
  readonly dimension: number;
  readonly bytes: number;
  readonly route: readonly number[];
  readonly injected: number;
  /** Hops begun. */
  hop: number;
}

/** The directed links, each with one queue: first come, first served. */
export interface Wire {
  /** Begins a flight's next hop and returns when the flight is next to be looked at: there it hops on or has arrived. */
  send(flight: Flight, now: number): number;
  /** Nanoseconds that each link has spent sending. */
  readonly busy: Float64Array;
}

/**
 * Store-and-forward: a node passes a message on once all of it is there. Cut-through: once its head is there, while the
 * link stays taken for as long as the message is.
 */
export function wire(dimensions: readonly Dimension[], laneTotal: number, options: WireOptions): Wire {
  const { switching, contention } = options;
  const free = new Float64Array(laneTotal);
  const busy = new Float64Array(laneTotal);
  const latency = dimensions.map((dimension) => nanoseconds(dimension.latency));
  const perNanosecond = dimensions.map((dimension) => dimension.bandwidth / 1e9);
  return {
    busy,
    send(flight, now) {
      const lag = latency[flight.dimension]!;
      const serial = flight.bytes / perNanosecond[flight.dimension]!;
      const lane = flight.route[flight.hop]!;
      const start = contention ? Math.max(now, free[lane]!) : now;
      busy[lane]! += serial;
      flight.hop++;
      if (switching === 'store-and-forward') {
        free[lane] = start + whole(serial, options);
        return start + whole(lag + serial, options);
      }
      free[lane] = start + serial;
      if (flight.hop < flight.route.length) return start + lag;
      return flight.injected + whole(start + lag + serial - flight.injected, options);
    },
  };
}
