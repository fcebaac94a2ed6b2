import type { TimelineMove, TimelineProps } from './timelineProps.ts';
import { isEnd } from './mark.ts';
import { px } from '../label/svgText.ts';

/** Writes paths whose time runs one way: `at` along the axis, `off` across it, in pixels. */
export interface Pen {
  bar(from: number, to: number, off: number, thick: number): string;
  line(from: number, to: number, off: number): string;
  dot(at: number, off: number, radius: number): string;
  point(at: number, off: number): string;
}

/** A disc in one arc, which starts and all but ends at its top: half the text of two arcs, many times on a sheet. */
const disc = (x: number, y: number, r: number) => `M${px(x)} ${px(y - r)}a${px(r)} ${px(r)} 0 1 1-.1 0z`;

/** Time from left to right. */
export const acrossPen: Pen = {
  bar: (from, to, off, thick) => `M${px(from)} ${px(off - thick / 2)}H${px(to)}v${thick}H${px(from)}z`,
  line: (from, to, off) => `M${px(from)} ${px(off)}H${px(to)}`,
  dot: (at, off, radius) => disc(at, off, radius),
  point: (at, off) => `${px(at)} ${px(off)}`,
};

/** Time from the top down. */
export const downPen: Pen = {
  bar: (from, to, off, thick) => `M${px(off - thick / 2)} ${px(from)}V${px(to)}h${thick}V${px(from)}z`,
  line: (from, to, off) => `M${px(off)} ${px(from)}V${px(to)}`,
  dot: (at, off, radius) => disc(off, at, radius),
  point: (at, off) => `${px(off)} ${px(at)}`,
};

/** A move as a stroke in its row: where it begins, where it ends, and how far from the axis its row is. */
export interface Stroke {
  readonly move: TimelineMove;
  readonly from: number;
  readonly to: number;
  /** Counted from the axis. */
  readonly row: number;
}

const shownFrom = (day: number, { from, to }: TimelineProps) => Math.min(to, Math.max(from, day));

/** Days from the first to the last that a move is drawn for. */
function reachOf(move: TimelineMove, props: TimelineProps): readonly [number, number] {
  const days = move.measures
    .flat()
    .flatMap((state) => [state.from, isEnd(state) ? state.from : (state.to ?? props.evidence + 1)]);
  const first = Math.min(move.to, ...days);
  return [shownFrom(first, props), shownFrom(Math.max(move.to, ...days), props)];
}

/** Between two strokes of a row, and what a dot takes to each side, in pixels. */
const between = 7;

/**
 * Puts moves into rows by date, each into the row nearest to the axis where nothing is drawn any more: what lasts piles
 * up outwards.
 * @param place where a day lies along the axis
 */
export function packStrokes(
  moves: readonly TimelineMove[],
  props: TimelineProps,
  place: (day: number) => number,
): Stroke[] {
  const ends: number[] = [];
  return moves
    .map((move) => {
      const [first, last] = reachOf(move, props);
      return { move, from: place(first), to: place(last) };
    })
    .toSorted((a, b) => a.from - b.from)
    .map(({ move, from, to }) => {
      const free = ends.findIndex((end) => end + between <= from);
      const row = free < 0 ? ends.length : free;
      ends[row] = Math.max(to, from + 3);
      return { move, from, to, row };
    });
}

export const rowsOf = (strokes: readonly Stroke[]): number =>
  Math.max(0, ...strokes.map(({ row }) => row + 1));

/** How a stroke is drawn: what holds, and the dotted line of what is announced, suspended or written for later. */
export interface StrokePaths {
  readonly solid: string;
  readonly dotted: string;
}

/** Pixels, and how much of the distance between strokes each takes where they stand close. */
const thickness = {
  small: { most: 2, share: 0.45 },
  large: { most: 5, share: 1 },
  told: { most: 7, share: 1.7 },
} as const;

const sizeOf = ({ large, weight }: TimelineMove): keyof typeof thickness => {
  if (weight === 'told' || weight === 'picked') return 'told';
  return weight === 'linked' || (large && weight === 'plain') ? 'large' : 'small';
};

/**
 * Closed subpaths with the same corners in fewer letters: each begins where the one before it began and ends, so most are
 * a step of a pixel or two away.
 */
function shortened(closed: string): string {
  let before: readonly [number, number] | null = null;
  return closed.replace(/M(-?[\d.]+) (-?[\d.]+)/g, (whole, x: string, y: string) => {
    const at = [Number(x), Number(y)] as const;
    const step = before && `m${px(at[0] - before[0])} ${px(at[1] - before[1])}`;
    before = at;
    return step !== null && step.length < whole.length ? step : whole;
  });
}

/** The paths of a stroke `off` the axis. A measure has its length, a suspension is a dotted gap, an event a dot. */
export function strokePaths(
  { move, from }: Stroke,
  props: TimelineProps,
  place: (day: number) => number,
  off: number,
  { pen, pitch }: { readonly pen: Pen; readonly pitch: number },
): StrokePaths {
  const { most, share } = thickness[sizeOf(move)];
  const thick = Math.round(10 * Math.min(most, share * pitch)) / 10;
  const solid: string[] = [pen.dot(from, off, thick / 2 + 1)];
  const dotted: string[] = [];
  const known = Math.min(props.evidence + 1, props.to);
  for (const state of move.measures.flat()) {
    const start = Math.max(state.from, props.from);
    if (start >= props.to) continue;
    if (isEnd(state)) {
      if (state.from >= props.from)
        solid.push(pen.bar(place(start) - 0.6, place(start) + 0.6, off, thick + 4));
      continue;
    }
    const stop = Math.min(state.to ?? known, props.to);
    const held = !['announced', 'proposed', 'suspended'].includes(state.status);
    const end = held ? Math.min(stop, known) : start;
    if (end > start) solid.push(pen.bar(place(start), place(end), off, thick));
    if (stop > Math.max(end, start)) dotted.push(pen.line(place(Math.max(end, start)), place(stop), off));
  }
  return { solid: shortened(solid.join('')), dotted: dotted.join('') };
}
