import type { Point } from '../label/annotation.ts';
import type { Camera, Frame, Projector } from '../view/camera.ts';
import type { LabelWords } from '../label/hallWords.ts';
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
} from '../label/labelLayout.ts';
import type { Solids } from '../solid/solids.ts';
import { fitCamera, type Bounds } from '../view/viewpoint.ts';

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

/** What two things differ in: a line from one to the other, the ratio above it and both values below. */
export interface Difference {
  readonly from: Point;
  readonly to: Point;
  /** Where along the line the words stand. */
  readonly at: Point;
  readonly text: string;
  readonly values: string;
  /** The row of the table twin that says the same. */
  readonly row: string;
}

/** A drawing of a few things side by side at one scale, ready to be seen on paper or in 3D; metres. */
export interface Sheet {
  readonly solids: Solids;
  /** The same for a picture too small to count on, or null where it is no different. */
  readonly small: Solids | null;
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

/** The solids of a sheet on a picture of that size. */
export const sheetSolids = ({ solids, small }: Pick<Sheet, 'solids' | 'small'>, frame: Frame): Solids =>
  (frame.width < narrow ? small : null) ?? solids;

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
  const small = frame.width < narrow;
  const sides = small ? [] : (['left', 'right'] as const);
  const [from, to] = [columnEdge('left', frame), columnEdge('right', frame)];
  // Where names stand there is no room for lengths; on a small picture the differences come first.
  const clear = ({ text, textAt: [x], align }: PlacedDimension) => {
    const width = text.length * 6.6;
    const start = x - { start: 0, middle: width / 2, end: width }[align];
    return small ? differences.length === 0 : start > from + 4 && start + width < to - 4;
  };
  return {
    labels: sides.flatMap((side) =>
      column(
        labels.filter((label) => label.side === side),
        side,
        project,
        frame,
      ),
    ),
    dimensions: [
      ...dimensions
        .flatMap((dimension) => placeDimension(dimension, dimension.text, project, frame))
        .filter(clear),
      ...placeDifferences(differences, project, frame),
    ],
  };
}

/** Width of a column of names, pixels. */
const columnWidth = (frame: Frame): number => Math.min(230, frame.width * 0.17);

/** Where the names of a side begin, pixels from the left. */
function columnEdge(side: 'left' | 'right', frame: Frame): number {
  const from = Math.max(16, frame.width * 0.02) + columnWidth(frame);
  return side === 'left' ? from : frame.width - from;
}

function column(
  labels: readonly SheetLabel[],
  side: 'left' | 'right',
  project: Projector,
  frame: Frame,
): PlacedLabel[] {
  const edge = columnEdge(side, frame);
  const inward = side === 'left' ? 1 : -1;
  const seen = labels
    .map((label) => ({ label, at: project(...label.anchor) }))
    .filter(({ at }) => at[0] > 0 && at[0] < frame.width && at[1] > 0 && at[1] < frame.height)
    .sort((a, b) => a.at[1] - b.at[1]);
  const wrapped = seen.map(({ label }) => wrapWords(label.words, columnWidth(frame)));
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

/** From the foot of words to the foot of words above them. */
const lineApart = 15;

/** Differences in the hand of dimension lines, with their values where no two lines are so close that words would meet. */
function placeDifferences(
  differences: readonly Difference[],
  project: Projector,
  frame: Frame,
): PlacedDimension[] {
  const placed = differences.map((one) => placeDifference(one, project));
  const heights = placed.flatMap(({ above, below }) => (above && below ? [{ above, below }] : []));
  const crowded = heights
    .toSorted((a, b) => a.above.textAt[1] - b.above.textAt[1])
    .some(({ below }, i, all) => {
      const next = all[i + 1]?.above.textAt[1];
      return next !== undefined && next - lineApart < below.textAt[1];
    });
  const valued = frame.width >= narrow && !crowded;
  return placed.flatMap(({ above, below }) =>
    [above, valued ? below : undefined].filter((one) => one !== undefined),
  );
}

function placeDifference(
  { from, to, at, text, values, row }: Difference,
  project: Projector,
): { above?: PlacedDimension; below?: PlacedDimension } {
  const pixel = (p: Point): Pixel => {
    const [x, y] = project(...p);
    return [x, y];
  };
  const [a, b, middle] = [pixel(from), pixel(to), pixel(at)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  // Seen nearly end on, a line has no room for words.
  if (Math.abs(b[0] - a[0]) < 60) return {};
  const slope = Math.abs(b[1] - a[1]) / length;
  // The longer the words and the steeper the line, the further they keep from it.
  const clear = (words: string) => 6 + words.length * 3.3 * slope;
  const above: PlacedDimension = {
    text,
    row,
    line: [a, b],
    extensions: [],
    textAt: [middle[0], middle[1] - clear(text)],
    align: 'middle',
  };
  const below: PlacedDimension = {
    text: values,
    row,
    line: [a, a],
    extensions: [],
    textAt: [middle[0], middle[1] + 12 + clear(values)],
    align: 'middle',
  };
  return { above, below };
}
