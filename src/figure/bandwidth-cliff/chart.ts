import { linearScale, logScale, type Scale } from '../../encoding/scale.ts';

/** Pixels. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
}

/** A level stretch of a staircase: what leaves a group of chips, up to the next larger group. */
export interface CliffStep {
  /** Chips in the group whose outgoing links are counted. */
  readonly group: number;
  /** Chips in the next larger group, where the stretch ends. */
  readonly chips: number;
  /** GB/s for each chip inside, one direction, over all links that leave the group. */
  readonly bandwidth: number;
  /** What leaves the group leaves it as light. */
  readonly light: boolean;
}

export interface CliffLine {
  readonly id: string;
  readonly steps: readonly CliffStep[];
  /** GB/s a chip over the network between machines, null where the record has none. */
  readonly beyond: number | null;
  /** Shipping or measured; what is announced or listed is drawn as an outline. */
  readonly firm: boolean;
  readonly label: { readonly title: string; readonly detail: string };
}

/** Where a reader thinks that the line falls, and to what. */
export interface CliffGuess {
  readonly chips: number;
  readonly bandwidth: number;
}

export interface CliffProps {
  readonly lines: readonly CliffLine[];
  /** The line in full ink, with the ground under it; one of `lines`, or none. */
  readonly focus: string | null;
  readonly scale: 'log' | 'linear';
  /** How many times the GB/s of one direction are printed: twice where both are added. */
  readonly times: 1 | 2;
  /** First level of the line that the reader is asked to draw, GB/s. */
  readonly first: number;
  /** Whether the reader is still asked. */
  readonly question: boolean;
  readonly guess: CliffGuess | null;
  readonly words: {
    readonly x: string;
    readonly y: string;
    readonly yours: string;
    readonly start: string;
    readonly beyond: string;
  };
}

export const cliffRange = { chips: 32_768, least: 10, most: 1_400 } as const;

export const edges = { left: 54, right: 20, top: 34, bottom: 46 } as const;
export const chipTicks = [1, 10, 100, 1000, 10_000] as const;
export const bandwidthTicks = {
  log: [10, 20, 50, 100, 200, 500, 1000],
  linear: [0, 250, 500, 750, 1000],
} as const;

/** Both scales of the chart in a frame: chips and GB/s to pixels, and back. */
export function cliffScales(
  { width, height }: ChartFrame,
  scale: CliffProps['scale'],
): { x: Scale; y: Scale } {
  const x = logScale([1, cliffRange.chips], [edges.left, width - edges.right]);
  const range: [number, number] = [height - edges.bottom, edges.top];
  const y =
    scale === 'log'
      ? logScale([cliffRange.least, cliffRange.most], range)
      : linearScale([0, cliffRange.most], range);
  return { x, y };
}

/** What a point of the chart stands for, inside the chart and at least 1 of each. */
export function cliffPlace(
  frame: ChartFrame,
  scale: CliffProps['scale'],
  point: { readonly x: number; readonly y: number },
): CliffGuess {
  const { x, y } = cliffScales(frame, scale);
  const inside = (value: number, most: number) => Math.min(most, Math.max(1, value));
  return {
    chips: inside(x.invert(point.x), cliffRange.chips),
    bandwidth: inside(y.invert(point.y), cliffRange.most),
  };
}

/** A level stretch as it lies in the drawing, pixels. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly step: CliffStep;
}

/** Where a bandwidth lies; what is below the axis lies on it. */
export function heightOf(
  y: (value: number) => number,
  bandwidth: number,
  scale: CliffProps['scale'],
): number {
  return y(Math.max(bandwidth, scale === 'log' ? cliffRange.least : 0));
}

/** The level stretches of every line, each at its value: lines of the same value run in one. */
export function levelsOf(props: CliffProps, frame: ChartFrame): { line: CliffLine; levels: Level[] }[] {
  const { x, y } = cliffScales(frame, props.scale);
  return props.lines.map((line) => {
    const beyond =
      line.beyond === null
        ? []
        : [
            {
              group: line.steps.at(-1)!.chips,
              chips: cliffRange.chips,
              bandwidth: line.beyond,
              light: true,
            },
          ];
    let from: number = edges.left;
    const levels = [...line.steps, ...beyond].map((step): Level => {
      const to = x(Math.min(step.chips, cliffRange.chips));
      const own = { from, to, y: heightOf(y, step.bandwidth, props.scale), step };
      from = to;
      return own;
    });
    return { line, levels };
  });
}
