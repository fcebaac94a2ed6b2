import type { Box } from './textPlacement.ts';
import { placeOf } from './thresholdMapLabel.ts';
import type { MapMark } from './thresholdMapMark.ts';
import { at, escape, widthOf, type MapPlane } from './thresholdMapScale.ts';

/** A remark in sentences, with a leader to a chip where it is of one. */
export interface MapCallout {
  readonly title: string;
  readonly text: string;
  /** Id of a mark; null where it is of the plane. */
  readonly of: string | null;
}

/** Cuts words into lines of at most so many pixels. */
export function linesOf(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Pixels between lines. */
const leading = 16;

/**
 * Remarks at the open end of the plane, one above the other. One of a chip that stands outside the regions goes into the
 * corner below them where it fits; on a phone all stand in the words beside the drawing.
 */
export function calloutsSvg(
  callouts: readonly MapCallout[],
  marks: readonly MapMark[],
  plane: MapPlane,
  boxes: Box[],
  regions: readonly Box[],
): string {
  if (plane.small) return '';
  const wide = plane.right > 900 ? 250 : 190;
  const x = plane.right - wide - 14;
  // Above the words of the region, which stand in the corner.
  let foot = plane.bottom - 62;
  const out: string[] = [];
  let cornered = false;
  for (const { title, text, of } of [...callouts].reverse()) {
    const mark = marks.find(({ id }) => id === of);
    const [mx, my] = mark ? placeOf(mark, plane) : [0, 0];
    const outside = mark && !regions.some((box) => mx >= box.x0 && my >= box.y0 && my <= box.y1);
    const corner: Corner | null = outside && !cornered ? cornerOf(text, plane, regions) : null;
    cornered ||= corner !== null;
    const lines = corner?.lines ?? linesOf(text, wide);
    const height = leading * (1 + lines.length);
    const top = corner?.y ?? foot - height;
    const left = corner?.x ?? x;
    if (!corner) foot = top - 18;
    const box = { x0: left - 6, y0: top - 4, x1: left + (corner?.width ?? wide) + 6, y1: top + height + 4 };
    boxes.push(box);
    // A leader that would run through the regions is left out.
    const knee = Math.min(mx + Math.abs(top + 8 - my), x - 24);
    const leader =
      mark && corner
        ? `M${at(mx)} ${at(my)}V${at(top - 1)}`
        : mark && !outside
          ? `M${at(mx)} ${at(my)}L${at(knee)} ${at(top + 8)}H${at(box.x0)}`
          : '';
    out.push(
      leader ? `<path class="leader" d="${leader}"/>` : '',
      `<rect fill="var(--paper)" x="${at(box.x0)}" y="${at(box.y0)}" width="${at(box.x1 - box.x0)}" height="${height + 8}"/>`,
      `<text class="label-title" x="${at(left)}" y="${at(top + 12)}">${escape(title)}</text>`,
      ...lines.map(
        (line, i) =>
          `<text class="label-detail" x="${at(left)}" y="${at(top + 28 + leading * i)}">${escape(line)}</text>`,
      ),
    );
  }
  return out.join('');
}

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: readonly string[];
}

/** The corner under the regions and left of them, if words fit there. */
function cornerOf(text: string, plane: MapPlane, regions: readonly Box[]): Corner | null {
  const x = plane.left + 10;
  for (const count of [1, 2]) {
    const height = leading * (1 + count) + 6;
    const y = plane.bottom - height;
    const right = Math.min(...regions.filter((box) => box.y1 > y - 6).map((box) => box.x0));
    const width = Math.min(right, plane.right) - x - 14;
    const lines = linesOf(text, width);
    if (lines.length <= count) return { x, y, width, lines };
  }
  return null;
}
