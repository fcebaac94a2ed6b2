import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { textWidth } from '../label/textWidth.ts';
import type { Lane, PlayerDrawing } from './playerDrawing.ts';

/** Pixels: words over a bar, the bar, and what parts it from the next. */
const [wordsHigh, barHigh, gap] = [17, 13, 9];
const axisHigh = 22;

/** Height of the bars of time with their words, pixels. */
export const lanesHeight = (count: number): number => count * (wordsHigh + barHigh + gap) + axisHigh;

/** The least width in which the ticks of steps are told apart, pixels. */
const leastTick = 5;

/** The bars of time at the foot of a picture. @param edge pixels on either side */
export function lanesSvg(
  { lanes, now, clock, end }: Pick<PlayerDrawing, 'lanes' | 'now' | 'clock' | 'end'>,
  frame: { readonly width: number; readonly height: number },
  edge: number,
): string {
  const across = frame.width - 2 * edge;
  const top = frame.height - lanesHeight(lanes.length);
  const x = (share: number) => edge + share * across;
  const rows = lanes.map((lane, index) =>
    laneSvg(lane, top + index * (wordsHigh + barHigh + gap), x, across),
  );
  const foot = frame.height - axisHigh - gap + 4;
  const at = x(now);
  // The time stands beside the line of the clock, on whichever side there is room.
  const right = at + 8 + textWidth(clock, 13) < frame.width - edge - textWidth(end, 12.5) - 12;
  const words = right ? `x="${px(at + 6)}"` : `x="${px(at - 6)}" text-anchor="end"`;
  const early = at - 6 - textWidth(clock, 13) < edge && !right;
  return [
    ...rows.map(({ bar }) => bar),
    `<path class="player-now" d="M${px(at)} ${px(top + 2)}V${px(frame.height - 6)}"/>`,
    ...rows.map(({ words }) => words),
    `<text class="label-title halo" ${early ? `x="${px(edge)}"` : words} y="${px(foot + 15)}">${escapeText(clock)}</text>`,
    now > 0.995
      ? ''
      : `<text class="label-detail" x="${px(x(1))}" y="${px(foot + 15)}" text-anchor="end">${escapeText(end)}</text>`,
  ].join('');
}

function laneSvg(
  lane: Lane,
  top: number,
  x: (share: number) => number,
  across: number,
): { bar: string; words: string } {
  const bar = top + wordsHigh;
  const title = textWidth(lane.title, 13) + 10;
  const detail = lane.details.find((text) => title + textWidth(text, 12.5) <= across) ?? '';
  const words = `<text class="label-title halo" x="${px(x(0))}" y="${px(top + 12)}"${rowMark(lane.row, false)}>${escapeText(lane.title)}</text><text class="label-detail halo" x="${px(x(0) + title)}" y="${px(top + 12)}"${rowMark(lane.row, true)}>${escapeText(detail)}</text>`;
  let [blank, full, ticks] = ['', '', ''];
  for (const { from, to, steps, sending } of lane.stretches) {
    const [left, width] = [x(from), (to - from) * across];
    blank += `M${px(left)} ${px(bar)}h${px(width)}v${barHigh}h${px(-width)}z`;
    const high = sending * barHigh;
    if (high > 0.05)
      full += `M${px(left)} ${px(bar + barHigh - high)}h${px(width)}v${px(high)}h${px(-width)}z`;
    const each = width / steps;
    if (each >= leastTick)
      for (let step = 1; step < steps; step++) ticks += `M${px(left + step * each)} ${px(bar)}v${barHigh}`;
  }
  const path = (name: string, d: string) => (d === '' ? '' : `<path class="${name}" d="${d}"/>`);
  return { bar: path('player-sends', full) + path('player-waits', blank + ticks), words };
}
