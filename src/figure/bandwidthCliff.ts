import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';
import { formatNumber } from '../encoding/format.ts';
import { rowMark } from './rowMark.ts';
import { placeText, type Box, type Obstacle } from './textPlacement.ts';

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

const edges = { left: 54, right: 20, top: 34, bottom: 46 } as const;
const chipTicks = [1, 8, 72, 384, 1024, 8192] as const;
const bandwidthTicks = { log: [20, 50, 100, 200, 500, 1000], linear: [0, 250, 500, 750, 1000] } as const;

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

interface Level {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly step: CliffStep;
  readonly firm: boolean;
}

const at = (value: number): string => String(Math.round(value * 10) / 10);
const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The staircases as SVG text. Everything stands in it twice where the reader has yet to guess: question and answer. */
export function bandwidthCliff(props: CliffProps, frame: ChartFrame): string {
  const { question, guess } = props;
  const answer = answerSvg(props, frame);
  const asked = question
    ? `<g class="cliff-question">${questionSvg(props, question.bandwidth, frame)}</g>`
    : '';
  const drawn = guess && !question ? guessSvg(props, guess, frame, false) : '';
  return [
    `<svg class="drawing cliff" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    axesSvg(props, frame),
    question ? `<g class="cliff-answer">${answer}</g>` : answer,
    asked,
    drawn,
    '</svg>',
  ].join('');
}

function axesSvg({ scale, words }: CliffProps, frame: ChartFrame): string {
  const { x, y } = cliffScales(frame, scale);
  const bottom = frame.height - edges.bottom;
  const right = frame.width - edges.right;
  const rows = bandwidthTicks[scale].map(
    (value) =>
      `<path class="cliff-grid" d="M${edges.left} ${at(y(value))}H${right}"/><text class="cliff-tick" x="${edges.left - 8}" y="${at(y(value) + 4)}" text-anchor="end">${formatNumber(value)}</text>`,
  );
  // On a phone the two ticks in the middle would touch.
  const columns = chipTicks
    .filter((value) => frame.width >= 450 || value !== 384)
    .map(
      (value) =>
        `<path class="cliff-grid" d="M${at(x(value))} ${edges.top}V${bottom}"/><text class="cliff-tick" x="${at(x(value))}" y="${bottom + 19}" text-anchor="middle">${formatNumber(value)}</text>`,
    );
  return `${rows.join('')}${columns.join('')}<path class="cliff-axis" d="M${edges.left} ${edges.top}V${bottom}H${right}"/><text class="label-title" x="10" y="18">↑ ${escape(words.y)}</text><text class="label-title" x="${right}" y="${frame.height - 6}" text-anchor="end">${escape(words.x)} →</text>`;
}

/** The level stretches of every line; those that would lie on one another lie side by side, as cables do. */
function levelsOf(props: CliffProps, frame: ChartFrame): { line: CliffLine; levels: Level[] }[] {
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

function answerSvg(props: CliffProps, frame: ChartFrame): string {
  const drawn = levelsOf(props, frame);
  const strokes: string[] = [];
  const obstacles: Obstacle[] = drawn.flatMap(({ levels }) =>
    levels.flatMap(({ from, to, y }, i): Obstacle[] => {
      const before = levels[i - 1];
      const level = { x0: from, x1: to, y0: y - 3, y1: y + 3 };
      return before
        ? [level, { x0: from - 1, x1: from + 1, y0: Math.min(before.y, y), y1: Math.max(before.y, y) }]
        : [level];
    }),
  );
  // Outlines first: where a firm line runs along an announced one, the firm one lies on top.
  for (const { line, levels } of [...drawn].sort((a, b) => Number(a.line.firm) - Number(b.line.firm))) {
    levels.forEach((level, i) => {
      const before = levels[i - 1];
      if (before)
        strokes.push(`<path class="cliff-drop" d="M${at(level.from)} ${at(before.y)}V${at(level.y)}"/>`);
      strokes.push(levelSvg(level, line.firm));
    });
    if (line.beyond === null) {
      const end = levels.at(-1)!;
      strokes.push(`<path class="cliff-drop" d="M${at(end.to)} ${at(end.y - 6)}v12"/>`);
    }
  }
  const boxes: Box[] = [];
  const outside = beyondSvg(props, drawn, boxes);
  // No leader passes through the end of another machine's line.
  const ends = drawn.map(({ line, levels }): Box => {
    const { to, y } = levels[line.steps.length - 1]!;
    return { x0: to - 4, y0: y - 4, x1: to + 4, y1: y + 4 };
  });
  const words = drawn.map(({ line, levels }, own) => {
    const others = ends.filter((_, i) => i !== own);
    const { svg, box } = labelSvg(line, levels, frame, obstacles, [...boxes, ...others]);
    boxes.push(box);
    return svg;
  });
  const crowded = frame.width < 600 && props.scale === 'linear';
  const ratios = crowded
    ? []
    : drawn.map(({ line, levels }) => ratioSvg(line, levels, frame, obstacles, boxes));
  return strokes.join('') + outside + ratios.join('') + words.join('');
}

/** Says, below the lowest of them, what the lines past the edges of the machines are. */
function beyondSvg(
  { words, scale }: CliffProps,
  drawn: readonly { line: CliffLine; levels: readonly Level[] }[],
  boxes: Box[],
): string {
  const ends = drawn.flatMap(({ line, levels }) => (line.beyond === null ? [] : levels.slice(-1)));
  const [first] = [...ends].sort((a, b) => a.from - b.from);
  if (!first || scale === 'linear') return '';
  const under = ends.filter(({ y }) => Math.abs(y - first.y) < 30).map(({ y }) => y);
  const y = Math.max(...under) + 18;
  boxes.push({ x0: first.from, y0: y - 13, x1: first.from + words.beyond.length * 6, y1: y + 4 });
  return `<text class="label-detail halo" x="${at(first.from + 6)}" y="${at(y)}">${escape(words.beyond)}</text>`;
}

function levelSvg({ from, to, y, step }: Level, firm: boolean): string {
  const d = `M${at(from)} ${at(y)}H${at(to)}`;
  const medium = step.light ? 'cliff-light' : 'cliff-copper';
  const line = `<path class="cliff-level ${medium}${firm ? '' : ' cliff-outline'}" d="${d}"/>`;
  return firm ? line : `${line}<path class="cliff-hollow" d="${d}"/>`;
}

/** The name of a machine with a leader to the end of its fast domain. */
function labelSvg(
  { id, label, steps }: CliffLine,
  levels: readonly Level[],
  frame: ChartFrame,
  obstacles: readonly Obstacle[],
  boxes: readonly Box[],
): { svg: string; box: Box } {
  const edge = levels[steps.length - 1]!;
  const small = frame.width < 600;
  const widest = Math.max(label.title.length * 6.7, small ? 0 : label.detail.length * 6);
  const place = placeText({
    anchor: [edge.to, edge.y],
    size: [widest, small ? 16 : 32],
    frame: {
      x0: edges.left + 4,
      y0: edges.top - 6,
      x1: frame.width - 6,
      y1: frame.height - edges.bottom - 4,
    },
    obstacles,
    boxes,
    reach: small ? 130 : 200,
  });
  const { box, align } = place;
  const x = align === 'start' ? box.x0 : box.x1;
  const middle = (box.y0 + box.y1) / 2;
  // The leader ends at the side of the words that is nearer, with a knee where it has to climb.
  const near = edge.to < box.x0 ? box.x0 - 4 : edge.to > box.x1 ? box.x1 + 4 : null;
  const leader =
    near === null
      ? `M${at(edge.to)} ${at(edge.y)}V${at(edge.y < middle ? box.y0 - 3 : box.y1 + 2)}`
      : `M${at(edge.to)} ${at(edge.y)}L${at(near + (near > edge.to ? -10 : 10))} ${at(middle)}H${at(near)}`;
  const anchor = align === 'start' ? '' : ' text-anchor="end"';
  const svg = `<path class="leader" d="${leader}"/><circle class="dimension-end" cx="${at(edge.to)}" cy="${at(edge.y)}" r="3"/><text class="label-title halo"${rowMark(id, true)} x="${at(x)}" y="${at(box.y0 + 13)}"${anchor}>${escape(label.title)}</text>${small ? '' : `<text class="label-detail halo"${rowMark(id, true)} x="${at(x)}" y="${at(box.y0 + 28)}"${anchor}>${escape(label.detail)}</text>`}`;
  return { svg, box };
}

/** How many times the bandwidth falls at the edge of the machine, beside the drop, as a dimension is written. */
function ratioSvg(
  { beyond, steps }: CliffLine,
  levels: readonly Level[],
  frame: ChartFrame,
  obstacles: readonly Obstacle[],
  boxes: Box[],
): string {
  const before = levels[steps.length - 1]!;
  const after = levels[steps.length];
  if (beyond === null || !after) return '';
  const text = `×${formatNumber(Number((before.step.bandwidth / beyond).toPrecision(2)))}`;
  const drop = { x0: after.from - 1, x1: after.from + 1, y0: before.y, y1: after.y };
  const { box, align, clear } = placeText({
    anchor: [after.from, (before.y + after.y) / 2],
    size: [text.length * 8, 15],
    frame: { x0: edges.left, y0: before.y + 4, x1: frame.width - 4, y1: after.y - 4 },
    obstacles: obstacles.filter(({ x0, x1 }) => x0 !== drop.x0 || x1 !== drop.x1),
    boxes,
    reach: 60,
  });
  // Where there is no room for it, the list beside the drawing says it alone.
  if (!clear) return '';
  boxes.push(box);
  const tick = (y: number) => `M${at(after.from - 4)} ${at(y)}h8`;
  return `<path class="dimension" d="${tick(before.y)}${tick(after.y)}"/><text class="cliff-ratio halo" x="${at(align === 'start' ? box.x0 : box.x1)}" y="${at(box.y1 - 3)}"${align === 'start' ? '' : ' text-anchor="end"'}>${text}</text>`;
}

function questionSvg(props: CliffProps, first: number, frame: ChartFrame): string {
  const { x, y } = cliffScales(frame, props.scale);
  const guess = props.guess ?? { chips: cliffRange.chips, bandwidth: first };
  return `<text class="label-title halo" x="${edges.left + 10}" y="${at(y(first) - 26)}">${escape(props.words.start)}</text>${guessSvg(props, guess, frame, true, first)}<path class="cliff-level cliff-copper" d="M${edges.left} ${at(y(first))}H${at(x(2))}"/>`;
}

/** What the reader drew, in pencil, with the place to take hold of it. */
function guessSvg(
  props: CliffProps,
  { chips, bandwidth }: CliffGuess,
  frame: ChartFrame,
  open: boolean,
  first = props.lines[0]?.steps[0]?.bandwidth ?? bandwidth,
): string {
  const { x, y } = cliffScales(frame, props.scale);
  const edge = x(Math.min(chips, cliffRange.chips));
  const level = y(Math.max(bandwidth, props.scale === 'log' ? cliffRange.least : 0));
  const right = frame.width - edges.right;
  const nearRight = edge > frame.width - 130;
  const handle = open
    ? `<circle class="cliff-hold" cx="${at(edge)}" cy="${at(level)}" r="26"/><circle class="cliff-handle" cx="${at(edge)}" cy="${at(level)}" r="9"/>`
    : `<circle class="cliff-handle" cx="${at(edge)}" cy="${at(level)}" r="5"/>`;
  return `<path class="cliff-guess" d="M${edges.left} ${at(y(first))}H${at(edge)}V${at(level)}H${right}"/>${handle}<text class="cliff-yours halo" x="${at(nearRight ? edge - 14 : edge + 14)}" y="${at(level - 12)}"${nearRight ? ' text-anchor="end"' : ''}>${escape(props.words.yours)}</text>`;
}
