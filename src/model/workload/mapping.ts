import type { Dimension } from '../collective/dimension.ts';
import { requireInteger } from '../topology/range.ts';
import type { Parallelism } from './parallelism.ts';
import type { Axis } from './traffic.ts';

/**
 * The dimensions that a group of `size` ranks, `stride` apart, finds between its members. A part of a full mesh or of a
 * switch's nodes is again one; members of a ring that stand r apart share each link with r − 1 other groups and are r
 * links from each other. A stretch of a ring that does not close carries the closing message on its links' other
 * direction, so it counts as a ring.
 * @param name what the size is called in a refusal.
 * @throws RangeError where the group does not fall evenly on the machine's dimensions.
 */
export function subDimensions(
  dimensions: readonly Dimension[],
  stride: number,
  size: number,
  name = 'size of a group',
): Dimension[] {
  requireInteger('stride of a group', stride, 1, Number.MAX_SAFE_INTEGER);
  requireInteger(name, size, 1, Number.MAX_SAFE_INTEGER);
  const found: Dimension[] = [];
  let inner = 1;
  let placed = 1;
  for (const dimension of dimensions) {
    const outer = inner * dimension.size;
    const low = Math.max(stride, inner);
    const high = Math.min(stride * size, outer);
    if (high > low) {
      const members = high / low;
      const step = low / inner;
      if (!Number.isInteger(members) || !Number.isInteger(step) || dimension.size % (members * step) !== 0)
        break;
      const apart = dimension.kind === 'ring' ? step : 1;
      found.push({
        kind: dimension.kind,
        size: members,
        bandwidth: dimension.bandwidth / apart,
        latency: dimension.latency * apart,
      });
      placed *= members;
    }
    inner = outer;
  }
  if (placed !== size)
    throw new RangeError(
      `${name} is ${String(size)}, of ranks ${String(stride)} apart, and does not fit the machine's dimensions ${dimensions.map(({ size: each }) => String(each)).join(' × ')}: allowed are degrees that divide them, innermost first`,
    );
  return found;
}

/** What the size of an axis's group is called in a refusal. */
export const sizeName = (axis: Axis): string =>
  axis === 'data' ? 'data times context parallelism' : `${axis} parallelism`;

/** Ranks from one member to the next, and how many there are, of the groups of each kind of parallelism. */
export function groupOf(plan: Parallelism, axis: Axis): { readonly stride: number; readonly size: number } {
  const { tensor, context, data, pipeline, expert } = plan;
  switch (axis) {
    case 'tensor':
      return { stride: 1, size: tensor };
    case 'context':
      return { stride: tensor, size: context };
    case 'expert':
      return { stride: tensor, size: expert };
    case 'data':
      return { stride: tensor, size: context * data };
    case 'pipeline':
      return { stride: tensor * context * data, size: pipeline };
  }
}
