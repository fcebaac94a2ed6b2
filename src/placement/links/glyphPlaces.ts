import { coordinate, strides } from '../../model/topology/grid.ts';
import type { Topology } from '../../model/topology/topology.ts';
import type { Wiring } from '../../model/topology/wiring.ts';
import type { Point } from '../label/annotation.ts';
import type { Glyph, Glyphs } from './glyphs.ts';

/** Where a glyph can be met: from one corner to the other, which for most are the same point or one line. */
export interface GlyphPlace {
  readonly low: Point;
  readonly high: Point;
}

/** From one cabinet to the next, and radii of the rings around the middle of a board. */
const pitch = 4.6;
const ring = { chips: 1, switches: 0.46, bars: 1.6 } as const;
/** Half the side of a closed board, and how far the ends of a bar stand beyond the boards. */
const plate = 0.92;
const beyond = 0.16;
/** Height from one board to the next: between open ones, beside an open one, between closed ones. */
const step = { open: 1.45, beside: 1.2, closed: 0.15 } as const;
/** From the top of the cabinets up to the planes between them, and from one plane to the next. */
const clearance = 1.45;
const planeStep = { across: 0.46, up: 0.22 } as const;

/** Places of glyphs, in their order. */
export function glyphPlaces(
  wiring: Wiring,
  topology: Topology,
  { all, of }: Glyphs,
  open: readonly number[],
): GlyphPlace[] {
  const places = new Array<GlyphPlace>(all.length);
  const put = (glyph: number, at: Point) => (places[glyph] = { low: at, high: at });
  const angles = new Map<number, number>();
  const origins = originsOf(wiring, open);
  const stacks = open.map((cabinet) => stackOf(all, cabinet));
  const top = Math.max(0, ...stacks.map((heights) => Math.max(0, ...heights.values())));
  open.forEach((cabinet, index) => {
    const [ox, oz] = origins[index]!;
    const inside = all.flatMap((glyph, g) =>
      glyph.kind !== 'plane' && glyph.cabinet === cabinet ? [g] : [],
    );
    for (const [board, y] of stacks[index]!) {
      const on = (kind: Glyph['kind']) =>
        inside.filter((g) => all[g]!.kind === kind && all[g]!.board === board);
      for (const g of on('board'))
        places[g] = { low: [ox - plate, y, oz - plate], high: [ox + plate, y, oz + plate] };
      for (const [kind, radius] of [
        ['chip', ring.chips],
        ['switch', ring.switches],
      ] as const)
        // prettier-ignore
        on(kind).forEach((g, k, { length }) => {
          const angle = (2 * Math.PI * (k + 0.5)) / length;
          const r = length === 1 && kind === 'switch' ? 0 : radius;
          angles.set(g, angle);
          put(g, [ox + r * Math.cos(angle), y, oz + r * Math.sin(angle)]);
        });
    }
    const bars = inside.filter((g) => all[g]!.kind === 'bar');
    anglesOfBars(topology, bars, of, angles).forEach((angle, k) => {
      const [x, z] = [ox + ring.bars * Math.cos(angle), oz + ring.bars * Math.sin(angle)];
      places[bars[k]!] = { low: [x, -beyond, z], high: [x, top + beyond, z] };
    });
  });
  placePlanes(all, origins, top, put);
  return places;
}

/** Heights of the boards of a cabinet, from the last up to the first: closed ones lie close under those that are open. */
function stackOf(all: readonly Glyph[], cabinet: number): Map<number, number> {
  const boards = new Map<number, boolean>();
  for (const { kind, board, cabinet: own } of all)
    if (own === cabinet && (kind === 'chip' || kind === 'board')) boards.set(board, kind === 'chip');
  const rows = [...boards].sort(([a, open], [b, other]) => Number(open) - Number(other) || b - a);
  const heights = new Map<number, number>();
  let y = 0;
  rows.forEach(([board, isOpen], row) => {
    const below = rows[row - 1];
    if (below) y += isOpen && below[1] ? step.open : isOpen || below[1] ? step.beside : step.closed;
    heights.set(board, y);
  });
  return heights;
}

/** Bars over one position of every board stand beside it, several of them side by side; others all around. */
function anglesOfBars(
  { ends, linkCount }: Topology,
  bars: readonly number[],
  of: Int32Array,
  angles: ReadonlyMap<number, number>,
): number[] {
  const met = new Map(bars.map((bar) => [bar, new Set<string>()]));
  for (let link = 0; link < linkCount; link += 2) {
    const [a, b] = [of[ends[2 * link]!]!, of[ends[2 * link + 1]!]!];
    for (const [bar, chip] of [
      [a, b],
      [b, a],
    ] as const) {
      // prettier-ignore
      const angle = angles.get(chip);
      if (angle !== undefined) met.get(bar)?.add(angle.toFixed(6));
    }
  }
  const shared = bars.map((bar) => (met.get(bar)!.size === 1 ? [...met.get(bar)!][0]! : null));
  const used = new Map<string, number>();
  return shared.map((angle, k) => {
    if (angle === null) return (2 * Math.PI * (k + 0.25)) / bars.length;
    const side = used.get(angle) ?? 0;
    used.set(angle, side + 1);
    const beside = shared.filter((other) => other === angle).length;
    return Number(angle) + (side - (beside - 1) / 2) * 0.15;
  });
}

/** Planes stand in a wall over the middle of the cabinets, those over one column of boards over one another. */
function placePlanes(
  all: readonly Glyph[],
  origins: readonly (readonly [number, number])[],
  top: number,
  put: (glyph: number, at: Point) => void,
): void {
  const planes = all.flatMap(({ kind }, g) => (kind === 'plane' ? [g] : []));
  const across = Math.min(8, planes.length);
  const up = Math.ceil(planes.length / across);
  const middle = (k: 0 | 1) => origins.reduce((sum, origin) => sum + origin[k], 0) / origins.length;
  planes.forEach((g, k) => {
    const [column, row] = [Math.floor(k / up), k % up];
    const x = middle(0) + (column - (across - 1) / 2) * planeStep.across;
    put(g, [x, top + clearance + row * planeStep.up, middle(1)]);
  });
}

/** Middle of every open cabinet, across and back: those that differ in one dimension in a row, in two on a grid. */
function originsOf(wiring: Wiring, open: readonly number[]): (readonly [number, number])[] {
  const block = wiring.cabinetBlock;
  const grid = block.length ? wiring.shape.map((length, d) => length / block[d]!) : [1];
  const stride = strides(grid);
  const wide = grid.flatMap((length, d) => (length > 1 ? [d] : []));
  const axis = (d: number | undefined) => {
    const along = (cabinet: number) => (d === undefined ? 0 : coordinate(cabinet, grid[d]!, stride[d]!));
    const taken = [...new Set(open.map(along))].sort((a, b) => a - b);
    return (cabinet: number) => (taken.indexOf(along(cabinet)) - (taken.length - 1) / 2) * pitch;
  };
  const [across, back] = [axis(wide[0]), axis(wide[1])];
  return open.map((cabinet) => [across(cabinet), -back(cabinet)] as const);
}
