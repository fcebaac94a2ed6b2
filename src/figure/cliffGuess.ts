import {
  cliffRange,
  cliffScales,
  edges,
  heightOf,
  type ChartFrame,
  type CliffGuess,
  type CliffProps,
} from './cliffChart.ts';
import { escapeText, px } from './svgText.ts';
import { placeText, type Box, type Obstacle } from './textPlacement.ts';

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

/** A guess beside the answer: its line lies under those of the machines, its name where nothing else stands. */
export function guessBeside(
  props: CliffProps,
  first: number,
  frame: ChartFrame,
): { line: string; obstacles: Obstacle[]; name(obstacles: readonly Obstacle[], boxes: Box[]): string } {
  if (!props.guess) return { line: '', obstacles: [], name: () => '' };
  const pencil = pencilOf(props, props.guess, frame, first);
  const { edge, level, right } = pencil;
  const obstacles = [
    { x0: edges.left, x1: edge, y0: pencil.first - 2, y1: pencil.first + 2 },
    { x0: edge - 1, x1: edge + 1, y0: Math.min(pencil.first, level), y1: Math.max(pencil.first, level) },
    { x0: edge, x1: right, y0: level - 2, y1: level + 2 },
  ];
  const name = (others: readonly Obstacle[], boxes: Box[]) => {
    const { box, align } = placeText({
      anchor: [edge, level],
      size: [props.words.yours.length * 6.5, 15],
      frame: { x0: edges.left + 4, y0: edges.top, x1: right, y1: frame.height - edges.bottom - 4 },
      obstacles: others,
      boxes,
      reach: 90,
    });
    boxes.push(box);
    const end = align === 'end';
    return `${handleSvg(pencil, 5)}<text class="cliff-yours halo" x="${px(end ? box.x1 : box.x0)}" y="${px(box.y1 - 3)}"${end ? ' text-anchor="end"' : ''}>${escapeText(props.words.yours)}</text>`;
  };
  return { line: lineSvg(pencil), obstacles, name };
}

function lineSvg({ first, edge, level, right }: Pencil): string {
  return `<path class="cliff-guess" d="M${edges.left} ${px(first)}H${px(edge)}V${px(level)}H${px(right)}"/>`;
}

function handleSvg({ edge, level }: Pencil, radius: number): string {
  return `<circle class="cliff-handle" cx="${px(edge)}" cy="${px(level)}" r="${radius}"/>`;
}
