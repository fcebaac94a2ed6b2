import type { Dimension } from '../dimension.ts';
import { lanes, sharedLanes } from '../message/lane.ts';
import type { Switching } from '../operation.ts';
import type { Program } from '../program/program.ts';
import { timeExchange, type ExchangeResult } from './exchange.ts';
import type { Leg } from './leg.ts';

/**
 * One step in a group with nothing broken. Where all ranks act alike the flows fall into classes by their distance and the
 * links into classes by direction (ring), distance (full mesh) or side of the port (switch); max-min rates are unique, so
 * they are equal within a class and one member of each stands for all. Otherwise every message of one group is a flow.
 * @param unit bytes of one block.
 * @returns links named as in `lane.ts`, or by class.
 */
export function timeAlike(
  dimension: Dimension,
  program: Program,
  step: number,
  unit: number,
  switching: Switching,
): ExchangeResult {
  const shared = standsForAll(dimension, program);
  const { latency, bandwidth } = dimension;
  const ways: Leg[][] = [];
  const bytes: number[] = [];
  for (let rank = 0; rank < (shared ? 1 : program.ranks); rank++)
    for (const { to, parts } of program.sends(rank, step)) {
      const route = shared ? sharedLanes(dimension, to) : lanes(dimension, rank, to);
      ways.push(
        shared && switching === 'cut-through'
          ? grouped(route, latency)
          : route.map((lane) => ({ links: [lane], shares: [1], latency })),
      );
      bytes.push(parts * unit);
    }
  return timeExchange({ ways, bytes }, () => bandwidth, switching);
}

export function standsForAll(dimension: Dimension, program: Program): boolean {
  return program.symmetry === 'shift' || (program.symmetry === 'exchange' && dimension.kind !== 'ring');
}

/** A way that crosses a class of links several times takes that many shares of it. */
function grouped(route: readonly number[], latency: number): Leg[] {
  const counts = new Map<number, number>();
  for (const lane of route) counts.set(lane, (counts.get(lane) ?? 0) + 1);
  return [{ links: [...counts.keys()], shares: [...counts.values()], latency: route.length * latency }];
}
