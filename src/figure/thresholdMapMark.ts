import type { Interval } from '../model/exportControl/interval.ts';
import { px } from './svgText.ts';

/**
 * What a chip's mark says by its form: on the control list (filled), off it (open), not to be told (half filled), off
 * it but held by a letter to its maker (an envelope).
 */
export type MarkForm = 'listed' | 'outside' | 'open' | 'letter';

export interface MarkStyle {
  readonly form: MarkForm;
  /** Designed in China: a square, where others are round. */
  readonly square: boolean;
  /** Not to be had yet on the day: drawn in pencil. */
  readonly later: boolean;
}

/** A chip on the plane. */
export interface MapMark extends MarkStyle {
  readonly id: string;
  readonly name: string;
  /** TPP. */
  readonly tpp: Interval;
  /** TPP/mm²; null where it is not published. */
  readonly density: Interval | null;
  /** Why it stands as it does, in a few words: `32 under 2,400`; empty where nothing need be said. */
  readonly note: string;
  /** The line it was made to fit under. */
  readonly fit: { readonly axis: 'tpp' | 'density'; readonly line: number } | null;
}

/** Whether two marks look alike. */
export const alike = (a: MarkStyle, b: MarkStyle): boolean =>
  a.form === b.form && a.square === b.square && a.later === b.later;

const radius = 4.5;

function outline(x: number, y: number, square: boolean): string {
  const r = square ? radius - 0.5 : radius;
  return square
    ? `M${px(x - r)} ${px(y - r)}h${2 * r}v${2 * r}h${-2 * r}z`
    : `M${px(x - r)} ${px(y)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`;
}

/** The left half of a mark. */
function half(x: number, y: number, square: boolean): string {
  const r = radius - 0.5;
  return square
    ? `M${px(x)} ${px(y - r)}h${-r}v${2 * r}h${r}z`
    : `M${px(x)} ${px(y - r)}a${r} ${r} 0 0 0 0 ${2 * r}z`;
}

/** A mark about a point, in pixels. */
export function markSvg(x: number, y: number, { form, square, later }: MarkStyle): string {
  const ring = later ? 'cliff-guess' : 'cliff-handle';
  const fill = later ? '' : ' dimension-end';
  if (form === 'letter')
    return `<path class="${ring}" d="M${px(x - 7)} ${px(y - 5)}h14v10h-14z"/><path class="leader" d="M${px(x - 7)} ${px(y - 4.5)}l7 5.5l7 -5.5"/>`;
  if (form === 'listed' && !later) return `<path class="dimension-end halo" d="${outline(x, y, square)}"/>`;
  const inner =
    form === 'open'
      ? `<path class="${later ? 'floor-shadow' : fill.trim()}" d="${half(x, y, square)}"/>`
      : form === 'listed'
        ? `<path class="floor-shadow" d="${outline(x, y, square)}"/>`
        : '';
  return `${later ? inner : ''}<path class="${ring}" d="${outline(x, y, square)}"/>${later ? '' : inner}`;
}
