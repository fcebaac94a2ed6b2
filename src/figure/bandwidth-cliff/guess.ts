import {
  cliffRange,
  cliffScales,
  edges,
  heightOf,
  type ChartFrame,
  type CliffGuess,
  type CliffProps,
} from './chart.ts';
import { escapeText, px } from '../label/svgText.ts';
import { overlap, type Box, type Obstacle } from '../label/textPlacement.ts';

/** What asks the reader to draw on from the first level. */
export function questionSvg(props: CliffProps, first: number, frame: ChartFrame): string {
  const { x, y } = cliffScales(frame, props.scale);
  const guess = props.guess ?? { chips: cliffRange.chips, bandwidth: first };
  const pencil = pencilOf(props, guess, frame, first);
  const { edge, level } = pencil;
  const nearRight = edge > frame.width - 130;
  return `<text class="label-title halo" x="${edges.left + 10}" y="${px(y(first) - 26)}">${escapeText(props.words.start)}</text>${lineSvg(pencil)}<circle class="cliff-hold" cx="${px(edge)}" cy="${px(level)}" r="26"/>${handleSvg(pencil, 9)}<text class="cliff-yours halo" x="${px(nearRight ? edge - 14 : edge + 14)}" y="${px(level - 12)}"${nearRight ? ' text-anchor="end"' : ''}>${escapeText(props.words.yours)}</text><path class="cliff-level cliff-copper" d="M${edges.left} ${px(y(first))}H${px(x(2))}"/>`;
}

/** The line that the reader drew, in pixels: along the first level to an edge, then along the second. */
interface Pencil {
  readonly first: number;
  readonly edge: number;
  readonly level: number;
  readonly right: number;
}

function pencilOf(
  { scale }: CliffProps,
  { chips, bandwidth }: CliffGuess,
  frame: ChartFrame,
  first: number,
): Pencil {
  const { x, y } = cliffScales(frame, scale);
  return {
    first: y(first),
    edge: x(Math.min(chips, cliffRange.chips)),
    level: heightOf(y, bandwidth, scale),
    right: frame.width - edges.right,
  };
}

/**
 * A guess beside the answer: its line lies under those of the machines, and its name on the line, where it covers least.
 * The names of machines may stand on it, with the paper's own colour around their letters.
 */
export function guessBeside(
  props: CliffProps,
  first: number,
  frame: ChartFrame,
): { line: string; name(obstacles: readonly Obstacle[], boxes: Box[]): string } {
  if (!props.guess) return { line: '', name: () => '' };
  const pencil = pencilOf(props, props.guess, frame, first);
  const { edge, level, right } = pencil;
  const width = props.words.yours.length * 6.5;
  const name = (obstacles: readonly Obstacle[], boxes: Box[]) => {
    const starts = [edge + 12, right - width, edge - 12 - width];
    const places = starts
      .filter((x) => x >= edges.left + 4 && x + width <= right)
      .flatMap((x) => [level - 19, level + 4].map((y) => ({ x0: x, y0: y, x1: x + width, y1: y + 15 })))
      .filter(({ y1 }) => y1 < frame.height - edges.bottom);
    const covered = (box: Box) => [...obstacles, ...boxes].filter((other) => overlap(box, other) > 0).length;
    const box = places.reduce((best, place) => (covered(place) < covered(best) ? place : best));
    boxes.push(box);
    return `${handleSvg(pencil, 5)}<text class="cliff-yours halo" x="${px(box.x0)}" y="${px(box.y1 - 3)}">${escapeText(props.words.yours)}</text>`;
  };
  return { line: lineSvg(pencil), name };
}

function lineSvg({ first, edge, level, right }: Pencil): string {
  return `<path class="cliff-guess" d="M${edges.left} ${px(first)}H${px(edge)}V${px(level)}H${px(right)}"/>`;
}

function handleSvg({ edge, level }: Pencil, radius: number): string {
  return `<circle class="cliff-handle" cx="${px(edge)}" cy="${px(level)}" r="${radius}"/>`;
}
