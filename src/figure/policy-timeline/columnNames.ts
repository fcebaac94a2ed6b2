import { stackColumn, type StackItem } from './stacking.ts';

/** A name in a column, or what names keep clear of: at which height, and what it wants there. */
export interface ColumnItem extends StackItem {
  /** It stands no farther from where it wants to be than this. */
  readonly farthest: number;
  readonly y: number;
  readonly id: string | null;
}

const gap = 8;

/**
 * Puts names into a column in order of importance. Each that comes makes those before it give way as long as the order
 * of what they name is kept and none goes farther than it may; otherwise it stays out.
 * @returns the upper edge of each name that has a place
 */
export function columnNames(
  names: readonly ColumnItem[],
  taken: readonly ColumnItem[],
  [first, last]: readonly [number, number],
): ReadonlyMap<string, number> {
  let column: readonly ColumnItem[] = apart(taken);
  let tops: readonly number[] = column.map(({ wanted }) => wanted);
  for (const name of names) {
    const tried = [...column, name].toSorted((a, b) => a.y - b.y);
    const placed = stackColumn(tried, gap);
    const fits = tried.every(({ wanted, height, farthest: most, fixed }, i) => {
      const away = Math.abs(placed[i]! - wanted);
      return fixed ? away < 0.5 : away <= most && placed[i]! >= first && placed[i]! + height <= last;
    });
    if (fits) [column, tops] = [tried, placed];
  }
  return new Map(column.flatMap(({ id }, i) => (id === null ? [] : [[id, tops[i]!] as const])));
}

/** What is taken, from the top down; what lies too close for anything between is one. */
function apart(taken: readonly ColumnItem[]): ColumnItem[] {
  return taken
    .toSorted((a, b) => a.wanted - b.wanted)
    .reduce<ColumnItem[]>((all, item) => {
      const last = all.at(-1);
      if (last === undefined || last.wanted + last.height + gap < item.wanted) return [...all, item];
      const bottom = Math.max(last.wanted + last.height, item.wanted + item.height);
      return [...all.slice(0, -1), { ...last, height: bottom - last.wanted }];
    }, []);
}

/** Room on a column that names keep clear of. */
export const takenRoom = (y: number, top: number, bottom: number): ColumnItem => ({
  id: null,
  y,
  farthest: 0,
  wanted: top,
  height: bottom - top,
  fixed: true,
});
