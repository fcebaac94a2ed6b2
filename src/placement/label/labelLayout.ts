import type { Annotations, Callout, Dimension } from './annotation.ts';
import type { Frame, Projector } from '../view/camera.ts';
import type { HallWords, LabelWords } from './hallWords.ts';
import { personHeight } from '../solid/person.ts';

/** Pixels. */
export type Pixel = readonly [number, number];

export interface PlacedLabel {
  /** Broken into lines, which newlines part. */
  readonly words: LabelWords;
  /** Where the text begins (`start`) or ends (`end`), baseline of its title. */
  readonly at: Pixel;
  readonly align: 'start' | 'end';
  readonly picked: boolean;
  /** From the part to the label, with a knee. */
  readonly leader: readonly Pixel[];
}

export interface PlacedDimension {
  readonly text: string;
  /** The row of the table twin that repeats its numbers. */
  readonly row?: string;
  readonly line: readonly [Pixel, Pixel];
  /** Thin lines from the part to the dimension line. */
  readonly extensions: readonly (readonly [Pixel, Pixel])[];
  readonly textAt: Pixel;
  readonly align: 'start' | 'middle' | 'end';
}

export interface PlacedAnnotations {
  readonly labels: readonly PlacedLabel[];
  readonly dimensions: readonly PlacedDimension[];
}

/** The most that a letter of a label takes in width, and from one line to the next; pixels. */
const letter = 6.6;
export const lineHeight = 18;
/** A picture narrower than this carries the picked label alone: the list beside it names the rest. */
export const narrow = 640;

/**
 * Places labels left and right of the drawing, each side sorted by height and spread so that none overlap, and
 * dimension lines set off from the parts they measure. Everything in pixels of the frame.
 */
export function placeAnnotations(
  annotations: Annotations,
  words: HallWords,
  project: Projector,
  frame: Frame,
): PlacedAnnotations {
  const inside = (p: readonly number[]) =>
    p[0]! > 0 && p[0]! < frame.width && p[1]! > 0 && p[1]! < frame.height;
  const shown = annotations.callouts
    .map((callout) => ({ callout, at: project(...callout.anchor) }))
    .filter(({ at }) => inside(at))
    .filter(({ callout }) => frame.width >= narrow || callout.picked);
  const labels =
    frame.width < narrow
      ? shown.slice(0, 1).map((s) => lowLabel(s, words, frame))
      : sideLabels(shown, words, frame);
  const dimensions = annotations.dimensions.flatMap((dimension) =>
    placeDimension(dimension, words.dimension(dimension.metres, dimension.basis), project, frame),
  );
  return { labels, dimensions: legible(labels, dimensions) };
}

/** Of dimensions, those whose text covers no label and no text before it; a length is told by the words around too. */
function legible(
  labels: readonly PlacedLabel[],
  dimensions: readonly PlacedDimension[],
): readonly PlacedDimension[] {
  const taken = labels.map(({ words, at, align }) => textBox(`${words.title}\n${words.detail}`, at, align));
  return dimensions.filter(({ text, textAt, align }) => {
    const box = textBox(text, textAt, align);
    const free = taken.every(
      (other) =>
        box.left > other.right || other.left > box.right || box.top > other.bottom || other.top > box.bottom,
    );
    if (free) taken.push(box);
    return free;
  });
}

/** Room that lines of text take, their first baseline at a pixel. */
function textBox(text: string, [x, y]: Pixel, align: PlacedDimension['align']) {
  const written = text.split('\n').filter((line) => line !== '');
  const width = Math.max(...written.map((line) => line.length)) * letter;
  const left = x - { start: 0, middle: width / 2, end: width }[align];
  return { left, right: left + width, top: y - 11, bottom: y + 4 + (written.length - 1) * lineHeight };
}

interface Shown {
  readonly callout: Callout;
  readonly at: readonly [number, number, number];
}

function wordsOf(callout: Callout, words: HallWords): LabelWords {
  if (callout.names === 'person') return words.person(personHeight);
  return 'links' in callout.names ? words.links(callout.names.links) : words.part(callout.names.part);
}

const lines = (text: string) => (text === '' ? 0 : text.split('\n').length);

/** Height of a label with the room below it, pixels. */
export const labelHeight = ({ title, detail }: LabelWords): number =>
  (lines(title) + lines(detail)) * lineHeight + 22;

/** Breaks words into lines that fit a width in pixels. */
export function wrapWords(words: LabelWords, width: number): LabelWords {
  const most = Math.floor(width / letter);
  const wrap = (text: string) =>
    text.split(' ').reduce((done, word) => {
      const line = done.slice(done.lastIndexOf('\n') + 1);
      return line.length + 1 + word.length > most ? `${done}\n${word}` : `${done} ${word}`;
    });
  return { ...words, title: wrap(words.title), detail: wrap(words.detail) };
}

