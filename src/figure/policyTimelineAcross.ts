import type { TimelineFrame, TimelineLane, TimelineMove, TimelineProps } from './policyTimeline.ts';
import { periodsOf } from './timelineAxis.ts';
import { dotSvg, keySvg, measureReach, measureSvg, moveGroup, nameClass } from './timelineMark.ts';
import { escapeText, px } from './svgText.ts';
import { nameGap, packRows, type RowItem, type RowSpot, type Side } from './timelineRows.ts';
import { textWidth, wrapText } from './timelineText.ts';
import type { Box } from './textPlacement.ts';

/** A move in its place: its dot, and the box of its name where it has one. */
export interface PlacedMove {
  readonly move: TimelineMove;
  readonly x: number;
  readonly y: number;
  readonly name: { readonly box: Box; readonly lines: readonly string[]; readonly end: boolean } | null;
}

interface PlacedLane {
  readonly lane: TimelineLane;
  readonly top: number;
  readonly bottom: number;
}

export interface AcrossLayout extends Axis {
  readonly placed: readonly PlacedMove[];
  readonly lanes: readonly PlacedLane[];
  /** Upper and lower line of the axis. */
  readonly axis: readonly [number, number];
  /** Whether the lines of measures are drawn. */
  readonly lined: boolean;
}

const edges: Readonly<Record<'top' | 'right' | 'side', number>> = {
  top: 36,
  right: 16,
  side: 28,
};
/** Below the sheet: what is said of its names, and the key in one row or two. */
const bottomOf = ({ width }: TimelineFrame) => (width < 900 ? 68 : 50);
/** Least height of a row, without and with the line of a measure under the name. */
const pitch = { names: 16.5, lines: 18 } as const;
const laneGap = 8;
const axisHeight = 24;

const importance: readonly TimelineMove['weight'][] = ['picked', 'linked', 'plain', 'faded'];

interface Axis {
  readonly left: number;
  readonly right: number;
  place(day: number): number;
  middle(move: TimelineMove): number;
}

function axisOf({ from, to }: TimelineProps, frame: TimelineFrame): Axis {
  const left = edges.side + (frame.width < 900 ? 92 : 112);
  const right = frame.width - edges.right;
  const place = (day: number) => left + ((day - from) / (to - from)) * (right - left);
  const within = (day: number) => Math.min(to, Math.max(from, day));
  return {
    left,
    right,
    place,
    middle: (move) => (place(within(move.from)) + place(within(move.to))) / 2,
  };
}

/** The month of an act whose day is not known, in pixels; null where it is too short to be drawn. */
function monthOf({ from, to }: TimelineMove, props: TimelineProps, place: Axis['place']) {
  const span = [place(Math.max(from, props.from)), place(Math.min(to + 1, props.to))] as const;
  return span[1] - span[0] > 12 ? span : null;
}

/** The moves of every lane as items, the most important first, and how many rows they can use and must have. */
function lanesOf(props: TimelineProps, { left, right, place, middle }: Axis, lined: boolean) {
  const known = props.evidence < props.to ? Math.min(right, place(props.evidence + 1) - 6) : right;
  return props.lanes.map((lane) => {
    const moves = props.moves.filter((move) => move.lane === lane.id).toSorted((a, b) => a.from - b.from);
    const xs = moves.map(middle);
    const items = moves.map((move): RowItem => {
      const [x, width] = [middle(move), nameWidth(move) + ringRoom(move)];
      const most = move.from > props.evidence ? right : known;
      const sides: Side[] = [];
      if (x + nameGap + width <= most) sides.push('right');
      if (x - nameGap - width >= left + 4) sides.push('left');
      // A name goes where fewer dots wait for a place.
      const waiting = (from: number, to: number) => xs.filter((one) => one > from && one < to).length;
      if (waiting(x, x + width) > waiting(x - width, x)) sides.reverse();
      const line = lined ? measureReach(move, props, place) : null;
      return { id: move.id, x, width, sides, reach: line ?? monthOf(move, props, place) };
    });
    const withLine = items.filter(({ reach }) => reach);
    const others = items.filter(({ reach }) => !reach);
    const least = Math.max(1, packRows(withLine, 99).rows + packRows(others, 0).rows);
    return { lane, moves, items, least, most: Math.max(least, packRows(items, 99).rows) };
  });
}

