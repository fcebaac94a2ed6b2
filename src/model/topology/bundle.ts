import type { Medium, Topology } from './topology.ts';

/** All links of one tier and medium between two places, as one strand to draw or to count. */
export interface Bundle {
  readonly tier: number;
  readonly medium: Medium;
  /** The two places (cabinets or boards), the lower first; equal for links that stay inside one. */
  readonly from: number;
  readonly to: number;
  /** Physical links. */
  readonly links: number;
  /** Cables or module pairs that carry them. */
  readonly cables: number;
  /** Bytes per second, one direction, all links together. */
  readonly bandwidth: number;
}

/**
 * Gathers physical links by tier, medium and pair of places, in one pass over the table; sorted by tier, then place.
 * @param placeOf cabinet or board of every node, such as `topology.place.cabinet`; −1 is a place of its own.
 * @throws RangeError where the places do not match the nodes.
 */
export function bundleLinks(topology: Topology, placeOf: Int32Array): Bundle[] {
  const { ends, bandwidth, medium, tier, media, linksPerCable, linkCount, nodeCount } = topology;
  if (placeOf.length !== nodeCount)
    throw new RangeError(
      `placeOf has ${String(placeOf.length)} entries: allowed is one for each of ${String(nodeCount)} nodes`,
    );
  const places = placeOf.reduce((most, place) => Math.max(most, place), -1) + 2;
  const links = new Map<number, number>();
  const capacity = new Map<number, number>();
  for (let link = 0; link < linkCount; link += 2) {
    const a = placeOf[ends[2 * link]!]! + 1;
    const b = placeOf[ends[2 * link + 1]!]! + 1;
    const pair = a < b ? a * places + b : b * places + a;
    const key = (tier[link]! * media.length + medium[link]!) * places * places + pair;
    links.set(key, (links.get(key) ?? 0) + 1);
    capacity.set(key, (capacity.get(key) ?? 0) + bandwidth[link]!);
  }
  return [...links.keys()]
    .sort((a, b) => a - b)
    .map((key) => {
      const pair = key % (places * places);
      const kind = Math.floor(key / (places * places));
      const t = Math.floor(kind / media.length);
      return {
        tier: t,
        medium: media[kind % media.length]!,
        from: Math.floor(pair / places) - 1,
        to: (pair % places) - 1,
        links: links.get(key)!,
        cables: Math.ceil(links.get(key)! / linksPerCable[t]!),
        bandwidth: capacity.get(key)!,
      };
    });
}
