import type { Box } from '../label/textPlacement.ts';
import { rectangle, type MapRegion } from './region.ts';
import { escapeText, px } from '../label/svgText.ts';
import { mapRange, widthOf, type MapPlane } from './scale.ts';

/** The lines of the rule before, which stand no more. */
export interface MapGhost {
  readonly name: string;
  /** For a drawing that has no room for the whole name. */
  readonly short: string;
  readonly parts: MapRegion['parts'];
}

/** The pieces of a line between two ends that no line of today runs along. */
function pieces(ends: Box, regions: readonly MapRegion[], plane: MapPlane): Box[] {
  const upright = ends.x0 === ends.x1;
  const rects = regions.map(({ parts }) => parts.map((part) => rectangle(part, plane)));
  const [from, to] = upright ? [ends.y0, ends.y1] : [ends.x0, ends.x1];
  const cuts = rects
    .flat()
    .flatMap(({ x0, x1, y0, y1 }) => (upright ? [y0, y1] : [x0, x1]))
    .filter((at) => at > from && at < to);
  const stops = [from, ...cuts.sort((a, b) => a - b), to];
  // A line runs where the paragraphs on its two sides differ.
  const side = (x: number, y: number) =>
    rects.map((all) => all.some((box) => x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1)).join();
  return stops.slice(1).flatMap((end, i) => {
    const start = stops[i]!;
    const at = (start + end) / 2;
    const drawn = upright
      ? side(ends.x0 - 1, at) !== side(ends.x0 + 1, at)
      : side(at, ends.y0 - 1) !== side(at, ends.y0 + 1);
    if (drawn || end - start < 1) return [];
    return [upright ? { ...ends, y0: start, y1: end } : { ...ends, x0: start, x1: end }];
  });
}

/** The lines that went before, as thin dashes with the day they came; `boxes` receives the room of the words. */
export function ghostSvg(
  { name, short, parts }: MapGhost,
  regions: readonly MapRegion[],
  plane: MapPlane,
  boxes: Box[],
): string {
  const sides = parts.flatMap((part): Box[] => {
    const { x0, x1, y0, y1 } = rectangle(part, plane);
    return [
      ...(part.tpp.low > mapRange.tpp.low ? [{ x0, x1: x0, y0, y1 }] : []),
      ...(part.tpp.high < mapRange.tpp.high ? [{ x0: x1, x1, y0, y1 }] : []),
      ...(part.density.high < mapRange.density.high ? [{ x0, x1, y0, y1: y0 }] : []),
      ...(part.density.low > mapRange.density.low ? [{ x0, x1, y0: y1, y1 }] : []),
    ];
  });
  const left = sides.flatMap((ends) => pieces(ends, regions, plane));
  const [highest] = [...left].sort((a, b) => a.y0 - b.y0);
  if (!highest) return '';
  const words = plane.small ? short : name;
  const [x, y] = [highest.x0 + 7, highest.y0 + 40];
  boxes.push({ x0: x, x1: x + widthOf(words), y0: y - 12, y1: y + 3 });
  const d = left.map(({ x0, x1, y0, y1 }) => `M${px(x0)} ${px(y0)}L${px(x1)} ${px(y1)}`).join('');
  return `<path class="dimension" stroke-dasharray="4 4" d="${d}"/><text class="label-detail halo" x="${px(x)}" y="${px(y)}">${escapeText(words)}</text>`;
}
