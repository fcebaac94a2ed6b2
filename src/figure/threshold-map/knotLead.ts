import { px } from '../label/svgText.ts';
import { meets, type Box } from '../label/textPlacement.ts';
import { placeOf } from './label.ts';
import type { MapMark } from './mark.ts';
import { alongOf } from './place.ts';
import type { MapPlane } from './scale.ts';

type Point = readonly [x: number, y: number];

/** Joins the inset to the place of the plane that it enlarges: a ring round the knot, and a line from the inset to it. */
export interface KnotLead {
  readonly svg: string;
  /** The line as small boxes, which words and leaders keep off. */
  readonly trails: readonly Box[];
}

/** Chips this near to the nearest one lie in the ring, pixels. */
const near = 36;
/** From the outermost mark to the ring. */
const around = 10;

/** Where a line to the inset may end: along its left and its upper edge. */
function endsOf({ x0, x1, y0, y1 }: Box): Point[] {
  const along = [0.15, 0.3, 0.5, 0.7, 0.85];
  return [
    ...along.map((share): Point => [x0, y0 + (y1 - y0) * share]),
    ...along.map((share): Point => [x0 + (x1 - x0) * share, y0]),
  ];
}

/**
 * The ring and the line, over as few words as can be, the shortest of those.
 * @param ids chips of the inset, nearest to their line first
 * @param boxes words that stand already
 * @returns null where none of the chips has a place on the plane
 */
export function knotLead(
  ids: readonly string[],
  marks: readonly MapMark[],
  inset: Box,
  plane: MapPlane,
  boxes: readonly Box[],
): KnotLead | null {
  const points = ids.flatMap((id) => {
    const mark = marks.find((one) => one.id === id && one.density !== null);
    return mark ? [placeOf(mark, plane)] : [];
  });
  const [first] = points;
  if (!first) return null;
  const ringed = points.filter(([x, y]) => Math.hypot(x - first[0], y - first[1]) <= near);
  const centre: Point = [0, 1].map((axis) => {
    const values = ringed.map((point) => point[axis]!);
    return (Math.min(...values) + Math.max(...values)) / 2;
  }) as [number, number];
  const radius = around + Math.max(...ringed.map(([x, y]) => Math.hypot(x - centre[0], y - centre[1])));
  const lines = endsOf(inset).map(([x, y]) => {
    const away = Math.hypot(x - centre[0], y - centre[1]);
    const share = radius / away;
    const start: Point = [centre[0] + (x - centre[0]) * share, centre[1] + (y - centre[1]) * share];
    const covered = boxes.filter((box) => box !== inset && meets(start, [x, y], box)).length;
    return { line: [start, [x, y]] as const, cost: covered * 1000 + away };
  });
  const { line } = lines.reduce((best, one) => (one.cost < best.cost ? one : best));
  const ring = `<circle class="leader" cx="${px(centre[0])}" cy="${px(centre[1])}" r="${px(radius)}"/>`;
  return {
    svg: `${ring}<path class="leader" d="M${line.map((point) => point.map(px).join(' ')).join('L')}"/>`,
    trails: alongOf(line),
  };
}
