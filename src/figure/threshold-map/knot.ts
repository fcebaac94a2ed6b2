import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import type { Box } from '../label/textPlacement.ts';
import { markSvg, type MarkStyle } from './mark.ts';
import type { MapPlane } from './scale.ts';

/** A chip just under a line of the law. */
export interface KnotChip extends MarkStyle {
  readonly id: string;
  readonly name: string;
  /** What it keeps from the line, as a share of the line's value. */
  readonly share: number;
  /** `32 under 2,400`, and the same without the line. */
  readonly text: string;
  readonly short: string;
}

/** The knot under the lines, enlarged: every chip measured from the line that it was cut to fit under. */
export interface MapKnot {
  readonly title: string;
  readonly detail: string;
  /** Nearest first. */
  readonly chips: readonly KnotChip[];
}

/** Where the inset stands: in the open end of the plane, over the words of the region there. */
export function knotBox({ chips }: MapKnot, plane: MapPlane): Box {
  const [wide, head, row] = plane.small ? [196, 23, 18] : [plane.right > 900 ? 372 : 320, 56, 34];
  const x1 = plane.right - (plane.small ? 4 : 14);
  const y1 = plane.bottom - (plane.small ? 6 : 62);
  return { x0: x1 - wide, x1, y0: y1 - head - row * chips.length, y1 };
}

/** Pixels that the widest gap takes. */
const reach = ({ small, right }: MapPlane): number => (small ? 42 : right > 900 ? 120 : 84);

/** One upright line for all lines of the law, and every chip as far left of it as its share of the line is. */
export function knotSvg(knot: MapKnot, plane: MapPlane): string {
  const { title, detail, chips } = knot;
  const { small } = plane;
  const { x0, x1, y0, y1 } = knotBox(knot, plane);
  const row = small ? 18 : 34;
  const law = x1 - (small ? 80 : 124);
  const scale = reach(plane) / Math.max(...chips.map(({ share }) => share));
  const first = y1 - row * (chips.length - 0.5) - (small ? 2 : 4);
  const rows = chips.map((chip, i) => {
    const [x, y] = [law - chip.share * scale, first + i * row];
    // A letter would cover the name; the plane shows it.
    const mark = markSvg(x, y, chip.form === 'letter' ? { ...chip, form: 'outside' } : chip);
    return [
      `<path class="dimension" d="M${px(x + 5)} ${px(y)}H${px(law)}M${px(law - 5)} ${px(y - 3.5)}l5 3.5l-5 3.5"/>${mark}`,
      `<text class="label-title"${rowMark(chip.id, true)} x="${px(x - 11)}" y="${px(y + 4)}" text-anchor="end">${escapeText(chip.name)}</text>`,
      `<text class="${small ? 'label-title' : 'map-gap'}"${rowMark(chip.id, true)} x="${px(law + 9)}" y="${px(y + (small ? 4 : 5))}">${escapeText(small ? chip.short : chip.text)}</text>`,
    ].join('');
  });
  return [
    `<path class="map-inset" d="M${px(x0)} ${px(y0)}H${px(x1)}V${px(y1)}H${px(x0)}z"/>`,
    `<text class="label-title" x="${px(x0 + (small ? 7 : 14))}" y="${px(y0 + (small ? 15 : 22))}">${escapeText(title)}</text>`,
    small
      ? ''
      : `<text class="label-detail" x="${px(x0 + 14)}" y="${px(y0 + 39)}">${escapeText(detail)}</text>`,
    `<path class="check-held" d="M${px(law)} ${px(first - row * 0.55)}V${px(y1 - (small ? 4 : 8))}"/>`,
    ...rows,
  ].join('');
}