/** Finds the place of every move and name in a drawing whose time runs from left to right. */
export function layoutAcross(props: TimelineProps, frame: TimelineFrame): AcrossLayout {
  const axis = axisOf(props, frame);
  const height = frame.height - edges.top - bottomOf(frame) - axisHeight - props.lanes.length * laneGap;
  let room = Math.floor(height / pitch.lines);
  let lanes = lanesOf(props, axis, true);
  // Where not everything fits, names are worth more than the lines of measures, which have a view of their own.
  const lined = props.measures || lanes.reduce((sum, { most }) => sum + most, 0) <= room;
  if (!lined) {
    room = Math.floor(height / pitch.names);
    lanes = lanesOf(props, axis, false);
  }
  const rows = share(lanes, room);
  const step = height / rows.reduce((sum, one) => sum + one, 0);

  const placed: PlacedMove[] = [];
  const drawn: PlacedLane[] = [];
  let band: readonly [number, number] | undefined;
  let y = edges.top;
  lanes.forEach(({ lane, moves, items }, i) => {
    if (lane.bank !== 'over' && !band) {
      band = [y, y + axisHeight];
      y += axisHeight;
    }
    const { spots, rows: used } = packLane(moves, items, rows[i]!);
    const bottom = y + laneGap + rows[i]! * step;
    const own = Math.min(step, 30);
    const start = (laneGap + Math.max(0, rows[i]! * step - used * own)) / 2;
    for (const move of moves) {
      const spot = spots.get(move.id)!;
      const along = start + (spot.row + 0.5) * own;
      const across = lane.bank === 'over' ? bottom - along : y + along;
      placed.push(placedMove(move, spot, axis.middle(move), across - (lined ? 3 : 0)));
    }
    drawn.push({ lane, top: y, bottom });
    y = bottom;
  });
  band ??= [y, y + axisHeight];
  return { ...axis, placed, lanes: drawn, axis: band, lined };
}

/** Rows of a lane by date; where that leaves a name out that is brought out, such names go first. */
function packLane(moves: readonly TimelineMove[], items: readonly RowItem[], rows: number) {
  const packed = packRows(items, rows);
  const strong = (i: number) => isStrong(moves[i]!);
  const whole = moves.every((move, i) => !strong(i) || packed.spots.get(move.id)!.side !== null);
  if (whole) return packed;
  const order = [...items.keys()].toSorted((a, b) => rank(moves[a]!) - rank(moves[b]!));
  return packRows(
    order.map((i) => items[i]!),
    rows,
  );
}

const rank = ({ weight }: TimelineMove) => importance.indexOf(weight);
const isStrong = (move: TimelineMove) => rank(move) < 2;

/** Wide enough to be set bold, so that bringing a name out moves nothing. */
const nameWidth = (move: TimelineMove) => textWidth(move.name) * 1.05;

/** What the ring around a dot takes from the room between it and its name. */
const ringRoom = ({ weight }: TimelineMove) => (weight === 'picked' ? 4 : 0);

/** Rows for each lane: what all names need where there is room, else at least what the lines and dots need. */
function share(lanes: readonly { most: number; least: number }[], rows: number): number[] {
  const given = lanes.map(({ least }) => least);
  let spare = rows - given.reduce((sum, one) => sum + one, 0);
  const missing = (i: number) => lanes[i]!.most - given[i]!;
  lanes.forEach(({ most }, i) => {
    const more = Math.max(0, Math.min(spare, Math.floor(0.55 * most) - given[i]!));
    given[i]! += more;
    spare -= more;
  });
  // The rest one by one to the lane that lacks fewest, so that as many lanes as can be are whole.
  while (spare > 0) {
    const [next] = lanes.map((_, i) => i).filter((i) => missing(i) > 0).toSorted((a, b) => missing(a) - missing(b)); // prettier-ignore
    if (next === undefined) break;
    given[next]! += 1;
    spare -= 1;
  }
  return given;
}

function placedMove(move: TimelineMove, { side }: RowSpot, x: number, y: number): PlacedMove {
  if (side === null) return { move, x, y, name: null };
  const width = nameWidth(move);
  const gap = nameGap + ringRoom(move);
  const x0 = side === 'right' ? x + gap : x - gap - width;
  const box = { x0, x1: x0 + width, y0: y - 8, y1: y + 7 };
  return { move, x, y, name: { box, lines: [move.name], end: side === 'left' } };
}

