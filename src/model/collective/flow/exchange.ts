import { finishTimes } from '../../flow/finishTimes.ts';
import { MAX_INCIDENCES, type FlowSet } from '../../flow/flowSet.ts';
import type { Switching } from '../operation.ts';
import type { MachineDimension } from '../machine.ts';
import type { Program } from '../program/program.ts';
import type { Router } from './way.ts';
import type { Way } from './leg.ts';

/** Messages that set out together. */
export interface Exchange {
  readonly ways: readonly Way[];
  readonly bytes: readonly number[];
}

/** Seconds until the last has arrived, and the bytes that each link has carried. */
export interface ExchangeResult {
  readonly seconds: number;
  readonly links: readonly number[];
  readonly bytes: readonly number[];
  /** Longest time in seconds that one of the links would send at full speed. */
  readonly busy: number;
  /** Latency in seconds of the longest way. */
  readonly latency: number;
}

/** Adds the links of one more way. @throws RangeError past `MAX_INCIDENCES`. */
function claim(crossed: number, way: Way): number {
  const sum = way.reduce((total, { links }) => total + links.length, crossed);
  if (sum > MAX_INCIDENCES)
    throw new RangeError(
      `the flows of one step cross more than ${String(MAX_INCIDENCES)} links: allowed are fewer; a ring has fewer messages at once, the closed level has no flows`,
    );
  return sum;
}

/** Every message of a step in some groups, each named by its first rank. */
export function messagesOf(
  { size, stride }: MachineDimension,
  program: Program,
  step: number,
  unit: number,
  bases: Iterable<number>,
  way: Router,
): Exchange {
  const ways: Way[] = [];
  const bytes: number[] = [];
  let crossed = 0;
  for (const base of bases)
    for (let rank = 0; rank < size; rank++)
      for (const { to, parts } of program.sends(rank, step)) {
        const own = way(base + rank * stride, base + to * stride);
        crossed = claim(crossed, own);
        ways.push(own);
        bytes.push(parts * unit);
      }
  return { ways, bytes };
}

/**
 * Times messages that share links max-min fairly. Cut-through, a message is one flow over all links of its way at once;
 * store-and-forward, it is one flow a hop, each beginning when the one before has arrived.
 * @param bandwidth bytes per second of a link.
 * @throws RangeError past `MAX_INCIDENCES`.
 */
export function timeExchange(
  { ways, bytes }: Exchange,
  bandwidth: (link: number) => number,
  switching: Switching,
): ExchangeResult {
  const name = new Map<number, number>();
  const links: number[] = [];
  const route: number[] = [];
  const weight: number[] = [];
  const offset: number[] = [0];
  const sizes: number[] = [];
  const next: number[] = [];
  const lag: number[] = [];
  const tail: number[] = [];
  let latest = 0;
  let crossed = 0;
  ways.forEach((way, m) => {
    crossed = claim(crossed, way);
    latest = Math.max(
      latest,
      way.reduce((sum, leg) => sum + leg.latency, 0),
    );
    way.forEach(({ links: side, shares, latency }, hop) => {
      side.forEach((link, i) => {
        let own = name.get(link);
        if (own === undefined) {
          own = links.push(link) - 1;
          name.set(link, own);
        }
        route.push(own);
        weight.push(shares[i]!);
      });
      if (switching === 'cut-through' && hop < way.length - 1) return;
      offset.push(route.length);
      sizes.push(bytes[m]!);
      const more = hop < way.length - 1;
      next.push(more ? sizes.length : -1);
      lag.push(more ? latency : 0);
      const rest = switching === 'cut-through' ? way.reduce((sum, leg) => sum + leg.latency, 0) : latency;
      tail.push(more ? 0 : rest);
    });
  });
  const flows: FlowSet = {
    capacity: Float64Array.from(links, bandwidth),
    offset: Uint32Array.from(offset),
    route: Uint32Array.from(route),
    weight: Float64Array.from(weight),
    bytes: Float64Array.from(sizes),
    next: Int32Array.from(next),
    lag: Float64Array.from(lag),
  };
  const finish = finishTimes(flows);
  let seconds = 0;
  finish.forEach((time, f) => {
    if (next[f]! < 0) seconds = Math.max(seconds, time + tail[f]!);
  });
  const carried = links.map(() => 0);
  for (let f = 0; f < sizes.length; f++)
    for (let k = offset[f]!; k < offset[f + 1]!; k++) carried[route[k]!]! += weight[k]! * sizes[f]!;
  const busy = carried.reduce((most, load, i) => Math.max(most, load / flows.capacity[i]!), 0);
  return { seconds, links, bytes: carried, busy, latency: latest };
}
