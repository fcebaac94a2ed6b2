import type { PlacedAnnotations, Pixel } from '../../src/placement/label/placed.ts';
import type { Solids } from '../../src/placement/solid/solids.ts';
import type { Frame, Projector } from '../../src/placement/view/camera.ts';
import { apart, drawnOn, meet, overlaps, stretches, type Rectangle, type Stretch } from './drawnOutlines.ts';
import { isFaint } from './leaderContrast.ts';

/** What is wrong with the words of one picture, counted. */
export interface LabelFaults {
  /** Texts over something drawn, over an outline, over the person or over another text. */
  readonly over: number;
  /** Leaders through another leader, a text, a dimension line or the person. */
  readonly crossings: number;
  readonly clipped: number;
  /** Lines that end within a number and its unit, its noun or its ratio. */
  readonly broken: number;
  /** Leaders and texts that stand out too little from what is behind them, in either theme. */
  readonly contrast: number;
  /** Labels short of three, or of all that could be named where they are fewer. */
  readonly missing: number;
}

export const kinds = ['over', 'crossings', 'clipped', 'broken', 'contrast', 'missing'] as const;

/** A picture with its words, as their placement gives them. */
export interface Lettered {
  readonly solids: Solids;
  readonly project: Projector;
  readonly frame: Frame;
  /** Convex outlines of the person. */
  readonly person: readonly (readonly Pixel[])[];
  readonly placed: PlacedAnnotations;
  /** How many things could be named. */
  readonly nameable: number;
  /** Whether leaders have a stroke of paper beneath them. */
  readonly halo: boolean;
}

/** No text of the figures is wider than this a letter: measured in Barlow 600 at 13 pixels. */
const letter = 6.75;
const leading = 18;

/** @param large set in letters of 21 pixels, where others have 14 */
function room(text: string, [x, y]: Pixel, align: 'start' | 'middle' | 'end', large = false): Rectangle {
  const scale = large ? 21 / 14 : 1;
  const lines = text.split('\n').filter((line) => line !== '');
  const width = Math.max(...lines.map((line) => line.length)) * letter * scale;
  const left = x - { start: 0, middle: width / 2, end: width }[align];
  return [left, y - 10 * scale, left + width, y + 3 * scale + leading * (lines.length - 1)];
}

/** Counts what is wrong, apart from the code that places the words: exact outlines against exact rectangles. */
export function labelFaults(lettered: Lettered): LabelFaults {
  const { placed, solids, project, frame, person, nameable } = lettered;
  const drawn = drawnOn(solids, project, frame);
  const labels = placed.labels.map((label) => ({
    label,
    box: room(
      label.words.detail === '' ? label.words.title : `${label.words.title}\n${label.words.detail}`,
      label.at,
      label.align,
    ),
    leader: stretches(label.leader),
  }));
  const lengths = placed.dimensions.map((length) => ({
    length,
    box: room(length.text, length.textAt, length.align, length.large),
  }));
  const texts = [...labels, ...lengths].map(({ box }) => box);
  const lines = placed.dimensions.flatMap(({ line, extensions }): Stretch[] => [line, ...extensions]);
  const through = (stretch: Stretch, box: Rectangle) => overlaps(stretch, box);
  const over =
    texts.filter((box) =>
      [...drawn.filter(({ extent }) => !apart(extent, box))].some(({ outline }) => overlaps(outline, box)),
    ).length +
    texts.filter((box) => person.some((piece) => overlaps(piece, box))).length +
    texts.filter((box, i) => texts.slice(0, i).some((other) => !apart(box, other))).length;
  let crossings = 0;
  labels.forEach(({ leader, label }, i) => {
    for (const stretch of leader) {
      crossings += labels
        .slice(0, i)
        .filter((other) => other.leader.some((one) => meet(stretch, one))).length;
      crossings += lines.filter((line) => meet(stretch, line)).length;
      crossings += texts.filter((box, k) => k !== i && through(stretch, box)).length;
    }
    const isPersons = person.some((piece) =>
      overlaps([label.leader[0]!, [label.leader[0]![0] + 0.5, label.leader[0]![1] + 0.5]], bounds(piece)),
    );
    if (!isPersons && leader.some((stretch) => person.some((piece) => through(stretch, bounds(piece)))))
      crossings++;
  });
  const clipped = texts.filter(
    ([left, top, right, bottom]) => left < 0 || top < 0 || right > frame.width || bottom > frame.height,
  ).length;
  const broken = labels.filter(({ label: { words } }) => [words.title, words.detail].some(isBroken)).length;
  const contrast = labels.filter(({ leader }) => isFaint(leader, drawn, lettered.halo)).length;
  const missing = Math.max(0, Math.min(3, nameable) - labels.length);
  return { over, crossings, clipped, broken, contrast, missing };
}

function bounds(piece: readonly Pixel[]): Rectangle {
  const [xs, ys] = [piece.map(([x]) => x), piece.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Whether a line of a text begins or ends inside of what belongs together. */
export function isBroken(text: string): boolean {
  const lines = text.split('\n');
  return lines.some((line, i) => {
    if (i === 0) return false;
    const before = lines[i - 1]!;
    return (
      /^[:×,;.]/.test(line) ||
      /[:×]$/.test(before) ||
      /(^|\s)\d([\d,.]*\d)?$/.test(before) ||
      /^\d([\d,.]*\d)?$/.test(line) ||
      (/\bof$/.test(before) && /^\d/.test(line))
    );
  });
}
