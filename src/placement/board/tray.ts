import type { Layout, PlacedPart } from '../../data/schema/layout.ts';

/** A rectangle on the floor of a tray or a substrate and what stands on it; metres, in the tray's own frame. */
export interface PlacedBox<Part = PlacedPart> {
  readonly part: Part;
  /** 1 … count. */
  readonly ordinal: number;
  /** Centre from the left edge and from the front edge. */
  readonly x: number;
  readonly z: number;
  readonly size: readonly [number, number, number];
}

/**
 * Lays `count` parts out in the part's grid, front row first, left to right, inside its region of a tray of the given
 * width and depth. A part larger than its cell is kept at its true size: the region says where, the size how large.
 */
export function placeParts<Part extends Pick<PlacedPart, 'region' | 'grid' | 'size_mm'>>(
  part: Part,
  count: number,
  width: number,
  depth: number,
): readonly PlacedBox<Part>[] {
  const [left, front, right, back] = part.region;
  const [columns, rows] = part.grid;
  const size = part.size_mm.map((mm) => mm / 1000) as unknown as readonly [number, number, number];
  const spread = (from: number, to: number, n: number, i: number, extent: number, own: number) => {
    const free = (to - from) * extent - own;
    return from * extent + own / 2 + (n === 1 ? free / 2 : (free * i) / (n - 1));
  };
  return Array.from({ length: count }, (_, index) => ({
    part,
    ordinal: index + 1,
    x: spread(left, right, columns, index % columns, width, size[0]),
    z: spread(front, back, rows, Math.floor(index / columns), depth, size[1]),
    size: [size[0], size[2], size[1]] as const,
  }));
}

/** What the tray of that class carries, or null where nothing is recorded. */
export function trayOf(layout: Layout, classId: string): Layout['trays'][number] | null {
  return layout.trays.find((tray) => tray.id === classId) ?? null;
}

/** What the package of that class holds, or null. */
export function packageOf(layout: Layout, classId: string): Layout['packages'][number] | null {
  return layout.packages.find((drawing) => drawing.id === classId) ?? null;
}
