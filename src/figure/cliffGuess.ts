import {
  cliffRange,
  cliffScales,
  edges,
  type ChartFrame,
  type CliffGuess,
  type CliffProps,
} from './cliffChart.ts';
import { escapeText, px } from './svgText.ts';

/** What asks the reader to draw on from the first level. */
export function questionSvg(props: CliffProps, first: number, frame: ChartFrame): string {
  const { x, y } = cliffScales(frame, props.scale);
  const guess = props.guess ?? { chips: cliffRange.chips, bandwidth: first };
  return `<text class="label-title halo" x="${edges.left + 10}" y="${px(y(first) - 26)}">${escapeText(props.words.start)}</text>${guessSvg(props, guess, frame, true, first)}<path class="cliff-level cliff-copper" d="M${edges.left} ${px(y(first))}H${px(x(2))}"/>`;
}

/** What the reader drew, in pencil, with the place to take hold of it. */
export function guessSvg(
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
    ? `<circle class="cliff-hold" cx="${px(edge)}" cy="${px(level)}" r="26"/><circle class="cliff-handle" cx="${px(edge)}" cy="${px(level)}" r="9"/>`
    : `<circle class="cliff-handle" cx="${px(edge)}" cy="${px(level)}" r="5"/>`;
  return `<path class="cliff-guess" d="M${edges.left} ${px(y(first))}H${px(edge)}V${px(level)}H${right}"/>${handle}<text class="cliff-yours halo" x="${px(nearRight ? edge - 14 : edge + 14)}" y="${px(level - 12)}"${nearRight ? ' text-anchor="end"' : ''}>${escapeText(props.words.yours)}</text>`;
}
