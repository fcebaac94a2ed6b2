import type { Interval } from '../../model/exportControl/interval.ts';
import type { Box } from '../label/textPlacement.ts';
import { linesOf } from './lines.ts';
import { escapeText, px } from '../label/svgText.ts';
import { inside, mapRange, widthOf, type MapPlane } from './scale.ts';

/** Everything one paragraph of the rule controls. */
export interface MapRegion {
  readonly paragraph: string;
  /** What follows from it, in a few words. */
  readonly detail: string;
  /** Rectangles of the plane; an open side is infinite, or zero. */
  readonly parts: readonly { readonly tpp: Interval; readonly density: Interval }[];
  /** `strict` for the stricter paragraph, `partial` where something else has to be met too. */
  readonly tone: RegionTone;
}

/** How dark a region is: a tone, as hatching would say that something is estimated. */
export type RegionTone = 'strict' | 'other' | 'partial';

/** A rectangle of the plane in pixels; one that holds at every density reaches down through the lane. */
export function rectangle({ tpp, density }: MapRegion['parts'][number], plane: MapPlane): Box {
  return {
    x0: plane.x(inside(tpp.low, mapRange.tpp)),
    x1: plane.x(inside(tpp.high, mapRange.tpp)),
    y0: plane.y(inside(density.high, mapRange.density)),
    y1: density.low <= mapRange.density.low ? plane.lane : plane.y(density.low),
  };
}

/** The sides of a rectangle that are lines of the law; where it is open the plane merely ends. */
export function lawLines(part: MapRegion['parts'][number], plane: MapPlane): string {
  const { x0, x1, y0, y1 } = rectangle(part, plane);
  const side = (is: boolean, d: string) => (is ? d : '');
  return [
    side(part.tpp.low > mapRange.tpp.low, `M${px(x0)} ${px(y0)}V${px(y1)}`),
    side(part.tpp.high < mapRange.tpp.high, `M${px(x1)} ${px(y0)}V${px(y1)}`),
    side(part.density.high < mapRange.density.high, `M${px(x0)} ${px(y0)}H${px(x1)}`),
    side(part.density.low > mapRange.density.low, `M${px(x0)} ${px(y1)}H${px(x1)}`),
  ].join('');
}

/**
 * Regions as tones between lines, with their paragraph written inside; `boxes` receives the room of its words.
 * @param inset stands in the corner where the stricter paragraph has its name: on a phone the name goes over it
 */
export function regionsSvg(
  regions: readonly MapRegion[],
  plane: MapPlane,
  boxes: Box[],
  inset: Box | null = null,
) {
  const areas: string[] = [];
  const words: string[] = [];
  const all: Box[] = [];
  // The stricter paragraph comes last and lies on top, as it goes before the other in the rule.
  for (const { paragraph, detail, parts, tone } of regions) {
    const drawn = parts.map((part) => rectangle(part, plane));
    const d = drawn
      .map(({ x0, x1, y0, y1 }) => `M${px(x0)} ${px(y0)}H${px(x1)}V${px(y1)}H${px(x0)}Z`)
      .join('');
    all.push(...drawn);
    // Only the outer half of the lines shows, so that what a paragraph's branches share is not divided.
    areas.push(
      `<path fill="none" stroke="var(--figure-ink)" stroke-width="3.4" d="${parts.map((part) => lawLines(part, plane)).join('')}"/><path class="map-${tone}" d="${d}"/>`,
    );
    const lowest = drawn.reduce((a, b) => (b.y1 > a.y1 ? b : a));
    const room = Math.min(plane.small && inset ? 124 : 360, lowest.x1 - lowest.x0 - 18);
    const lines = plane.small && tone === 'other' ? [paragraph] : [paragraph, ...linesOf(detail, room)];
    const place = wordsPlace(lowest, tone, lines.length, plane, plane.small ? inset : null);
    const wide = Math.max(...lines.map((text, i) => widthOf(text, i === 0)));
    const box = { x0: place.x, x1: place.x + wide, y0: place.y - lines.length * 16, y1: place.y };
    const shift = place.end ? wide : 0;
    const moved = { ...box, x0: box.x0 - shift, x1: box.x1 - shift };
    boxes.push(moved);
    words.push(
      `<rect class="map-${tone}" x="${px(moved.x0 - 5)}" y="${px(moved.y0 - 3)}" width="${px(wide + 10)}" height="${lines.length * 16 + 7}"/>`,
      ...lines.map(
        (text, i) =>
          `<text class="${i ? 'label-detail' : 'label-title'}" x="${px(moved.x0)}" y="${px(moved.y0 + 12 + 16 * i)}">${escapeText(text)}</text>`,
      ),
    );
  }
  return { areas: areas.join(''), words: words.join(''), drawn: all };
}

/**
 * Where a paragraph writes its name: low in its lowest rectangle, in the corner where that is the open end of the plane,
 * in the upper corner where the lower one holds the gauge.
 */
function wordsPlace(lowest: Box, tone: RegionTone, lines: number, plane: MapPlane, inset: Box | null) {
  const y = Math.min(lowest.y1, plane.bottom) - 10;
  if (tone === 'other') return { x: lowest.x0 + 9, y, end: false };
  const foot = inset ? inset.y0 - 10 : y;
  return { x: plane.right - 14, y: tone === 'partial' ? plane.top + 12 + 16 * lines : foot, end: true };
}
