import type { Cost } from './closed/cost.ts';
import type { Dimension } from './dimension.ts';
import type { Phase } from './phase.ts';

const names = { ring: 'ring', fullmesh: 'full mesh', switch: 'switch' } as const;

/**
 * What takes most of a collective's time, in words: the links of one dimension, or the latency of its steps.
 * @param singleGroup whether the ranks form one group across dimensions.
 */
export function bottleneckOf(
  dimensions: readonly Dimension[],
  phases: readonly Phase[],
  costs: readonly Cost[],
  chunks: number,
  nanoseconds: number,
  singleGroup = false,
): string {
  if (phases.length === 0 || nanoseconds === 0) return 'nothing: a single rank has all it needs';
  const busy = dimensions.map(() => 0);
  phases.forEach((phase, p) => {
    busy[phase.dimension]! += chunks * costs[p]!.busy;
  });
  const worst = busy.indexOf(Math.max(...busy));
  const share = busy[worst]! / nanoseconds;
  const steps = costs.reduce((sum, cost) => sum + cost.steps, 0);
  const latency = costs.reduce((sum, cost) => sum + cost.latency, 0);
  if (share >= 0.5 || busy[worst]! >= latency) {
    const { kind } = dimensions[worst]!;
    const where =
      singleGroup || phases[0]!.operation === 'point-to-point'
        ? 'the links'
        : dimensions.length === 1
          ? `the ${names[kind]}`
          : `dimension ${String(worst)} (${names[kind]})`;
    return `bandwidth of ${where}: its busiest link sends for ${String(Math.round(Math.min(1, share) * 100))} % of the time`;
  }
  return `latency of ${String(steps)} ${steps === 1 ? 'step' : 'steps'}`;
}
