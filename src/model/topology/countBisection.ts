import { requireInteger } from './range.ts';
import type { Topology } from './topology.ts';

/** Most nodes, switches included, for which every cut is tried: 2¹⁵ of them. */
export const MAX_COUNTED_NODES = 16;

/**
 * Bisection bandwidth by trying every cut into equal halves of the NPUs (or halves that differ by one) with every switch
 * on either side. Bytes per second, one direction.
 * @throws RangeError past MAX_COUNTED_NODES.
 */
export function countBisection(topology: Topology): number {
  const { nodeCount, npuCount, linkCount, ends, bandwidth } = topology;
  requireInteger('number of nodes whose cuts are all tried', nodeCount, 1, MAX_COUNTED_NODES);
  const half = Math.floor(npuCount / 2);
  const npus = (1 << npuCount) - 1;
  let least = Infinity;
  // The last node stays on side 0: a cut and its mirror image are the same.
  for (let side = 0; side < 1 << (nodeCount - 1); side++) {
    const chosen = bitCount(side & npus);
    if (chosen !== half && chosen !== npuCount - half) continue;
    let cut = 0;
    for (let link = 0; link < linkCount && cut < least; link += 2)
      if (((side >> ends[2 * link]!) ^ (side >> ends[2 * link + 1]!)) & 1) cut += bandwidth[link]!;
    least = Math.min(least, cut);
  }
  return least;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest; rest &= rest - 1) count++;
  return count;
}
