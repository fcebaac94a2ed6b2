import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';

/** Pixels. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
}

/** A level stretch of a staircase: this bandwidth up to so many chips. */
export interface CliffStep {
  /** Chips reached, the most that this bandwidth reaches. */
  readonly chips: number;
  /** GB/s a chip, one direction. */
  readonly bandwidth: number;
  /** What leaves the chip's group leaves it as light. */
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
  readonly scale: 'log' | 'linear';
  /** The line the reader is asked to draw, with its first level; null where the answer stands. */
  readonly question: { readonly bandwidth: number } | null;
  readonly guess: CliffGuess | null;
  readonly words: {
    readonly x: string;
    readonly y: string;
    readonly yours: string;
    readonly start: string;
    readonly beyond: string;
  };
}

export const cliffRange = { chips: 32_768, least: 20, most: 1_400 } as const;

export const edges = { left: 54, right: 20, top: 34, bottom: 46 } as const;
export const chipTicks = [1, 8, 72, 384, 1024, 8192] as const;
export const bandwidthTicks = {
  log: [20, 50, 100, 200, 500, 1000],
  linear: [0, 250, 500, 750, 1000],
} as const;

/** Both scales of the chart in a frame: chips and GB/s to pixels, and back. */
export function cliffScales(
  { width, height }: ChartFrame,
  scale: CliffProps['scale'],
): { x: ScaleContinuousNumeric<number, number>; y: ScaleContinuousNumeric<number, number> } {
  const x = scaleLog([1, cliffRange.chips], [edges.left, width - edges.right]);
  const range = [height - edges.bottom, edges.top];
  const y =
    scale === 'log'
      ? scaleLog([cliffRange.least, cliffRange.most], range)
      : scaleLinear([0, cliffRange.most], range);
  return { x, y };
}

/** A level stretch as it lies in the drawing, pixels. */
export interface Level {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly step: CliffStep;
  readonly firm: boolean;
}

/** The level stretches of every line; those that would lie on one another lie side by side, as cables do. */
export function levelsOf(props: CliffProps, frame: ChartFrame): { line: CliffLine; levels: Level[] }[] {
  const { x, y } = cliffScales(frame, props.scale);
  const taken: Level[] = [];
  return props.lines.map((line) => {
    const beyond =
      line.beyond === null ? [] : [{ chips: cliffRange.chips, bandwidth: line.beyond, light: true }];
    let from: number = edges.left;
    const levels = [...line.steps, ...beyond].map((step): Level => {
      const to = x(Math.min(step.chips, cliffRange.chips));
      let level = y(Math.max(step.bandwidth, props.scale === 'log' ? cliffRange.least : 0));
      while (
        taken.some(
          (other) =>
            other.from < to &&
            other.to > from &&
            Math.abs(other.y - level) < (other.firm && line.firm ? 4.5 : 8),
        )
      )
        level += 1;
      const own = { from, to, y: level, step, firm: line.firm };
      from = to;
      return own;
    });
    taken.push(...levels);
    return { line, levels };
  });
}
