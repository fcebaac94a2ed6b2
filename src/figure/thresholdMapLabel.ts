import { rowMark } from './rowMark.ts';
import { placeText, type Box } from './textPlacement.ts';
import { alike, markSvg, type MapMark } from './thresholdMapMark.ts';
import { escapeText, px } from './svgText.ts';
import { inside, mapRange, widthOf, type MapPlane } from './thresholdMapScale.ts';

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
    const group = point.groups.find(([one]) => alike(one!, mark) && one!.note === mark.note);
    if (group) group.push(mark);
    else point.groups.push([mark]);
  }
  return points.flatMap(({ x, y, groups }) => groups.map((group, i) => ({ marks: group, x: x + i * 12, y })));
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

/** The gap between a chip and the line it was made to fit under, as a draughtsman writes one too narrow for its arrows. */
function fitSvg({ fit }: MapMark, x: number, y: number, plane: MapPlane): string {
  if (!fit) return '';
  if (fit.axis === 'tpp') {
    const line = plane.x(fit.line);
    return `<path class="dimension" d="M${px(x)} ${px(y + 5)}V${px(y + 15)}M${px(line)} ${px(y + 5)}V${px(y + 15)}M${px(x - 12)} ${px(y + 12)}H${px(x)}M${px(line)} ${px(y + 12)}h12"/>`;
  }
  const line = plane.y(fit.line);
  return `<path class="dimension" d="M${px(x - 15)} ${px(y)}h10M${px(x - 15)} ${px(line)}h10M${px(x - 12)} ${px(y)}v12M${px(x - 12)} ${px(line)}v-12"/>`;
}

/** The names of a group, each tied to its row of the table. */
export function namesSvg(marks: readonly MapMark[]): string {
  return marks.map(({ id, name }) => `<tspan${rowMark(id, true)}>${escapeText(name)}</tspan>`).join(', ');
}

/** Marks of the plane with their names and leaders; `boxes` receives what the words take. */
export function marksSvg(
  marks: readonly MapMark[],
  plane: MapPlane,
  boxes: Box[],
  lines: readonly Box[],
): string {
  const groups = groupsOf(marks, plane);
  const taken = groups.map(({ x, y, marks: [first] }): Box => {
    // An arrow takes room too.
    const up = first!.density!.high === Infinity ? 34 : 7;
    const down = first!.density!.low <= 0 ? 34 : 7;
    return { x0: x - 7, x1: x + (first!.tpp.high === Infinity ? 24 : 7), y0: y - up, y1: y + down };
  });
  const glyphs: string[] = [];
  const words: string[] = [];
  // What was made to fit is told first, and what stands close to others before what stands alone.
  const crowd = ({ x, y }: Group) =>
    groups.filter((other) => Math.hypot(other.x - x, other.y - y) < 60).length;
  const order = [...groups].sort((a, b) => crowd(b) - crowd(a));
  for (const group of order) {
    const { x, y, marks: same } = group;
    const [first] = same;
    glyphs.push(
      ...same.map((mark) => extentSvg(mark, x, y, plane)),
      plane.small ? '' : fitSvg(first!, x, y, plane),
      markSvg(x, y, first!),
    );
    const title = same.map(({ name }) => name).join(', ');
    // An envelope is wide: its own words keep off it too.
    const others = taken.filter((_, i) => groups[i] !== group || first!.form === 'letter');
    const place = (note: boolean) =>
      placeText({
        anchor: [x, y],
        size: [Math.max(widthOf(title, true), note ? widthOf(first!.note) : 0), note ? 30 : 14],
        frame: { x0: plane.left + 3, x1: plane.right - 2, y0: plane.top + 2, y1: plane.bottom - 2 },
        obstacles: lines,
        boxes: [...boxes, ...others],
        reach: plane.small ? 90 : 150,
      });
    const full = first!.note === '' ? null : place(true);
    const noted = full !== null && (full.clear || !plane.small);
    const { box, align } = noted ? full : place(false);
    boxes.push(box);
    const tx = align === 'start' ? box.x0 : box.x1;
    const anchor = align === 'start' ? '' : ' text-anchor="end"';
    const tone = first!.later ? 'label-detail' : 'label-title';
    words.push(
      leaderSvg(x, y, box),
      `<text class="${tone} halo" x="${px(tx)}" y="${px(box.y0 + 11)}"${anchor}>${namesSvg(same)}</text>`,
    );
    if (noted)
      words.push(
        `<text class="label-detail halo"${rowMark(first!.id, true)} x="${px(tx)}" y="${px(box.y0 + 26)}"${anchor}>${escapeText(first!.note)}</text>`,
      );
  }
  boxes.push(...taken);
  return (
    words.filter((one) => one.startsWith('<path')).join('') +
    glyphs.join('') +
    words.filter((one) => !one.startsWith('<path')).join('')
  );
}

/** A leader from a mark to words that stand away from it. */
export function leaderSvg(x: number, y: number, { x0, x1, y0, y1 }: Box): string {
  const near = x < x0 ? x0 - 3 : x > x1 ? x1 + 3 : null;
  const height = (y0 + y1) / 2;
  const distance = Math.hypot(near === null ? 0 : near - x, y < y0 ? y0 - y : y > y1 ? y - y1 : 0);
  if (distance < 13) return '';
  return near === null
    ? `<path class="leader" d="M${px(x)} ${px(y)}V${px(y < height ? y0 - 2 : y1 + 2)}"/>`
    : `<path class="leader" d="M${px(x)} ${px(y)}L${px(near)} ${px(height)}"/>`;
}