/** The drawing whose time runs from left to right: one bank over the axis, the other under it, in lanes by topic. */
export function timelineAcross(props: TimelineProps, frame: TimelineFrame): string {
  const layout = layoutAcross(props, frame);
  const { right, axis, place } = layout;
  const [top, bottom] = [edges.top - 6, layout.lanes.at(-1)?.bottom ?? axis[1]];
  const moves = layout.placed.map(({ move, x, y, name }) => {
    const month = monthOf(move, props, place);
    // On the side that the name leaves free.
    const whisker = month
      ? `<path class="leader" d="M${px(name?.end === true ? x : month[0])} ${px(y)}H${px(name?.end === false ? x : month[1])}"/>`
      : '';
    const lines = (layout.lined ? move.measures : [])
      .map((states, i) => measureSvg(states, props, place, y + 9.6 + 4.5 * i))
      .join('');
    const words = name
      ? `<text${nameClass(move, props.evidence)} x="${px(name.end ? name.box.x1 : name.box.x0)}" y="${px(y + 4.5)}"${name.end ? ' text-anchor="end"' : ''}>${escapeText(move.name)}</text>`
      : `<title>${escapeText(move.name)}</title>`;
    return moveGroup(move, whisker + lines + dotSvg(move, [x, y], props) + words);
  });
  const named = layout.placed.filter(({ name }) => name).length;
  const said =
    layout.placed.length === 0 ? props.words.empty : props.words.named(named, layout.placed.length);
  return [
    gridSvg(props, layout, [top, bottom]),
    lanesSvg(props, layout),
    ...moves,
    `<text class="label-title" x="${edges.side}" y="${px(bottom + 24)}">${escapeText(said)}</text>`,
    keySvg(props, layout.lined, edges.side, bottom + 44, right - edges.side),
  ].join('');
}

function gridSvg(
  props: TimelineProps,
  layout: AcrossLayout,
  [top, bottom]: readonly [number, number],
): string {
  const { left, right, axis, place } = layout;
  const periods = periodsOf(props).map(({ text, strong, from, to }) => {
    const [x, room] = [place(from), place(to) - place(from)];
    const line = `<path class="cliff-grid" d="M${px(x)} ${px(top)}V${px(axis[0])}M${px(x)} ${px(axis[1])}V${px(bottom)}"/><path class="leader" d="M${px(x)} ${px(axis[0])}V${px(axis[1])}"/>`;
    const word =
      textWidth(text) + 10 <= room
        ? `<text class="${strong ? 'label-title' : ''}" x="${px(x + 6)}" y="${px(axis[1] - 7)}">${text}</text>`
        : '';
    return line + word;
  });
  const axisLine = `<path class="cliff-axis" d="M${left} ${px(axis[0])}H${right}M${left} ${px(axis[1])}H${right}"/>`;
  const { evidence, from, to, words } = props;
  if (evidence < from || evidence >= to) return periods.join('') + axisLine;
  const x = place(evidence + 1);
  return `${periods.join('')}${axisLine}<path class="cliff-axis" d="M${px(x)} 22V${px(bottom)}"/><text class="label-title" x="${px(x)}" y="14" text-anchor="end">${escapeText(words.evidence)}</text>`;
}

/** Names of the banks and lanes, and the hairlines between them. */
function lanesSvg({ words }: TimelineProps, { lanes, axis, left, right }: AcrossLayout): string {
  const lines = lanes.map(({ lane, top, bottom }, i) => {
    const next = lanes[i + 1];
    const edge =
      next && next.lane.bank === lane.bank
        ? `<path class="cliff-grid" d="M${edges.side} ${px(bottom)}H${right}"/>`
        : '';
    const text = wrapText(lane.name, left - edges.side - 10, 12.5);
    const first = (top + bottom) / 2 + 4 - (text.length - 1) * 7.5;
    return (
      edge +
      text
        .map(
          (line, row) =>
            `<text class="label-detail" x="${edges.side}" y="${px(first + row * 15)}">${escapeText(line)}</text>`,
        )
        .join('')
    );
  });
  const bank = (name: string, y: number) =>
    `<text class="label-title" x="${edges.side}" y="${px(y)}">${escapeText(name)}</text>`;
  const over = lanes.some(({ lane }) => lane.bank === 'over') ? bank(`↑ ${words.over}`, 16) : '';
  const under = lanes.some(({ lane }) => lane.bank === 'under') ? bank(`↓ ${words.under}`, axis[1] - 7) : '';
  return lines.join('') + over + under;
}
