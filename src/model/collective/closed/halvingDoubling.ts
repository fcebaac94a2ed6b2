import { whole, type Dimension } from '../dimension.ts';
import type { Operation } from '../operation.ts';
import { inTurn, type Cost, type Meter, type Timing } from './cost.ts';

/**
 * Partners at distances 1, 2, 4, … exchange S/2, S/4, S/8, … On a ring d neighbours at a time send d links on; stored and
 * forwarded, their messages march in step and none waits.
 * @returns null where there is no formula: a number of ranks that is not a power of two, or a ring cut through, where who
 *   waits for whom decides.
 */
export function halvingDoubling(
  dimension: Dimension,
  m: Meter,
  operation: Operation,
  bytes: number,
  timing: Timing,
): Cost | null {
  const n = dimension.size;
  const levels = Math.log2(n);
  const ring = dimension.kind === 'ring';
  if (!Number.isInteger(levels) || (ring && timing.switching === 'cut-through')) return null;
  const total = operation === 'all-gather' ? bytes * n : bytes;
  const half = Array.from({ length: levels }, (_, level) => {
    const message = whole(total / 2 ** (level + 1), timing);
    const hops = ring ? 2 ** level : dimension.kind === 'switch' ? 2 : 1;
    return {
      duration: m.alone(hops, message),
      busy: (ring ? hops : 1) * m.serial(message),
      latency: hops * m.latency,
      steps: 1,
    };
  });
  const cost = operation === 'all-reduce' ? inTurn(...half, ...half) : inTurn(...half);
  // On a full mesh every distance has a link of its own.
  const once = (half[0]?.busy ?? 0) * (operation === 'all-reduce' ? 2 : 1);
  return dimension.kind === 'fullmesh' ? { ...cost, busy: once } : cost;
}