/** On a narrow picture the picked part's label lies along the lower edge. */
function lowLabel({ callout, at }: Shown, words: HallWords, frame: Frame): PlacedLabel {
  const x = 14;
  const wrapped = wrapWords(wordsOf(callout, words), frame.width - 2 * x);
  const y = frame.height + 28 - labelHeight(wrapped);
  return {
    words: wrapped,
    at: [x, y],
    align: 'start',
    picked: true,
    leader: [
      [at[0], at[1]],
      [at[0], y - 22],
      [x, y - 22],
    ],
  };
}

/** What lies left of this share of the picture is named on the left. */
const leftShare = 0.36;

function sideLabels(shown: readonly Shown[], words: HallWords, frame: Frame): PlacedLabel[] {
  const margin = Math.max(16, frame.width * 0.025);
  const column = Math.min(230, frame.width * 0.19);
  const byHeight = [...shown].sort((a, b) => a.at[1] - b.at[1]);
  const left = byHeight.filter(
    ({ callout, at }) => callout.names !== 'person' && at[0] < frame.width * leftShare,
  );
  const right = byHeight.filter((s) => !left.includes(s));
  const lay = (side: readonly Shown[], align: 'start' | 'end'): PlacedLabel[] => {
    const edge = align === 'end' ? margin + column : frame.width - margin - column;
    const wrapped = side.map((s) => wrapWords(wordsOf(s.callout, words), column));
    const ys = spread(
      side.map((s) => wantedHeight(s, frame)),
      wrapped.map(labelHeight),
      34,
      frame.height,
    );
    return side.map((s, i) => {
      const y = ys[i]!;
      const inward = align === 'end' ? 1 : -1;
      return {
        words: wrapped[i]!,
        at: [edge, y],
        align,
        picked: s.callout.picked,
        leader: [
          [s.at[0], s.at[1]],
          [edge + inward * 26, y - 5],
          [edge + inward * 8, y - 5],
        ],
      };
    });
  };
  return [...lay(left, 'end'), ...lay(right, 'start')];
}

/** A label wants to stand above its part, in the free upper corners of an axonometric drawing; a person's beside it. */
function wantedHeight({ callout, at }: Shown, frame: Frame): number {
  return callout.names === 'person' ? at[1] - 20 : Math.min(at[1] - 40, frame.height * 0.14 + at[1] * 0.3);
}

/** Pushes sorted positions apart by the height that each takes, inside `[low, high]`, moving each as little as it can. */
export function spread(
  wanted: readonly number[],
  heights: readonly number[],
  low: number,
  high: number,
): readonly number[] {
  const placed: number[] = [];
  wanted.forEach((y, i) => {
    const free = i === 0 ? low : placed[i - 1]! + heights[i - 1]!;
    placed.push(Math.max(free, y));
  });
  let limit = high;
  for (let i = placed.length - 1; i >= 0; i--) {
    limit = Math.min(placed[i]!, limit - heights[i]!);
    placed[i] = limit;
  }
  return placed;
}

/** Sets a dimension line off from what it measures; nothing where it cannot be seen. */
export function placeDimension(
  dimension: Pick<Dimension, 'from' | 'to' | 'offset'>,
  text: string,
  project: Projector,
  frame: Frame,
): PlacedDimension[] {
  const moved = (p: readonly [number, number, number]) =>
    project(p[0] + dimension.offset[0], p[1] + dimension.offset[1], p[2] + dimension.offset[2]);
  const pixel = (p: readonly number[]): Pixel => [p[0]!, p[1]!];
  const [a, b] = [pixel(moved(dimension.from)), pixel(moved(dimension.to))];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  // A dimension seen end on, or off the picture, measures nothing the reader can see.
  if (length < 28 || Math.max(a[0], b[0]) < 0 || Math.min(a[0], b[0]) > frame.width) return [];
  const middle: Pixel = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [partA, partB] = [project(...dimension.from), project(...dimension.to)];
  // The text stands on the far side of the line from the part, at right angles to the line.
  const normal: Pixel = [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
  const away = [middle[0] - (partA[0] + partB[0]) / 2, middle[1] - (partA[1] + partB[1]) / 2] as const;
  const side = normal[0] * away[0] + normal[1] * away[1] < 0 ? -1 : 1;
  const out: Pixel = [normal[0] * side, normal[1] * side];
  const align = out[0] < -0.3 ? 'end' : out[0] > 0.3 ? 'start' : 'middle';
  const at: Pixel = [middle[0] + out[0] * 14, middle[1] + out[1] * 14 + 5];
  const aligned = textRange(text, align, frame);
  return [
    {
      text,
      line: [a, b],
      extensions: [
        [pixel(partA), a],
        [pixel(partB), b],
      ],
      textAt: [
        Math.max(aligned.low, Math.min(aligned.high, at[0])),
        Math.max(14, Math.min(frame.height - 6, at[1])),
      ],
      align,
    },
  ];
}

/** Where a text of that alignment may stand so that all of it is on the picture. */
function textRange(
  text: string,
  align: PlacedDimension['align'],
  frame: Frame,
): { low: number; high: number } {
  const width = text.length * letter;
  const before = { start: 0, middle: width / 2, end: width }[align];
  return { low: before + 6, high: frame.width - (width - before) - 6 };
}
