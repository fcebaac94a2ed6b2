import type { TimelineMove } from './timelineProps.ts';

/** Two moves that a line joins: the later one, and what it acted on or is told with. */
export interface Joined {
  readonly from: string;
  readonly to: string;
  /** Told together now, or an answer on record. */
  readonly kind: 'told' | 'answer';
}

/** The pairs of moves on the sheet that lines join. */
export function joinedMoves(moves: readonly TimelineMove[]): Joined[] {
  const on = new Set(moves.map(({ id }) => id));
  const answers = moves.flatMap(({ id, answers }) =>
    answers.filter((one) => on.has(one)).map((one): Joined => ({ from: one, to: id, kind: 'answer' })),
  );
  const told = moves.filter(({ weight }) => weight === 'told');
  const pair = told.length === 2 ? [{ from: told[0]!.id, to: told[1]!.id, kind: 'told' as const }] : [];
  return [...answers, ...pair];
}

/** A stretch of the axis that a line crosses, in pixels. */
export type Crossing = readonly [number, number];

/**
 * The first place at or after `wanted` where a word of a width stands clear of all lines that cross the axis.
 * @returns null where it would begin after `last`
 */
export function clearPlace(
  wanted: number,
  width: number,
  crossings: readonly Crossing[],
  last: number,
): number | null {
  const starts = [wanted, ...crossings.map(([, to]) => to + 4)].filter((x) => x >= wanted && x <= last);
  const free = (x: number) => crossings.every(([from, to]) => to + 3 < x || from - 3 > x + width);
  return starts.toSorted((a, b) => a - b).find(free) ?? null;
}
