import type { Design } from './design.ts';
import { countLayout } from './layout.ts';
import { linksOfTiers } from './tierLinks.ts';
import type { Clos, Family, Wiring } from './wiring.ts';

/** What a drawing has room for. */
export interface DrawingRoom {
  readonly lines: number;
  readonly chips: number;
  readonly switches: number;
}

/** A design as a drawing can show it: blocks of chips for chips, bundles for links. */
export interface DesignBundle {
  readonly wiring: Wiring;
  /** Planes drawn; one stands for all where the design has more. */
  readonly planes: number;
  readonly lines: number;
  /** Chips of a block; the last block of a dimension may hold fewer. */
  readonly chipsPerNode: number;
  /** Links that a line of each tier stands for, on average where bundles differ. */
  readonly linksPerLine: readonly number[];
}

/**
 * Draws as much together as keeps to the room of a drawing: first the planes, which are alike, then two, three or more
 * neighbours along the dimensions, the longest first. Links inside a block are left out.
 */
export function bundleDesign(design: Design, { lines, chips, switches }: DrawingRoom): DesignBundle {
  let planes = design.planes;
  const blocks = design.shape.map(() => 1);
  for (;;) {
    const shape = design.shape.map((size, d) => Math.ceil(size / blocks[d]!));
    const wiring = { ...design.wiring, shape, families: drawnFamilies(design, shape, planes) };
    const { physicalLinks, npuCount, switchCount } = countLayout(wiring);
    const fits = physicalLinks <= lines && npuCount <= chips && switchCount <= switches;
    const widest = widestDimension(design, shape);
    if (fits || (planes === 1 && shape[widest]! <= leastDrawn(design, widest))) {
      const chipsPerNode = blocks.reduce((a, b) => a * b, 1);
      const linksPerLine = linksOfLines(design, wiring, blocks, planes);
      return { wiring, planes, lines: physicalLinks, chipsPerNode, linksPerLine };
    }
    if (planes > 1) planes = 1;
    else blocks[widest] = nextBlock(design.shape[widest]!, blocks[widest]!);
  }
}

/** The least size that a dimension is drawn with. */
const leastDrawn = ({ family }: Design, dimension: number): number =>
  family === 'ring' ? 3 : family === 'dragonfly' && dimension === 0 ? 1 : 2;

/** The dimension along which chips are drawn together next: the longest; of a dragonfly, first the chips of a router. */
function widestDimension({ family }: Design, shape: readonly number[]): number {
  if (family === 'dragonfly' && shape[0]! > 1) return 0;
  return shape.indexOf(Math.max(...shape));
}

/** The next larger block that divides a dimension, or else the next larger that makes fewer of it. */
function nextBlock(size: number, block: number): number {
  for (let next = block + 1; next <= Math.min(size, 4 * block); next++) if (size % next === 0) return next;
  return block * 2;
}

function drawnFamilies({ wiring }: Design, shape: readonly number[], planes: number): Family[] {
  const families = wiring.families.map((family): Family => {
    if (family.family === 'clos') return drawnClos(family, shape, planes);
    if (family.family !== 'dragonfly') return family;
    const [, routers = 1, groups = 1] = shape;
    return { ...family, globalPerRouter: Math.max(1, Math.ceil((groups - 1) / routers)) };
  });
  return families[0]?.family === 'dragonfly' && planes < wiring.families.length
    ? families.slice(0, planes)
    : families;
}

/** Non-blocking above its first level, as the design is. */
const drawnClos = (family: Clos, shape: readonly number[], planes: number): Clos => ({
  family: 'clos',
  levels: family.levels.map((level, l) => {
    const below = family.levels[l - 1]?.over;
    const added = below ? shape[below.at(-1)!]! : planes;
    return { ...level, switches: added };
  }),
});

/**
 * Links that a line stands for. Between two blocks of a full mesh there is a link for every two chips, of a ring one for
 * every line of chips through both; in between are as many such lines as the block has chips across.
 */
function linksOfLines(design: Design, drawn: Wiring, blocks: readonly number[], planes: number): number[] {
  const [all, lines] = [linksOfTiers(design.wiring), linksOfTiers(drawn)];
  const chips = blocks.reduce((a, b) => a * b, 1);
  return design.tiers.map(({ name }) => {
    const family = design.wiring.families.find((one) => 'over' in one && one.link.tier === name);
    if (family?.family === 'fullmesh') return chips * blocks[family.over]!;
    if (family?.family === 'ring') return chips / blocks[family.over]!;
    if (planes === design.planes && chips === 1) return 1;
    return (all.get(name) ?? 0) / Math.max(1, lines.get(name) ?? 0);
  });
}
