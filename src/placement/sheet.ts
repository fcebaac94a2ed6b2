import type { Point } from './annotation.ts';
import type { Camera, Frame, Projector } from './camera.ts';
import type { LabelWords } from './hallWords.ts';
import {
  labelHeight,
  narrow,
  placeDimension,
  spread,
  wrapWords,
  type Pixel,
  type PlacedAnnotations,
  type PlacedDimension,
  type PlacedLabel,
} from './labelLayout.ts';
import type { Solids } from './solids.ts';
import { fitCamera, type Bounds } from './viewpoint.ts';

/** A name for a part, set beside the drawing on the side of what it belongs to. */
export interface SheetLabel {
  readonly anchor: Point;
  readonly words: LabelWords;
  readonly side: 'left' | 'right';
}

/** A length, its line set off from the part by `offset`. */
export interface SheetDimension {
  readonly from: Point;
  readonly to: Point;
  readonly offset: Point;
  readonly text: string;
}

/** What two things differ in: a line from one to the other, what each has at its end, the ratio in its middle. */
export interface Difference {
  readonly from: Point;
  readonly to: Point;
  readonly ends: readonly [string, string];
  readonly text: string;
}

/** A drawing of a few things side by side at one scale, ready to be seen on paper or in 3D; metres. */
export interface Sheet {
  readonly solids: Solids;
  readonly bounds: Bounds;
  /** Radians. */
  readonly angles: { readonly yaw: number; readonly pitch: number };
  /** The floor's grid as `x0, z0, x1, z1`, and shadows on it as corners `x, z`; empty where there is no floor. */
  readonly floor: {
    readonly lines: readonly (readonly number[])[];
    readonly shadows: readonly (readonly number[])[];
  };
  /** Feet of the person for scale, or null. */
  readonly person: Point | null;
  readonly labels: readonly SheetLabel[];
  readonly dimensions: readonly SheetDimension[];
  readonly differences: readonly Difference[];
}

/** The camera that sees the whole sheet, with room for its words. */
export function sheetCamera({ bounds, angles }: Pick<Sheet, 'bounds' | 'angles'>, frame: Frame): Camera {
  return fitCamera(bounds, angles, frame);
}

/** Where the words of a sheet stand on a picture. A narrow one has no room for names: the words around it carry them. */
export function placeSheet(
  sheet: Pick<Sheet, 'labels' | 'dimensions' | 'differences'>,
  project: Projector,
  frame: Frame,
): PlacedAnnotations {
  const { labels, dimensions, differences } = sheet;
  return {
    labels:
      frame.width < narrow
        ? []
        : (['left', 'right'] as const).flatMap((side) =>
            column(
              labels.filter((label) => label.side === side),
              side,
              project,
              frame,
            ),
          ),
    dimensions: [
      ...dimensions.flatMap((dimension) => placeDimension(dimension, dimension.text, project, frame)),
      ...differences.flatMap((difference) => placeDifference(difference, project, frame)),
    ],
  };
}

function column(
  labels: readonly SheetLabel[],
  side: 'left' | 'right',
  project: Projector,
  frame: Frame,
): PlacedLabel[] {
  const margin = Math.max(16, frame.width * 0.02);
  const width = Math.min(230, frame.width * 0.17);
  const edge = side === 'left' ? margin + width : frame.width - margin - width;
  const inward = side === 'left' ? 1 : -1;
  const seen = labels
    .map((label) => ({ label, at: project(...label.anchor) }))
    .filter(({ at }) => at[0] > 0 && at[0] < frame.width && at[1] > 0 && at[1] < frame.height)
    .sort((a, b) => a.at[1] - b.at[1]);
  const wrapped = seen.map(({ label }) => wrapWords(label.words, width));
  const ys = spread(
    seen.map(({ at }) => Math.min(at[1] - 30, frame.height * 0.12 + at[1] * 0.55)),
    wrapped.map(labelHeight),
    30,
    frame.height,
  );
  return seen.map(({ at }, index) => {
    const y = ys[index]!;
    return {
      words: wrapped[index]!,
      at: [edge, y],
      align: side === 'left' ? 'end' : 'start',
      picked: false,
      leader: [
        [at[0], at[1]],
        [edge + inward * 26, y - 5],
        [edge + inward * 8, y - 5],
      ],
    };
  });
}

/** A difference in the hand of a dimension line; on a narrow picture its ends say nothing. */
function placeDifference({ from, to, ends, text }: Difference, project: Projector, frame: Frame) {
  const pixel = (p: Point): Pixel => {
    const [x, y] = project(...p);
    return [x, y];
  };
  const [a, b] = [pixel(from), pixel(to)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (length < 40) return [];
  const bare = (words: string, at: Pixel, align: PlacedDimension['align']): PlacedDimension => ({
    text: words,
    line: [at, at],
    extensions: [],
    textAt: at,
    align,
  });
  const middle: Pixel = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 14];
  const line: PlacedDimension = { text, line: [a, b], extensions: [], textAt: middle, align: 'middle' };
  if (frame.width < narrow) return [line];
  // The line falls from the left to the right, so the left word stands above it and the right one below.
  const rises = b[1] < a[1];
  const [left, right] = a[0] <= b[0] ? [a, b] : [b, a];
  const words = a[0] <= b[0] ? ends : ([ends[1], ends[0]] as const);
  return [
    line,
    { ...bare(words[0], [left[0] + 8, left[1] + (rises ? 18 : -8)], 'start'), line: [left, left] as const },
    { ...bare(words[1], [right[0] - 8, right[1] + (rises ? -8 : 18)], 'end'), line: [right, right] as const },
  ];
}
