/** A dot with its name, to be put into a row: distances along the axis in pixels. */
export interface RowItem {
  readonly id: string;
  readonly x: number;
  /** Width of the name. */
  readonly width: number;
  /** From the middle of the dot to the name; below 0 where the name stands over it. */
  readonly gap: number;
  /** Sides of the dot on which the name stays inside the drawing, the better one first. */
  readonly sides: readonly Side[];
  /** What a line that belongs to it covers; null where none does. */
  readonly reach: readonly [number, number] | null;
}

export type Side = 'right' | 'left';

export interface RowSpot {
  /** Counted from the axis; a dot without a name may lie half a row on. */
  readonly row: number;
  /** On which side of its dot the name stands; null where there is no room for it. */
  readonly side: 'right' | 'left' | null;
}

/** From the middle of a dot to its name, and to what stands beside it. */
export const nameGap = 9;
const dotRoom = 6;
const space = 8;

type Interval = readonly [number, number];

/** What an item covers with its name on a side, or without it. */
function spanOf({ x, width, gap, reach }: RowItem, side: Side | null): Interval {
  const from = Math.min(side === 'left' ? x - gap - width : x, x - dotRoom);
  const to = Math.max(side === 'right' ? x + gap + width : x, x + dotRoom);
  return reach ? [Math.min(from, reach[0]), Math.max(to, reach[1])] : [from, to];
}

/** Puts items into rows in the order given, each into the first row where it meets nothing. */
function fill(items: readonly RowItem[], rows: number) {
  const taken: Interval[][] = [];
  const spots = new Map<string, RowSpot>();
  const put = (item: RowItem, sides: readonly (Side | null)[]) => {
    for (let row = 0; row < rows; row++)
      for (const side of sides) {
        const [from, to] = spanOf(item, side);
        const meets = taken[row]?.some(([start, stop]) => to + space > start && from < stop + space);
        if (meets) continue;
        (taken[row] ??= []).push([from, to]);
        spots.set(item.id, { row, side });
        return true;
      }
    return false;
  };
  const nameless = items.filter((item) => !put(item, item.sides));
  // A line needs a row of its own though its name finds no place; a dot fits between names.
  const left = nameless.filter((item) => !put(item, [null]));
  return { spots, left, rows: taken.length };
}

/** Levels of dots so that none touches another: each takes the first where there is room. */
export function swarm(dots: readonly number[], room = 10): number[] {
  const last: number[][] = [];
  return dots.map((x) => {
    let level = 0;
    while (last[level]?.some((other) => Math.abs(other - x) < room)) level += 1;
    (last[level] ??= []).push(x);
    return level;
  });
}

/**
 * Rows of names along an axis, in order of importance. What finds no place becomes a dot in rows kept for dots, the
 * outermost.
 * @param rows how many rows there are
 * @returns where each item goes, and the rows used: more than `rows` where the dots alone need more
 */
export function packRows(
  items: readonly RowItem[],
  rows: number,
): { spots: ReadonlyMap<string, RowSpot>; rows: number } {
  for (let dots = 0; ; dots++) {
    const filled = fill(items, Math.max(0, rows - dots));
    const levels = swarm(filled.left.map(({ x }) => x));
    const needed = Math.ceil((Math.max(-1, ...levels) + 1) / 2);
    if (needed > dots && dots < rows) continue;
    const start = filled.rows;
    filled.left.forEach(({ id }, i) => filled.spots.set(id, { row: start + levels[i]! / 2, side: null }));
    return { spots: filled.spots, rows: filled.rows + needed };
  }
}
