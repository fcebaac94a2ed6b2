import { escapeText, px, textLines } from '../label/svgText.ts';
import type { DrawnFailure, FailureProps } from './props.ts';

/** Where the staves stand, pixels. */
export interface StaveArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const weekHours = 168;

/** Class of a pin: what kind of part failed, and fainter where the machine went on. */
export const pinClass = (part: string, effect: DrawnFailure['effect']): string =>
  `fail-pin fail-${part}${effect === 'repair' ? '' : ' fail-borne'}`;

/** How high a pin stands: the first kind of part highest, so that kinds differ without colour. */
export const pinHeight = (part: number, parts: number, most: number): number =>
  most * (1 - part / Math.max(1, parts));

/**
 * One bar a week: the running machine, cut where it stands for as long as it stands, with a pin on it where a part fails.
 * @param named whether there is room for the number of each week in words
 */
export function stavesSvg(props: FailureProps, area: StaveArea, named: boolean): string {
  const { parts, weeks, failures, until, words } = props;
  const pitch = (area.bottom - area.top) / weeks;
  const bar = pitch * 0.42;
  const room = pitch * 0.46;
  const scale = (area.right - area.left) / weekHours;
  /** Upper edge of the bar of an hour. */
  const at = (hour: number) => {
    const week = Math.min(weeks - 1, Math.floor(hour / weekHours));
    return { x: area.left + (hour - week * weekHours) * scale, y: area.top + (week + 1) * pitch - bar };
  };
  const pins = new Map<string, string[]>();
  for (const { part, hour, effect } of failures) {
    const kind = pinClass(parts[part]!.id, effect);
    const { x, y } = at(hour);
    const marks = pins.get(kind) ?? pins.set(kind, []).get(kind)!;
    marks.push(`M${px(x)} ${px(y)}v${px(-pinHeight(part, parts.length, room))}`);
  }
  const running = runningSpans(failures, until, weeks * weekHours).flatMap(([from, to]) =>
    weekPieces(from, to).map(([start, end]) => {
      const { x, y } = at(start);
      return `M${px(x)} ${px(y + bar / 2)}h${px((end - start) * scale)}`;
    }),
  );
  const days = Array.from({ length: 8 }, (_, day) => px(area.left + day * 24 * scale));
  const ground = days.map((x) => `M${x} ${px(area.top)}V${px(area.bottom)}`).join('');
  const numbers = Array.from({ length: weeks }, (_, week) => {
    const y = area.top + (week + 1) * pitch - bar / 2 + 4;
    return `<text class="fail-week" x="${px(area.left - 8)}" y="${px(y)}" text-anchor="end">${escapeText(named ? words.number(week + 1) : String(week + 1))}</text>`;
  });
  const y = area.top - 12;
  const middle = (area.left + area.right) / 2;
  const over = `M${px(area.left)} ${px(y - 4)}v8m0 -4H${px(area.right)}m0 -4v8`;
  const caption = textLines(words.gap, named ? 120 : 62).map(
    (text, line) =>
      `<text class="label-detail" x="${px(named ? area.left : 14)}" y="${px(area.bottom + 19 + line * 15)}">${escapeText(text)}</text>`,
  );
  return [
    `<path class="fail-day" d="${ground}"/>`,
    running.length > 0 ? `<path class="fail-bar" stroke-width="${px(bar)}" d="${running.join('')}"/>` : '',
    [...pins].map(([kind, marks]) => `<path class="${kind}" d="${marks.join('')}"/>`).join(''),
    numbers.join(''),
    `<path class="dimension" d="${over}"/><text class="label-detail halo" x="${px(middle)}" y="${px(y + 4)}" text-anchor="middle">${escapeText(words.week)}</text>`,
    caption.join(''),
  ].join('');
}

/** Times from start to end in which the machine runs. */
function runningSpans(failures: readonly DrawnFailure[], until: number, end: number): [number, number][] {
  const spans: [number, number][] = [];
  let from = 0;
  for (const { hour, standing } of failures) {
    if (standing === 0) continue;
    if (hour > from) spans.push([from, hour]);
    from = hour + standing;
  }
  const last = Math.min(until, end);
  if (from < last) spans.push([from, last]);
  return spans;
}

/** A span cut at the ends of weeks. */
function weekPieces(from: number, to: number): [number, number][] {
  const pieces: [number, number][] = [];
  for (let start = from; start < to;) {
    const end = Math.min(to, (Math.floor(start / weekHours) + 1) * weekHours);
    pieces.push([start, end]);
    start = end;
  }
  return pieces;
}
