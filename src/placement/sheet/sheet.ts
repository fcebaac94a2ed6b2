import type { DrawnAs, Point } from '../label/annotation.ts';
import { anchorsOf } from '../label/anchors.ts';
import type { Ground } from '../label/ground.ts';
import type { LabelWords } from '../label/hallWords.ts';
import { groundUnder, narrow, placeWords, type Seen } from '../label/labelLayout.ts';
import { runsThrough, touches } from '../label/lines.ts';
import type { Pixel, PlacedAnnotations, PlacedDimension } from '../label/placed.ts';
import { placeDimension } from '../label/placeDimension.ts';
import type { Nameable } from '../label/leader.ts';
import { takenBy } from '../label/placeLabels.ts';
import { largeLetters, textBox } from '../label/wording.ts';
import type { SheetLinks } from '../links/sheetLinks.ts';
import { boxesOf, joinSolids, type Solids } from '../solid/solids.ts';
import { type Camera, type Frame, type Projector } from '../view/camera.ts';
import { fitBoxes, fitCamera, type Bounds } from '../view/viewpoint.ts';

/** A name for what is drawn as certain boxes. */
export interface SheetLabel {
  readonly boxes: DrawnAs;
  readonly words: LabelWords;
}

/** Names of things side by side in one order: the first of each, then the second of each. */
export function byTurns(each: readonly (readonly SheetLabel[])[]): SheetLabel[] {
  const count = Math.max(...each.map(({ length }) => length));
  return Array.from({ length: count }, (_, i) => each.flatMap((labels) => labels[i] ?? [])).flat();
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
  /** The most telling first. */
  readonly labels: readonly SheetLabel[];
  readonly dimensions: readonly SheetDimension[];
  readonly differences: readonly Difference[];
  /** Left out where nothing is joined. */
  readonly links?: SheetLinks;
}

/** The solids of a sheet on a picture of that size. */
export const sheetSolids = ({ solids, small }: Pick<Sheet, 'solids' | 'small'>, frame: Frame): Solids =>
  (frame.width < narrow ? small : null) ?? solids;

const joined = new WeakMap<Solids, Solids>();

/** Everything that is seen of a sheet: its solids, and what lies under the lines between them. */
export function seenSolids(sheet: Pick<Sheet, 'solids' | 'small' | 'links'>, frame: Frame): Solids {
  const solids = sheetSolids(sheet, frame);
  if (!sheet.links) return solids;
  const known = joined.get(solids) ?? joinSolids([sheet.links.beneath, solids]);
  joined.set(solids, known);
  return known;
}

/** The camera that sees the whole sheet, with room for its words; what is joined fills it as far as it reaches. */
export function sheetCamera(
  sheet: Pick<Sheet, 'bounds' | 'angles' | 'solids' | 'small' | 'links'>,
  frame: Frame,
): Camera {
  const { bounds, angles, links } = sheet;
  return links
    ? fitBoxes(boxesOf(seenSolids(sheet, frame)), angles, frame)
    : fitCamera(bounds, angles, frame);
}

/** A sheet as its picture of some size shows it. */
export const seenSheet = (
  sheet: Sheet,
  solids: Solids,
  yaw: number,
  project: Projector,
  frame: Frame,
): Seen => ({
  solids,
  project,
  frame,
  person: sheet.person && { feet: sheet.person, yaw },
  ...(sheet.links && { lines: sheet.links.lines }),
});

/** What a sheet would name, with where each is seen. */
export function sheetNames(
  { labels }: Pick<Sheet, 'labels'>,
  ground: Ground,
  { solids }: Seen,
  first: SheetLabel | null = null,
): Nameable[] {
  return labels
    .toSorted((a, b) => Number(b === first) - Number(a === first))
    .map((label) => {
      const own = (box: number) => label.boxes(solids, box);
      return { words: label.words, picked: label === first, anchors: anchorsOf(ground.sight, own), own };
    });
}

/**
 * Where the words of a sheet stand on a picture. On a narrow one differences come before lengths.
 * @param first the name that the reader asks for
 */
export function placeSheet(
  sheet: Pick<Sheet, 'labels' | 'dimensions' | 'differences'>,
  seen: Seen,
  first: SheetLabel | null = null,
): PlacedAnnotations {
  const { dimensions, differences } = sheet;
  const ground = groundUnder(seen);
  const { project, frame } = seen;
  const told = frame.width < narrow && differences.length > 0 ? [] : dimensions;
  return placeWords(sheetNames(sheet, ground, seen, first), ground, [
    ...differences.map(
      (difference) => (before: readonly PlacedDimension[]) =>
        placeDifference(difference, 'ratio', project, ground, before),
    ),
    ...told.map(
      (dimension) => (before: readonly PlacedDimension[]) =>
        placeDimension(dimension, dimension.text, project, ground, before),
    ),
    // Values come last, where there is room for them beside all else.
    ...(frame.width < narrow ? [] : differences).map(
      (difference) => (before: readonly PlacedDimension[]) =>
        placeDifference(difference, 'values', project, ground, before),
    ),
  ]);
}

/**
 * A difference in the hand of a dimension line: its line with the ratio above it, or the values below, where nothing is
 * drawn.
 */
function placeDifference(
  { from, to, at, text, values, row }: Difference,
  said: 'ratio' | 'values',
  project: Projector,
  ground: Ground,
  before: readonly PlacedDimension[],
): PlacedDimension[] {
  const pixel = (p: Point): Pixel => {
    const [x, y] = project(...p);
    return [x, y];
  };
  const [a, b, middle] = [pixel(from), pixel(to), pixel(at)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  // Seen nearly end on, a line has no room for words.
  if (Math.abs(b[0] - a[0]) < 60) return [];
  const slope = Math.abs(b[1] - a[1]) / length;
  // The longer the words and the steeper the line, the further they keep from it.
  const away = (words: string) => 6 + words.length * 3.3 * slope;
  const taken = takenBy(before);
  const below = said === 'values';
  if (below && !before.some((one) => one.row === row)) return [];
  const words = below ? values : text;
  const along = [0, -0.08, 0.08, -0.16, 0.16, -0.24, 0.24];
  // A ratio is large where there is room for it.
  for (const large of below ? [false] : [true, false]) {
    const off = below ? 14 + away(words) : -away(words) * (large ? largeLetters : 1);
    for (const share of along) {
      const textAt: Pixel = [middle[0] + (b[0] - a[0]) * share, middle[1] + (b[1] - a[1]) * share + off];
      const box = textBox(words, textAt, 'middle', large);
      const isClear =
        ground.isFree(box) &&
        !taken.boxes.some((other) => touches(box, other, 2)) &&
        !taken.lines.some((line) => runsThrough(line, box));
      const line = [a, below ? a : b] as const;
      if (isClear)
        return [{ text: words, row, line, extensions: [], textAt, align: 'middle', ...(large && { large }) }];
    }
  }
  return [];
}
