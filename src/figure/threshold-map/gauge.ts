import { formatNumber } from '../../encoding/format.ts';
import { linearScale } from '../../encoding/scale.ts';
import { isExact, unlimited, type Interval } from '../../model/exportControl/interval.ts';
import type { Box } from '../label/textPlacement.ts';
import { namesSvg } from './label.ts';
import { alike, markSvg, type MapMark } from './mark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { widthOf, type MapPlane } from './scale.ts';

/** A second measure that a rule asks for besides the plane's, on an axis of its own. */
export interface MapGauge {
  readonly title: string;
  readonly detail: string;
  /** From here on it is met. */
  readonly line: number;
  /** Chips with their value or what is known of it; null where nothing is published. */
  readonly chips: readonly { readonly mark: MapMark; readonly value: Interval | null }[];
  readonly unknown: string;
}

/** The gauge inside the open end of the plane; `boxes` receives what it takes. */
export function gaugeSvg(
  { title, detail, line, chips, unknown }: MapGauge,
  plane: MapPlane,
  boxes: Box[],
): string {
  const rows: { value: number; range: Interval; marks: MapMark[] }[] = [];
  for (const { mark, value } of chips) {
    if (value === null) continue;
    const row = rows.find(
      ({ range, marks }) => range.low === value.low && range.high === value.high && alike(marks[0]!, mark),
    );
    if (row) row.marks.push(mark);
    else rows.push({ value: placeIn(value), range: value, marks: [mark] });
  }
  const missing = chips.filter(({ value }) => value === null).map(({ mark }) => mark);
  const wide = plane.small ? 158 : 236;
  const x0 = plane.right - wide - (plane.small ? 2 : 14);
  const y0 = plane.y(plane.small ? 11 : 9.5);
  const y1 = plane.bottom - 46;
  const values = [
    line,
    ...rows.flatMap(({ value, range }) => [value, range.high < unlimited ? range.high : value]),
  ];
  const y = linearScale([0, Math.max(...values) * 1.04], [y1 - 14, y0 + 46]);
  const axis = x0 + 56;
  boxes.push({ x0: x0 - 8, y0: y0 - 4, x1: plane.right, y1: y1 + 20 });
  // Two kinds of mark at one height: their names stand one above the other.
  const seen = new Map<number, number>();
  const drawn = rows.map(({ value, range, marks }) => {
    const count = seen.get(value) ?? 0;
    seen.set(value, count + 1);
    const height = y(value) + count * 15;
    // On the line itself the names stand above it.
    const lift = value === line ? -9 : 0;
    return `${rangeSvg(range, axis, height, y)}${markSvg(axis, height, marks[0]!)}<text class="label-title halo" x="${px(axis + 13)}" y="${px(height + 4 + lift)}">${namesSvg(marks)}</text>${count === 0 && value !== line && isExact(range) ? `<text class="cliff-tick" x="${px(axis - (marks[0]!.form === 'letter' ? 28 : 12))}" y="${px(height + 4)}" text-anchor="end">${formatNumber(value)}</text>` : ''}`;
  });
  const not = missing.length
    ? `<text class="label-detail" x="${px(x0)}" y="${px(y1 + 14)}">${escapeText(unknown)}: ${namesSvg(missing)}</text>`
    : '';
  return [
    `<rect fill="var(--paper)" x="${px(x0 - 8)}" y="${px(y0 - 4)}" width="${px(wide + 8)}" height="${px(y1 - y0 + 26)}"/>`,
    `<text class="label-title" x="${px(x0)}" y="${px(y0 + 12)}">${escapeText(title)}</text>`,
    plane.small && widthOf(detail) > wide
      ? ''
      : `<text class="label-detail" x="${px(x0)}" y="${px(y0 + 28)}">${escapeText(detail)}</text>`,
    `<path class="map-strict" d="M${px(axis)} ${px(y0 + 40)}H${px(x0 + wide - 8)}V${px(y(line))}H${px(axis)}z"/><path class="cliff-axis" d="M${px(axis)} ${px(y0 + 40)}V${px(y1)}M${px(axis - 8)} ${px(y(line))}H${px(x0 + wide - 8)}"/>`,
    `<text class="label-title" x="${px(axis - 12)}" y="${px(y(line) + 4)}" text-anchor="end">${formatNumber(line)}</text>`,
    ...drawn,
    not,
  ].join('');
}

/** Where a mark stands: in the middle of a range, at the end that is known of a bound. */
const placeIn = ({ low, high }: Interval): number =>
  high >= unlimited ? low : low === 0 ? high : (low + high) / 2;

/** A range as a bar, a bound as an arrow. */
function rangeSvg(range: Interval, x: number, at: number, y: (value: number) => number): string {
  const { low, high } = range;
  if (isExact(range)) return '';
  if (high >= unlimited) return `<path class="leader" d="M${px(x)} ${px(at)}v-22m-3.5 6l3.5 -6l3.5 6"/>`;
  if (low === 0) return `<path class="leader" d="M${px(x)} ${px(at)}v22m-3.5 -6l3.5 6l3.5 -6"/>`;
  return `<path class="leader" d="M${px(x)} ${px(y(low))}V${px(y(high))}M${px(x - 4)} ${px(y(low))}h8M${px(x - 4)} ${px(y(high))}h8"/>`;
}
