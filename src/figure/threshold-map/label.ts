import { rowMark } from '../label/rowMark.ts';
import type { Box } from '../label/textPlacement.ts';
import { alike, markSvg, type MapMark } from './mark.ts';
import { alongOf, leaderSvg, placeLabel, type Room } from './place.ts';
import { escapeText, px } from '../label/svgText.ts';
import { inside, mapRange, widthOf, type MapPlane } from './scale.ts';

/** Chips that share a point and look alike: one mark with several names. */
interface Group {
  readonly marks: readonly MapMark[];
  readonly x: number;
  readonly y: number;
}

const middle = (low: number, high: number): number =>
  low <= 0 ? high : high === Infinity ? low : Math.sqrt(low * high);

/** Where a mark stands, in pixels: in the middle of what is known, at the bound where only a bound is. */
export function placeOf({ tpp, density }: MapMark, plane: MapPlane): readonly [x: number, y: number] {
  const x = plane.x(inside(middle(tpp.low, tpp.high), mapRange.tpp));
  return density
    ? [x, plane.y(inside(middle(density.low, density.high), mapRange.density))]
    : [x, (plane.bottom + plane.lane) / 2];
}

/** Chips at one point that look alike share a mark; the others stand in a row that begins at the point. */
function groupsOf(marks: readonly MapMark[], plane: MapPlane): Group[] {
  const points: { x: number; y: number; groups: MapMark[][] }[] = [];
  for (const mark of marks) {
    const [x, y] = placeOf(mark, plane);
    let point = points.find((one) => Math.hypot(one.x - x, one.y - y) < 3);
    if (!point) points.push((point = { x, y, groups: [] }));
    const group = point.groups.find(([one]) => alike(one!, mark) && one!.notes.join() === mark.notes.join());
    if (group) group.push(mark);
    else point.groups.push([mark]);
  }
  return points.flatMap(({ x, y, groups }) => {
    let right = x;
    return groups.map((group, i) => {
      // A letter hangs to the left of its mark.
      if (i > 0) right += group[0]!.form === 'letter' ? 32 : 12;
      return { marks: group, x: right, y };
    });
  });
}

/** Intervals as bars, bounds as arrows; along the line of one area where both figures are open together. */
function extentSvg({ tpp, density }: MapMark, x: number, y: number, plane: MapPlane): string {
  if (!density) return '';
  const arrow = (dx: number, dy: number) => {
    const length = 30 / Math.hypot(dx, dy);
    const [x1, y1] = [x + dx * length, y + dy * length];
    const [ux, uy] = [(dx * length) / 30, (dy * length) / 30];
    const barb = (side: number) =>
      `M${px(x1)} ${px(y1)}L${px(x1 - 6 * ux + side * 3.5 * uy)} ${px(y1 - 6 * uy - side * 3.5 * ux)}`;
    return `<path class="leader" d="M${px(x)} ${px(y)}L${px(x1)} ${px(y1)}${barb(1)}${barb(-1)}"/>`;
  };
  const right = tpp.high === Infinity ? 1 : 0;
  const up = density.high === Infinity ? -1 : density.low <= 0 ? 1 : 0;
  if (right || up) return arrow(right, up);
  const [x0, x1] = [plane.x(tpp.low), plane.x(tpp.high)];
  const [y0, y1] = [plane.y(density.high), plane.y(density.low)];
  const across =
    x1 - x0 > 2 ? `M${px(x0)} ${px(y)}H${px(x1)}M${px(x0)} ${px(y - 4)}v8M${px(x1)} ${px(y - 4)}v8` : '';
  const upright =
    y1 - y0 > 2 ? `M${px(x)} ${px(y0)}V${px(y1)}M${px(x - 4)} ${px(y0)}h8M${px(x - 4)} ${px(y1)}h8` : '';
  return across || upright ? `<path class="leader" d="${across}${upright}"/>` : '';
}

/** The names of a group, each tied to its row of the table. */
export function namesSvg(marks: readonly MapMark[]): string {
  return marks.map(({ id, name }) => `<tspan${rowMark(id, true)}>${escapeText(name)}</tspan>`).join(', ');
}

/** What a mark takes of the plane: itself, its arrow, its letter. */
function bodyOf({ x, y, marks: [first] }: Group): Box[] {
  const { tpp, density, form } = first!;
  const right = tpp.high === Infinity;
  const [up, down] = [density!.high === Infinity, density!.low <= 0];
  return [
    { x0: x - 6, x1: x + 6, y0: y - 6, y1: y + 6 },
    ...(form === 'letter' ? [{ x0: x - 25, x1: x - 6, y0: y - 5, y1: y + 5 }] : []),
    ...(right || up || down
      ? [{ x0: x - 4, x1: x + (right ? 24 : 4), y0: y - (up ? 33 : 4), y1: y + (down ? 33 : 4) }]
      : []),
  ];
}

