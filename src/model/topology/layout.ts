import { layOutClos } from './clos.ts';
import { layOutDragonfly } from './dragonfly.ts';
import { countFullMesh } from './fullMesh.ts';
import { MAX_LINKS, MAX_NODES, requireInteger } from './range.ts';
import { countRing } from './ring.ts';
import { checkLinkKind, countNpus, linkKinds } from './wiring.ts';
import type { Family, Wiring } from './wiring.ts';

/** Where one family's links and switches begin, counted in physical links and in node ids. */
export interface Part {
  readonly family: Family;
  readonly firstLink: number;
  readonly links: number;
  readonly firstSwitch: number;
  readonly switches: number;
}

/** What a wiring holds, counted in closed form, before any table is built. */
export interface Layout {
  readonly npuCount: number;
  readonly switchCount: number;
  /** Physical links; a table has twice as many directed ones. */
  readonly physicalLinks: number;
  readonly parts: readonly Part[];
}

/** Physical links and switches of one family. */
export function countFamily(shape: readonly number[], family: Family): { links: number; switches: number } {
  switch (family.family) {
    case 'fullmesh':
      return { links: countFullMesh(shape, family), switches: 0 };
    case 'ring':
      return { links: countRing(shape, family), switches: 0 };
    case 'clos': {
      const levels = layOutClos(shape, family);
      return {
        links: levels.reduce((sum, level) => sum + level.links, 0),
        switches: levels.reduce((sum, level) => sum + level.groups * level.perGroup, 0),
      };
    }
    case 'dragonfly': {
      const { routers, npuLinks, localLinks, globalLinks } = layOutDragonfly(shape, family);
      return { links: npuLinks + localLinks + globalLinks, switches: routers };
    }
  }
}

/**
 * Counts a wiring's nodes and links and gives every family its range of both.
 * @throws RangeError naming what is out of range: a size, a bandwidth, or a machine past MAX_NODES or MAX_LINKS.
 */
export function layOut(wiring: Wiring): Layout {
  const layout = countLayout(wiring);
  requireInteger('number of directed links', 2 * layout.physicalLinks, 0, MAX_LINKS);
  requireInteger('number of nodes', layout.npuCount + layout.switchCount, 1, MAX_NODES);
  return layout;
}

/**
 * The same for a wiring of any size, of which a link table may never be built.
 * @throws RangeError naming a size or a bandwidth that is out of range.
 */
export function countLayout(wiring: Wiring): Layout {
  const npuCount = countNpus(wiring.shape);
  checkBlock('board', wiring.shape, wiring.boardBlock);
  checkBlock('cabinet', wiring.shape, wiring.cabinetBlock);
  requireInteger('interconnect cabinets', wiring.interconnectCabinets, 0, MAX_NODES);
  let firstLink = 0;
  let firstSwitch = npuCount;
  const parts = wiring.families.map((family) => {
    linkKinds(family).forEach(checkLinkKind);
    const { links, switches } = countFamily(wiring.shape, family);
    const part = { family, firstLink, links, firstSwitch, switches };
    firstLink += links;
    firstSwitch += switches;
    return part;
  });
  return { npuCount, switchCount: firstSwitch - npuCount, physicalLinks: firstLink, parts };
}

function checkBlock(name: string, shape: readonly number[], block: readonly number[]): void {
  if (
    block.length !== 0 &&
    (block.length !== shape.length || shape.some((size, d) => size % block[d]! !== 0))
  )
    throw new RangeError(
      `block of a ${name} is ${block.join(' × ')}: allowed are divisors of the shape ${shape.join(' × ')}`,
    );
}
