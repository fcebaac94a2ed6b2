import { MAX_NODES, requireInteger, requirePositive } from './range.ts';
import type { Clos, ClosLevel, LinkKind } from './wiring.ts';

/**
 * A Clos of two or three levels over a shape of the same number of dimensions, one switch a group at the bottom: the
 * first dimension counts the NPUs of a leaf, the next the leaves of a group, the last the groups.
 * @param oversubscription capacity into a switch from below, over capacity out of it upwards; 1 is non-blocking. The
 *   same for every level; the number of uplinks is rounded up to a whole one.
 * @param links one kind for each level, innermost first.
 * @throws RangeError for other than two or three levels, or an oversubscription below 1.
 */
export function fatTree(shape: readonly number[], links: readonly LinkKind[], oversubscription = 1): Clos {
  requireInteger('levels of a fat tree', shape.length, 2, 3);
  requireInteger('kinds of link of a fat tree', links.length, shape.length, shape.length);
  if (requirePositive('oversubscription', oversubscription) < 1)
    throw new RangeError(`oversubscription is ${String(oversubscription)}: allowed are numbers from 1`);
  let over: readonly number[] = [];
  const levels = shape.map((size, l): ClosLevel => {
    requireInteger(`size of dimension ${String(l)}`, size, 1, MAX_NODES);
    over = [...over, l];
    const down = l > 0 ? shape[l - 1]! : 1;
    // A switch has as many links down as it joins nodes below, and that many ÷ oversubscription up.
    const switches = l === 0 ? 1 : Math.max(1, Math.ceil(down / oversubscription));
    return { over, switches, parallel: 1, link: links[l]!, place: { on: 'interconnect', perBoard: 0 } };
  });
  return { family: 'clos', levels };
}
