import type { Box } from '../label/textPlacement.ts';
import { placeOf } from './label.ts';
import { alongOf } from './place.ts';
import type { MapMark } from './mark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { widthOf, type MapPlane } from './scale.ts';

/** A remark in sentences, with a leader to a chip where it is of one. */
export interface MapCallout {
  readonly title: string;
  readonly text: string;
  /** Id of a mark; null where it is of the plane. */
  readonly of: string | null;
}

/** A remark in its place. */
export interface WrittenCallout {
  readonly svg: string;
  readonly box: Box;
  /** Its leader, as small boxes. */
  readonly trail: readonly Box[];
}

type Point = readonly [x: number, y: number];

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
  regions: readonly Box[],
): WrittenCallout[] {
  if (plane.small) return [];
  const wide = plane.right > 900 ? 250 : 190;
  const x = plane.right - wide - 14;
  // Above the words of the region, which stand in the corner.
  let foot = plane.bottom - 62;
  const out: WrittenCallout[] = [];
  let cornered = false;
  for (const { title, text, of } of [...callouts].reverse()) {
    const mark = marks.find(({ id }) => id === of);
    const [mx, my] = mark ? placeOf(mark, plane) : [0, 0];
    const outside = mark && !regions.some((box) => mx >= box.x0 && my >= box.y0 && my <= box.y1);
    const corner: Corner | null = outside && !cornered ? cornerOf(text, plane, regions) : null;
    cornered ||= corner !== null;
    const written = corner?.lines ?? linesOf(text, wide);
    const height = leading * (1 + written.length);
    const top = corner?.y ?? foot - height;
    // Where the remarks would cover the marks above, the words beside the drawing have to do.
    if (top < plane.y(10)) continue;
    const left = corner?.x ?? x;
    if (!corner) foot = top - 18;
    const box = {
      x0: left - 6,
      y0: corner ? top : top - 4,
      x1: left + (corner?.width ?? wide) + 6,
      y1: top + height + 4,
    };
    // A leader that would run through the regions is left out.
    const points =
      mark && !outside
        ? leaderOf(
            [mx, my],
            [box.x0, top + 8],
            marks.map((one) => placeOf(one, plane)),
          )
        : [];
    const leader = points.length > 1 ? points.map(([atX, atY]) => `${px(atX)} ${px(atY)}`).join('L') : '';
    const svg = [
      leader ? `<path class="leader" d="M${leader}"/>` : '',
      `<rect fill="var(--paper)" x="${px(box.x0)}" y="${px(box.y0)}" width="${px(box.x1 - box.x0)}" height="${px(box.y1 - box.y0)}"/>`,
      `<text class="label-title" x="${px(left)}" y="${px(top + 12)}">${escapeText(title)}</text>`,
      ...written.map(
        (line, i) =>
          `<text class="label-detail" x="${px(left)}" y="${px(top + 28 + leading * i)}">${escapeText(line)}</text>`,
      ),
    ].join('');
    out.push({ svg, box, trail: alongOf(points) });
  }
  return out;
}

/** From a mark to its remark, level at the end, by the first knee that runs into no other mark. */
function leaderOf([mx, my]: Point, [x, y]: Point, marks: readonly Point[]): readonly Point[] {
  const ways = [1, 0.4, 1.8, 0].map((slope): readonly Point[] => [
    [mx, my],
    [Math.min(mx + Math.abs(y - my) * slope, x - 18), y],
    [x, y],
  ]);
  const clear = (way: readonly Point[]) =>
    alongOf(way).every(({ x0, x1, y0, y1 }) =>
      marks.every(
        ([atX, atY]) =>
          Math.hypot(atX - mx, atY - my) < 4 || Math.hypot(atX - (x0 + x1) / 2, atY - (y0 + y1) / 2) > 10,
      ),
    );
  return ways.find(clear) ?? ways[0]!;
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
    const right = Math.min(...regions.filter((box) => box.y1 > y).map((box) => box.x0));
    const width = Math.min(right, plane.right) - x - 14;
    const lines = linesOf(text, width);
    if (lines.length <= count) return { x, y, width, lines };
  }
  return null;
}
