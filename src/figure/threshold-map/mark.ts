import type { Interval } from '../../model/exportControl/interval.ts';
import { px } from '../label/svgText.ts';

/**
 * What a chip's mark says by its form: on the control list (filled), off it (open), not to be told (half filled), off
 * it but held by a letter to its maker (open, with a letter hanging at it).
 */
export type MarkForm = 'listed' | 'outside' | 'open' | 'letter';

export interface MarkStyle {
  readonly form: MarkForm;
  /** Designed in China: a square, where others are round. */
  readonly square: boolean;
  /** Not on sale yet on the day: its outline is dashed. */
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
  /** Why it stands as it does, in a few words each: `32 under 2,400`. */
  readonly notes: readonly string[];
}

/** Whether two marks look alike. */
export const alike = (a: MarkStyle, b: MarkStyle): boolean =>
  a.form === b.form && a.square === b.square && a.later === b.later;

const radius = 4.5;

/** @param more added to the radius */
function outline(x: number, y: number, square: boolean, more = 0): string {
  const r = (square ? radius - 0.5 : radius) + more;
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

/** A mark about a point, in pixels; a letter hangs 10 to 24 to the left of it. */
export function markSvg(x: number, y: number, { form, square, later }: MarkStyle): string {
  const dash = later ? ' stroke-dasharray="2.6 2.1"' : '';
  if (form === 'listed')
    return later
      ? `<path fill="var(--paper)" d="${outline(x, y, square, 2)}"/><path class="leader"${dash} d="${outline(x, y, square, 2)}"/><path class="dimension-end" d="${outline(x, y, square, -1)}"/>`
      : `<path class="dimension-end halo" d="${outline(x, y, square)}"/>`;
  const ring = `<path class="cliff-handle"${dash} d="${outline(x, y, square)}"/>`;
  if (form === 'open') return `${ring}<path class="dimension-end" d="${half(x, y, square)}"/>`;
  if (form === 'outside') return ring;
  const sheet = `M${px(x - 23)} ${px(y - 4)}h12v8h-12z`;
  return `<path fill="var(--paper)" d="${sheet}"/><path class="leader" d="M${px(x - 4)} ${px(y)}h-7${sheet}M${px(x - 23)} ${px(y - 4)}l6 4.5l6 -4.5"/>${ring}`;
}
