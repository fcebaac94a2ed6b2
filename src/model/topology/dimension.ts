import { requireInteger, requirePositive, MAX_NODES } from './range.ts';
import { countNpus } from './wiring.ts';
import type { Family, LinkKind, Wiring } from './wiring.ts';

/** One entry of a dimension list: `fullmesh:8`, `ring:4`, `switch:72` or `torus:4x4x4`. */
export interface DimensionEntry {
  readonly family: 'fullmesh' | 'ring' | 'torus' | 'switch';
  /** One size, or for a torus one for each of its rings. */
  readonly sizes: readonly number[];
}

/** What the links of one entry have in common. */
export interface EntryLink {
  /** Bytes per second one way: of one link of a ring, torus or full mesh; of a node's port for a switch. */
  readonly bandwidth: number;
  /** Seconds a link. A path through a switch crosses two. */
  readonly latency: number;
}

const FAMILIES = ['fullmesh', 'ring', 'torus', 'switch'] as const;

/**
 * Reads a dimension list, innermost first, such as `fullmesh:8,fullmesh:8,ring:4`.
 * @throws RangeError naming the entry and what is allowed.
 */
export function parseDimensions(list: string): DimensionEntry[] {
  return list.split(',').map((text) => {
    const entry = text.trim();
    const [name, sizes, ...rest] = entry.split(':');
    const family = FAMILIES.find((each) => each === name);
    if (!family || sizes === undefined || rest.length > 0)
      throw new RangeError(
        `"${entry}" is no dimension: allowed are ${FAMILIES.map((each) => `${each}:${each === 'torus' ? '4x4x4' : '8'}`).join(', ')}, joined by commas, innermost first`,
      );
    const numbers = sizes.split('x').map((size) => (/^[+-]?\d+(\.\d+)?$/.test(size) ? Number(size) : NaN));
    if (family !== 'torus' && numbers.length > 1)
      throw new RangeError(`"${entry}" has ${String(numbers.length)} sizes: a ${family} takes one`);
    numbers.forEach((size, i) =>
      requireInteger(`size "${sizes.split('x')[i]!}" of ${entry}`, size, 1, MAX_NODES),
    );
    return { family, sizes: numbers };
  });
}

/**
 * Wires a dimension list: each entry joins the NPUs that differ only in its dimension. Full meshes over every dimension
 * make an n-dimensional full mesh (HyperX); rings make a torus.
 * @param links one for each entry, or a single one for all.
 * @param count the number of NPUs the shape has to give, where it is known.
 * @throws RangeError for a list of another length, a link that could not be one, or another number of NPUs.
 */
export function composeDimensions(
  entries: readonly DimensionEntry[],
  links: readonly EntryLink[],
  count?: number,
): Wiring {
  if (links.length !== 1 && links.length !== entries.length)
    throw new RangeError(
      `${String(links.length)} bandwidths or latencies for ${String(entries.length)} dimensions: allowed are 1 or ${String(entries.length)}`,
    );
  const shape: number[] = [];
  const families: Family[] = [];
  entries.forEach((entry, e) => {
    const { bandwidth, latency } = links[links.length === 1 ? 0 : e]!;
    requirePositive('bandwidth', bandwidth);
    requirePositive('latency', latency, true);
    for (const size of entry.sizes) {
      const over = shape.push(size) - 1;
      const tier = `${String(over)}:${entry.family === 'torus' ? 'ring' : entry.family}`;
      const link: LinkKind = {
        tier,
        bandwidth,
        latency,
        medium: 'unspecified',
        length: 0,
        linksPerCable: 1,
      };
      if (entry.family === 'fullmesh') families.push({ family: 'fullmesh', over, parallel: 1, link });
      else if (entry.family === 'switch')
        families.push({
          family: 'clos',
          levels: [
            { over: [over], switches: 1, parallel: 1, link, place: { on: 'interconnect', perBoard: 0 } },
          ],
        });
      else families.push({ family: 'ring', over, link });
    }
  });
  const npus = countNpus(shape);
  if (count !== undefined && npus !== count)
    throw new RangeError(
      `shape ${shape.join(' × ')} has ${String(npus)} NPUs: allowed are shapes whose product is ${String(count)}`,
    );
  return { shape, families, boardBlock: [], cabinetBlock: [], interconnectCabinets: 0, assumptions: [] };
}
