import type { Column } from './column.ts';
import type { ChainCell, ChainRow } from './chainProps.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText as escape, px } from '../label/svgText.ts';
import { textWidth } from '../label/textWidth.ts';

/** Marks farther than this many times from a line stand at the edge, as arrows. */
export const farthest = 4;

/** Ground beside a column that long words may take, and what they leave around the middle of their mark, in pixels. */
const beside = 8;
const clear = 6;

/** Place of a ratio beside the line, from −1 to 1. */
const offset = (ratio: number): number =>
  Math.max(-1, Math.min(1, Math.log(Math.max(ratio, 1e-9)) / Math.log(farthest)));

/**
 * One condition in one column: the scale, the mark, filled where it is met, and how far it is from the line.
 * @param catches the clause holds the chip: its distances stand large
 */
export function chainRow(
  row: ChainRow,
  cell: ChainCell | null,
  { x, width, line, half }: Column,
  y: number,
  catches: boolean,
) {
  if (!cell) return '';
  const { ratio, met, text } = cell;
  const words = (at: number, anchor: 'start' | 'middle' | 'end', large = false) => {
    const kind = large ? 'check-distance halo' : `halo${met === false ? '' : ' label-title'}`;
    return `<text class="${kind}"${rowMark(row.id, true)} x="${px(at)}" y="${px(y + (large ? 6 : 4))}" text-anchor="${anchor}">${escape(text)}</text>`;
  };
  const whole = `M${px(line - half)} ${px(y)}H${px(line + half)}`;
  if (ratio === null || (ratio === undefined && met === null))
    return `<path class="cliff-drop" stroke-dasharray="2 4" d="${whole}"/>${words(line, 'middle')}`;
  const step = line + (met ? half / 2 : -half / 2);
  const [low, high] = ratio
    ? [line + half * offset(ratio.low), line + half * offset(ratio.high)]
    : [step, step];
  const right = (low + high) / 2 >= line;
  const outer = right ? high : low;
  const beyond = ratio && Math.max(1 / ratio.low, ratio.high) > farthest;
  const arrow = beyond
    ? `M${px(outer + (right ? -9 : 9))} ${px(y - 4)}L${px(outer)} ${px(y)}l${right ? -9 : 9} 4`
    : '';
  const mark =
    low < high
      ? `<path class="check-held" d="M${px(low)} ${px(y)}H${px(high)}"/>`
      : `<circle class="${met ? 'dimension-end' : 'cliff-handle'}" cx="${px(low)}" cy="${px(y)}" r="${met ? 5 : 4}"/>`;
  // Past half of the scale the words stand on the inner side of the mark.
  const inner = Math.abs(outer - line) > half * 0.55;
  const away = (inner === right ? -1 : 1) * (arrow ? 14 : 10);
  const wantedFor = (long: number) => (away < 0 ? outer + away - long : outer + away);
  // By how much a clause catches the chip is what the drawing is about, and stands large where its column has the room;
  // on the line itself there is no distance.
  const wide = text.length * 9.2 + 2;
  const room = { from: x - beside, to: x + width };
  const distant = catches && met === true && !!ratio && (ratio.low !== 1 || ratio.high !== 1);
  const large = distant && wantedFor(wide) >= room.from && wantedFor(wide) + wide <= room.to;
  const long = large ? wide : textWidth(text, 12.5) + 2;
  // Long words of a narrow column stay in it and the ground beside it; never on their mark, rather beyond the line.
  const kept = Math.max(room.from, Math.min(room.to - long, wantedFor(long)));
  const from = away < 0 && kept + long > outer - clear ? Math.max(line, outer) + clear : kept;
  const end = away < 0 && from === kept;
  const spoken = { from: from - 2, to: from + long + 2 };
  const grid = level(line - half, line + half, y, spoken);
  const measure = `M${px(line)} ${px(y - 5)}v10${level(Math.min(line, outer), Math.max(line, outer), y, spoken)}${arrow}`;
  return `<path class="cliff-grid" d="${grid}"/><path class="dimension" d="${measure}"/>${arrow && low === high ? '' : mark}${end ? words(from + long, 'end', large) : words(from, 'start', large)}`;
}

/** A level line from one point to another that leaves out where words stand. */
function level(
  from: number,
  to: number,
  y: number,
  words: { readonly from: number; readonly to: number },
): string {
  const pieces = [
    [from, Math.min(to, words.from)],
    [Math.max(from, words.to), to],
  ] as const;
  return pieces.map(([a, b]) => (b > a ? `M${px(a)} ${px(y)}H${px(b)}` : '')).join('');
}
