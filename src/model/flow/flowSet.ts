import { requireInteger, requirePositive } from '../topology/range.ts';

/**
 * Transfers over a network of links that they share. Flow f crosses the links `route[offset[f]] … route[offset[f+1]−1]`
 * and none twice; with no link it stays where it is and ends as it starts.
 */
export interface FlowSet {
  /** Bytes per second of each link. */
  readonly capacity: Float64Array;
  readonly offset: Uint32Array;
  readonly route: Uint32Array;
  /** Share of a flow's bytes that each link of its route carries; 1 where absent. */
  readonly weight?: Float64Array;
  readonly bytes: Float64Array;
  /** Flow that begins when this one ends (the next hop of the same message), or −1; none where absent. */
  readonly next?: Int32Array;
  /** Seconds between the end of a flow and the begin of the one after it. */
  readonly lag?: Float64Array;
}

/** Most flow–link pairs that one run takes. */
export const MAX_INCIDENCES = 8_388_608;

/**
 * Packs routes given one by one.
 * @throws RangeError naming the flow or link, its value and what is allowed.
 */
export function packFlows(
  capacities: ArrayLike<number>,
  routes: readonly ArrayLike<number>[],
  sizes: ArrayLike<number>,
): FlowSet {
  if (sizes.length !== routes.length)
    throw new RangeError(
      `number of sizes is ${String(sizes.length)}: allowed is ${String(routes.length)}, one for each route`,
    );
  const capacity = Float64Array.from(capacities);
  capacity.forEach((value, link) => requirePositive(`bandwidth of link ${String(link)}`, value));
  const offset = new Uint32Array(routes.length + 1);
  let total = 0;
  routes.forEach((route, f) => {
    total += route.length;
    offset[f + 1] = total;
  });
  requireInteger('number of flow–link pairs', total, 0, MAX_INCIDENCES);
  const route = new Uint32Array(total);
  const bytes = new Float64Array(routes.length);
  const last = new Int32Array(capacity.length).fill(-1);
  routes.forEach((links, f) => {
    bytes[f] = requirePositive(`bytes of flow ${String(f)}`, sizes[f]!, true);
    for (let i = 0; i < links.length; i++) {
      const link = requireInteger(
        `link ${String(i)} of flow ${String(f)}`,
        links[i]!,
        0,
        capacity.length - 1,
      );
      if (last[link] === f)
        throw new RangeError(
          `route of flow ${String(f)} crosses link ${String(link)} twice: allowed are routes that cross a link once`,
        );
      last[link] = f;
      route[offset[f]! + i] = link;
    }
  });
  return { capacity, offset, route, bytes };
}
