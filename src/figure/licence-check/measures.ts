import { isExact, unlimited, type Interval } from '../../model/exportControl/interval.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText as escape, hatched, px } from '../label/svgText.ts';

/** A measured length or area with its words; `value` is null where it is not known, and has no upper end where nobody gives one. */
export interface Measured {
  /** Row of the table twin. */
  readonly row: string;
  readonly value: Interval | null;
  readonly text: string;
  /** The same on a phone. */
  readonly short?: string;
}

/** What goes into the rules' measures: rate × bits makes TPP, TPP over area makes performance density. */
export interface MeasuresProps {
  /** TOPS of the format that decides, over the whole package. */
  readonly rate: Measured;
  readonly bits: Measured;
  readonly tpp: Measured;
  /** Square millimetres. */
  readonly area: Measured;
  /** TPP per square millimetre. */
  readonly density: Measured;
  /** GB/s. */
  readonly io: Measured;
  readonly dram: Measured;
}

/** Where each part stands, in pixels. */
export interface MeasuresArea {
  readonly rate: { readonly x: number; readonly width: number };
  readonly die: { readonly x: number };
  readonly lengths: { readonly x: number; readonly y: number; readonly width: number };
  /** Foot of the rectangle and of the die. */
  readonly foot: number;
  readonly height: number;
  /** There is room for short words alone. */
  readonly narrow: boolean;
}

const broken = ' stroke-dasharray="5 4"';

/** The smallest of 1, 2, 5, 10 … that is no less than the value: the length of a whole scale. */
function scaleOf(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
}

/** What is drawn solid: the number, or what is known to be there of it. */
const sure = ({ low, high }: Interval): number => (low > 0 ? low : Math.min(high, 1e9));
/** Up to where it may go: the upper end, or a third more and an arrow where nobody gives one. */
const most = (value: Interval): number => (value.high >= unlimited ? sure(value) * 1.33 : value.high);

const words = (kind: string, { row, text, short = text }: Measured, narrow: boolean, x: number, y: number) =>
  `<text class="${kind}"${rowMark(row, true)} x="${px(x)}" y="${px(y)}">${escape(narrow ? short : text)}</text>`;

/** A dimension line between two points of one height, with its extensions. */
const across = (from: number, to: number, y: number) =>
  `<path class="dimension" d="M${px(from)} ${px(y)}H${px(to)}M${px(from)} ${px(y - 4)}v8M${px(to)} ${px(y - 4)}v8"/>`;

/**
 * The inputs as an engineer would measure them: a rectangle as wide as the rate and as high as the operands have bits,
 * whose area is TPP; the logic dies as a square to scale, hatched as densely as they compute; two bandwidths as lengths.
 */
export function licenceMeasures(props: MeasuresProps, area: MeasuresArea): string {
  return rateSvg(props, area) + dieSvg(props, area) + lengthsSvg(props, area);
}

function rateSvg(
  { rate, bits, tpp }: MeasuresProps,
  { rate: place, foot, height, narrow }: MeasuresArea,
): string {
  const known = rate.value !== null && rate.value.high > 0 && bits.value !== null;
  const scale = known ? place.width / scaleOf(most(rate.value)) : 1;
  const wide = known ? Math.max(14, sure(rate.value) * scale) : place.width * 0.6;
  const high = Math.min(height, known ? 6 + bits.value.low * 3.2 : height * 0.6);
  const [x, y] = [place.x, foot - high];
  const end = x + wide;
  const box = `<path class="fill-empty"${known ? '' : broken} fill="none" d="M${px(x)} ${px(y)}h${px(wide)}v${px(high)}h${px(-wide)}z"/>`;
  const sides = known
    ? `${across(x, end, y - 9)}<path class="dimension" d="M${px(end + 9)} ${px(y)}V${px(foot)}M${px(end + 5)} ${px(y)}h8M${px(end + 5)} ${px(foot)}h8"/>${words('label-detail', bits, narrow, end + 18, y + high / 2 + 4)}`
    : '';
  const open =
    known && !isExact(rate.value)
      ? `<path class="leader"${broken} d="M${px(end)} ${px(y)}H${px(x + most(rate.value) * scale)}V${px(foot)}H${px(end)}"/>`
      : '';
  return `${box}${open}${sides}${words('label-detail', rate, narrow, x, y - 17)}${words('label-title', tpp, narrow, x, foot + 19)}`;
}

/** Millimetres to pixels: a die as large as a reticle field is 70 pixels wide. */
const millimetre = 2.4;

const sideOf = (area: number, height: number): number => Math.min(height + 18, Math.sqrt(area) * millimetre);

function dieSvg({ area, density }: MeasuresProps, { die, foot, height, narrow }: MeasuresArea): string {
  const side = area.value === null ? 50 : sideOf(sure(area.value), height);
  const larger = area.value === null || isExact(area.value) ? null : sideOf(most(area.value), height);
  const [x, y] = [die.x, foot - side];
  const spacing =
    density.value === null ? 0 : Math.max(2.6, Math.min(side, 42 / Math.max(sure(density.value), 0.1)));
  const hatch = spacing ? `<path class="fill-frame" d="${hatched(x, y, side, side, spacing)}"/>` : '';
  const open =
    larger === null
      ? ''
      : `<path class="leader"${broken} d="M${px(x)} ${px(foot - larger)}h${px(larger)}v${px(larger)}h${px(-larger)}z"/>`;
  return `${hatch}${open}<path class="fill-empty"${area.value === null ? broken : ''} fill="none" d="M${px(x)} ${px(y)}h${px(side)}v${px(side)}h${px(-side)}z"/>${words('label-detail', area, narrow, x, y - 8)}${words('label-title', density, narrow, x, foot + 19)}`;
}

function lengthsSvg({ io, dram }: MeasuresProps, { lengths: { x, y, width }, narrow }: MeasuresArea): string {
  const whole = scaleOf(Math.max(...[io, dram].map(({ value }) => (value ? most(value) : 0)), 1));
  return [io, dram]
    .map((one, i) => {
      const level = y + i * 46;
      const line =
        one.value === null
          ? `<path class="dimension"${broken} d="M${px(x)} ${px(level)}h${px(width * 0.5)}"/>`
          : lengthSvg(one.value, x, level, width / whole);
      return `${words('label-detail', one, narrow, x, level - 10)}${line}`;
    })
    .join('');
}

/** A length; what may be added to it is dashed, with an arrow where nobody gives an end. */
function lengthSvg(value: Interval, x: number, y: number, scale: number): string {
  const [from, to] = [x + Math.max(3, sure(value) * scale), x + most(value) * scale];
  if (isExact(value)) return across(x, from, y);
  const end = value.high >= unlimited ? `m-5 -3l5 3l-5 3` : `m0 -4v8`;
  const solid = value.low > 0 ? across(x, from, y) : '';
  return `${solid}<path class="dimension"${broken} d="M${px(value.low > 0 ? from : x)} ${px(y)}H${px(to)}${end}"/>`;
}