const hull = (boxes: readonly Box[]): Box => ({
  x0: Math.min(...boxes.map(({ x0 }) => x0)),
  x1: Math.max(...boxes.map(({ x1 }) => x1)),
  y0: Math.min(...boxes.map(({ y0 }) => y0)),
  y1: Math.max(...boxes.map(({ y1 }) => y1)),
});

/** What a reader may have to do without: words on the plane that found no room. */
interface Written {
  readonly words: string[];
  readonly boxes: Box[];
  readonly trails: Box[];
  /** What is not named, and what is named without its note. */
  readonly missing: readonly Group[];
  /** How many are not named at all: worse than any note left out. */
  readonly unnamed: number;
}

/**
 * Writes the names of groups in an order, each where the ones before it have left room.
 * @param bare names alone, without notes
 */
function write(
  order: readonly Group[],
  taken: ReadonlyMap<Group, readonly Box[]>,
  plane: MapPlane,
  fixed: Room,
  bare = false,
): Written {
  const boxes: Box[] = [];
  const trails: Box[] = [];
  const words: string[] = [];
  const missing: Group[] = [];
  let unnamed = 0;
  const frame = { x0: plane.left + 3, x1: plane.right - 2, y0: plane.top + 2, y1: plane.bottom - 2 };
  for (const group of order) {
    const { x, y, marks: same } = group;
    const [first] = same;
    const title = same.map(({ name }) => name).join(', ');
    const others = [...taken].filter(([other]) => other !== group).flatMap(([, body]) => body);
    const place = (notes: readonly string[]) =>
      placeLabel(
        [x, y],
        [Math.max(widthOf(title, true), ...notes.map((note) => widthOf(note))), 14 + 15 * notes.length],
        frame,
        {
          boxes: [...fixed.boxes, ...boxes, ...others],
          trails: [...fixed.trails, ...trails],
          lines: fixed.lines,
          mark: hull(taken.get(group)!),
          radius: 6,
        },
      );
    const tries = bare ? [[]] : [first!.notes, first!.notes.slice(0, 1), []];
    const notes = tries.find((some) => place(some) !== null);
    if (notes !== first!.notes) missing.push(group);
    if (!notes) {
      missing.push(group);
      unnamed += 1;
      continue;
    }
    const { box, align, leader } = place(notes)!;
    boxes.push(box);
    if (leader) trails.push(...alongOf(leader));
    const at = px(align === 'start' ? box.x0 : box.x1);
    const anchor = align === 'start' ? '' : ' text-anchor="end"';
    const tone = first!.later ? 'label-detail' : 'label-title';
    words.push(
      leaderSvg(leader),
      `<text class="${tone} halo" x="${at}" y="${px(box.y0 + 11)}"${anchor}>${namesSvg(same)}</text>`,
      ...notes.map(
        (note, i) =>
          `<text class="label-detail halo"${rowMark(first!.id, true)} x="${at}" y="${px(box.y0 + 26 + 15 * i)}"${anchor}>${escapeText(note)}</text>`,
      ),
    );
  }
  return { words, boxes, trails, missing, unnamed };
}

/** Marks of the plane with their names and leaders, and the room that these take. */
export function marksSvg(
  marks: readonly MapMark[],
  plane: MapPlane,
  fixed: Room,
): { svg: string; boxes: Box[]; trails: Box[] } {
  const groups = groupsOf(marks, plane);
  const taken = new Map(groups.map((group) => [group, bodyOf(group)]));
  const crowd = ({ x, y }: Group) =>
    groups.filter((other) => Math.hypot(other.x - x, other.y - y) < 60).length;
  // What stands close to others is named before what stands alone; where a name is left over, it goes first.
  const tried = new Set<Group>();
  let order = [...groups].sort((a, b) => crowd(b) - crowd(a));
  let best = write(order, taken, plane, fixed);
  for (let last = best; best.missing.length > 0;) {
    const next = last.missing.find((one) => !tried.has(one)) ?? best.missing.find((one) => !tried.has(one));
    if (!next) break;
    tried.add(next);
    order = [next, ...order.filter((one) => one !== next)];
    last = write(order, taken, plane, fixed);
    const better = last.unnamed - best.unnamed || last.missing.length - best.missing.length;
    if (better < 0) best = last;
  }
  // Where a name finds no room beside the notes of others, names go before notes.
  for (const first of best.unnamed > 0 ? best.missing : []) {
    const names = write([first, ...order.filter((one) => one !== first)], taken, plane, fixed, true);
    if (names.unnamed < best.unnamed) best = names;
  }
  const glyphs = groups.flatMap((group) => {
    const { x, y, marks: same } = group;
    return [...same.map((mark) => extentSvg(mark, x, y, plane)), markSvg(x, y, same[0]!)];
  });
  const { words, boxes, trails } = best;
  const isLeader = (one: string) => one.startsWith('<path');
  return {
    svg: [...words.filter(isLeader), ...glyphs, ...words.filter((one) => !isLeader(one))].join(''),
    boxes: [...boxes, ...[...taken.values()].flat()],
    trails,
  };
}
