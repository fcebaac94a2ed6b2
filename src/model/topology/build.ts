import { layOutClos, writeClos } from './clos.ts';
import { layOutDragonfly, writeDragonfly } from './dragonfly.ts';
import { writeFullMesh } from './fullMesh.ts';
import { coordinate, strides } from './grid.ts';
import { layOut } from './layout.ts';
import type { Part } from './layout.ts';
import { placeNodes } from './place.ts';
import { leavesBlock, writeRing } from './ring.ts';
import { MEDIA } from './topology.ts';
import type { Place, Topology } from './topology.ts';
import { linkKinds, tierNames } from './wiring.ts';
import type { LinkKind, Ring, Wiring } from './wiring.ts';

/** The columns of a link table while they are being filled. */
type Columns = Pick<Topology, 'ends' | 'bandwidth' | 'latency' | 'medium' | 'tier' | 'length'>;

/**
 * Builds the link table of a wiring: every link written once, in the families' order, every column filled in runs.
 * @throws RangeError as `layOut` does.
 */
export function buildTopology(wiring: Wiring): Topology {
  const layout = layOut(wiring);
  const linkCount = 2 * layout.physicalLinks;
  const tiers = tierNames(wiring);
  const columns = {
    ends: new Uint32Array(2 * linkCount),
    bandwidth: new Float64Array(linkCount),
    latency: new Float64Array(linkCount),
    medium: new Uint8Array(linkCount),
    tier: new Uint8Array(linkCount),
    length: new Float32Array(linkCount),
  };
  for (const part of layout.parts) writePart(wiring, part, tiers, columns);
  const kinds = wiring.families.flatMap(linkKinds);
  let place: Place | undefined;
  return {
    nodeCount: layout.npuCount + layout.switchCount,
    npuCount: layout.npuCount,
    switchCount: layout.switchCount,
    linkCount,
    ...columns,
    media: MEDIA,
    tiers,
    linksPerCable: tiers.map((tier) => kinds.find((kind) => kind.tier === tier)!.linksPerCable),
    // Found when first asked for: routes and measures do without.
    get place() {
      return (place ??= placeNodes(wiring, layout));
    },
    assumptions: wiring.assumptions,
  };
}

function writePart(wiring: Wiring, part: Part, tiers: readonly string[], columns: Columns): void {
  const { shape } = wiring;
  const { family, firstLink } = part;
  const fill = (links: number, kind: LinkKind, after: number): number => {
    fillKind(columns, tiers, firstLink + after, firstLink + after + links, kind);
    return after + links;
  };
  switch (family.family) {
    case 'fullmesh':
      writeFullMesh(shape, family, columns.ends, firstLink);
      fill(part.links, family.link, 0);
      return;
    case 'ring':
      writeRing(shape, family, columns.ends, firstLink);
      fill(part.links, family.link, 0);
      if (family.between) fillBetween(shape, family, part, tiers, columns);
      return;
    case 'clos':
      writeClos(shape, family, columns.ends, firstLink, part.firstSwitch);
      layOutClos(shape, family).forEach((level, l) =>
        fill(level.links, family.levels[l]!.link, level.firstLink),
      );
      return;
    case 'dragonfly': {
      writeDragonfly(shape, family, columns.ends, firstLink, part.firstSwitch);
      const { npuLinks, localLinks, globalLinks } = layOutDragonfly(shape, family);
      const local = fill(npuLinks, family.npuLink, 0);
      fill(globalLinks, family.globalLink, fill(localLinks, family.localLink, local));
    }
  }
}

/** Fills the physical links `from … to − 1`, both directions, with one kind. */
function fillKind(
  columns: Columns,
  tiers: readonly string[],
  from: number,
  to: number,
  kind: LinkKind,
): void {
  columns.bandwidth.fill(kind.bandwidth, 2 * from, 2 * to);
  columns.latency.fill(kind.latency, 2 * from, 2 * to);
  columns.medium.fill(MEDIA.indexOf(kind.medium), 2 * from, 2 * to);
  columns.tier.fill(tiers.indexOf(kind.tier), 2 * from, 2 * to);
  columns.length.fill(kind.length, 2 * from, 2 * to);
}

/** Overwrites those links of a ring that leave a block; they come in runs of `stride`. */
function fillBetween(
  shape: readonly number[],
  family: Ring,
  part: Part,
  tiers: readonly string[],
  columns: Columns,
): void {
  const size = shape[family.over]!;
  const stride = strides(shape)[family.over]!;
  const owners = size === 2 ? 1 : size;
  for (let run = 0; run < part.links; run += stride) {
    const position = size === 2 ? 0 : coordinate(run, owners, stride);
    if (!leavesBlock(position, size, family.between!.size)) continue;
    const from = part.firstLink + run;
    fillKind(columns, tiers, from, from + stride, family.between!.link);
  }
}
