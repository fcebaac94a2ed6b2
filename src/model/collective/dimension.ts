import { requireInteger, requirePositive } from '../topology/range.ts';
import type { Switching } from './operation.ts';

export const dimensionKinds = ['ring', 'fullmesh', 'switch'] as const;
export type DimensionKind = (typeof dimensionKinds)[number];

/** One dimension of a machine as collectives see it: `size` nodes that differ in one coordinate only. */
export interface Dimension {
  readonly kind: DimensionKind;
  readonly size: number;
  /** Bytes per second, one direction: of one link for a ring and a full mesh, of one port for a switch. */
  readonly bandwidth: number;
  /** Seconds for one hop; through a switch there are two. */
  readonly latency: number;
}

/** Most nodes of one dimension, and of a machine, that a collective is worked out for. */
export const MAX_RANKS = 262_144;

/** @throws RangeError naming the dimension, its value and the range. */
export function checkDimensions(dimensions: readonly Dimension[]): number {
  if (dimensions.length < 1 || dimensions.length > 8)
    throw new RangeError(`number of dimensions is ${String(dimensions.length)}: allowed are 1 to 8`);
  let ranks = 1;
  dimensions.forEach((dimension, d) => {
    ranks *= requireInteger(`size of dimension ${String(d)}`, dimension.size, 1, MAX_RANKS);
    requirePositive(`bandwidth of dimension ${String(d)}`, dimension.bandwidth);
    requirePositive(`latency of dimension ${String(d)}`, dimension.latency, true);
  });
  return requireInteger('number of ranks', ranks, 1, MAX_RANKS);
}

/** Hops from one node of a dimension to the node `offset` further on: the shorter way round a ring, two through a switch. */
export function hops(dimension: Dimension, offset: number): number {
  const forward = ((offset % dimension.size) + dimension.size) % dimension.size;
  if (forward === 0) return 0;
  if (dimension.kind === 'ring') return Math.min(forward, dimension.size - forward);
  return dimension.kind === 'switch' ? 2 : 1;
}

/** How times are rounded. Whole nanoseconds and bytes are what ASTRA-sim's analytical network counts in. */
export interface Clock {
  /** Rounds each message's time down to whole nanoseconds and each message down to whole bytes. */
  readonly truncate: boolean;
}

/** Nanoseconds from seconds without the last bit's noise, so that 500e-9 s is 500 ns. */
export function nanoseconds(seconds: number): number {
  return Number((seconds * 1e9).toPrecision(14));
}

/**
 * Nanoseconds that one message alone takes. Cut-through: hops × latency + bytes ÷ bandwidth. Store-and-forward: that sum
 * at every hop. Source of the two forms: ASTRA-sim's analytical network, congestion-unaware and -aware.
 */
export function messageTime(
  dimension: Dimension,
  hopCount: number,
  bytes: number,
  switching: Switching,
  clock: Clock,
): number {
  const latency = nanoseconds(dimension.latency);
  const serial = bytes / (dimension.bandwidth / 1e9);
  if (switching === 'cut-through') return whole(hopCount * latency + serial, clock);
  return hopCount * whole(latency + serial, clock);
}

export function whole(value: number, clock: Clock): number {
  return clock.truncate ? Math.floor(value) : value;
}
