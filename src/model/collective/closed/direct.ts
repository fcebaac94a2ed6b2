import type { Dimension } from '../dimension.ts';
import { repeat, type Cost, type Meter } from './cost.ts';

/**
 * Every rank sends `bytes` to each of the others at once.
 * Full mesh: each message has a link of its own. Switch: the n − 1 messages leave a port one behind the other and reach
 * every other port one at a time. Ring: see `everyoneOnRing`.
 */
export function everyone(dimension: Dimension, m: Meter, bytes: number): Cost {
  const n = dimension.size;
  if (dimension.kind === 'fullmesh') return repeat(m, 1, 1, bytes);
  if (dimension.kind === 'switch') return throughPort(m, n - 1, bytes);
  return everyoneOnRing(n, m, bytes);
}

/** `count` messages that leave or reach one port of a switch. */
export function throughPort(m: Meter, count: number, bytes: number): Cost {
  return {
    duration: (count - 1) * m.serial(bytes) + m.alone(2, bytes),
    busy: count * m.serial(bytes),
    latency: 2 * m.latency,
    steps: 1,
  };
}

/**
 * Each link onward carries the messages that go 1, 2, … up to h = ⌊n/2⌋ hops, those with r hops left in one turn of r
 * messages. The next turn starts when this one is through or when its first message has come round again, whichever is
 * later: Σ max(r · s, s + relay) for r from 2 to h, and one message at the end.
 */
function everyoneOnRing(n: number, m: Meter, bytes: number): Cost {
  const farthest = Math.floor(n / 2);
  const serial = m.serial(bytes);
  const gap = serial + m.relay(bytes);
  const bound = serial > 0 ? Math.min(farthest, Math.max(1, Math.floor(gap / serial))) : farthest;
  const sum = (from: number, to: number): number => (to < from ? 0 : ((from + to) * (to - from + 1)) / 2);
  const turns = (bound - 1) * gap + sum(bound + 1, farthest) * serial;
  return {
    duration: turns + m.alone(1, bytes),
    busy: sum(1, farthest) * serial,
    latency: farthest * m.latency,
    steps: 1,
  };
}

/** Rank 0 sends the whole buffer to each of the others, or each of them to rank 0. */
export function oneAndAll(dimension: Dimension, m: Meter, bytes: number, gathers: boolean): Cost {
  const n = dimension.size;
  if (dimension.kind === 'fullmesh') return repeat(m, 1, 1, bytes);
  if (dimension.kind === 'switch') return throughPort(m, n - 1, bytes);
  const farthest = Math.floor(n / 2);
  const serial = m.serial(bytes);
  const apart = gathers ? queued(m, farthest, bytes) : (farthest - 1) * serial + m.alone(farthest, bytes);
  return { duration: apart, busy: farthest * serial, latency: farthest * m.latency, steps: 1 };
}

/**
 * Ranks side by side on a ring all send `hops` links on. Stored and forwarded, the messages march in step and none waits;
 * cut through, each waits at every link until the one before it is off.
 */
export function queued(m: Meter, hops: number, bytes: number): number {
  return (hops - 1) * Math.max(m.relay(bytes), m.serial(bytes)) + m.alone(1, bytes);
}

/** Every rank sends its buffer to the rank before and the rank behind. */
export function neighbours(dimension: Dimension, m: Meter, bytes: number): Cost {
  if (dimension.kind === 'switch') return throughPort(m, dimension.size === 2 ? 1 : 2, bytes);
  return repeat(m, 1, 1, bytes);
}
