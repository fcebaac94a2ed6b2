import type { TimelineFrame, TimelineLane, TimelineMove, TimelineProps } from './timelineProps.ts';
import { timeScale } from './axis.ts';
import { measureReach } from './mark.ts';
import { nameGap, packRows, type RowItem, type RowSpot, type Side } from './rows.ts';
import { textWidth } from '../label/textWidth.ts';
import type { Box } from '../label/textPlacement.ts';

/** A move in its place: its dot, and the box of its name where it has one. */
export interface PlacedMove {
  readonly move: TimelineMove;
  readonly x: number;
  readonly y: number;
  readonly name: { readonly box: Box; readonly lines: readonly string[]; readonly end: boolean } | null;
}

export interface PlacedLane {
  readonly lane: TimelineLane;
  readonly top: number;
  readonly bottom: number;
}

export interface AcrossLayout extends Axis {
  /** With whether the dot lies on the line of a measure. */
  readonly placed: readonly (PlacedMove & { readonly onLine: boolean })[];
  readonly lanes: readonly PlacedLane[];
  /** Upper and lower line of the spine: the years, and under them what both sides or companies did. */
  readonly axis: readonly [number, number];
  /** Whether the lines of measures are drawn. */
  readonly lined: boolean;
}

interface Axis {
  readonly left: number;
  readonly right: number;
  place(day: number): number;
  middle(move: TimelineMove): number;
}

export const edges: Readonly<Record<'top' | 'right' | 'side', number>> = { top: 42, right: 16, side: 28 };
/** Height of the years on the spine, and of the words under it that say whose the lower bank is. */
export const yearsHeight = 24;
const headHeight = 22;
/** Below the sheet: what is said of its names, and the key in one row or two. */
const bottomOf = ({ width }: TimelineFrame) => (width < 900 ? 68 : 50);
/** Least height of a row: of names beside dots, and of names over lines. */
const pitch = { names: 16.5, lines: 25.5 } as const;
/** From the middle of a name down to the line of its measure, on which its dot lies. */
const underName = 13;
const laneGap = 8;

const importance: readonly TimelineMove['weight'][] = ['picked', 'told', 'linked', 'plain', 'faded'];

/** What is named first: the picked and the linked, then what the story turns on. */
export const rank = ({ weight, leading }: TimelineMove): number =>
  2 * importance.indexOf(weight) + (leading ? 0 : 1);
/** Whether a move is to be named before moves that came earlier. */
export const goesFirst = (move: TimelineMove): boolean =>
  move.weight === 'picked' || move.weight === 'linked' || move.leading;

/** Wide enough to be set bold, so that bringing a name out moves nothing. */
const nameWidth = (move: TimelineMove) => textWidth(move.name) * 1.05;
/** What the ring around a dot takes from the room between it and its name. */
const ringRoom = ({ weight }: TimelineMove) => (weight === 'picked' ? 4 : 0);

function axisOf(props: TimelineProps, frame: TimelineFrame): Axis {
  const left = edges.side + (frame.width < 900 ? 92 : 112);
  const right = frame.width - edges.right;
  const place = timeScale(props, left, right);
  const within = (day: number) => Math.min(props.to, Math.max(props.from, day));
  return {
    left,
    right,
    place,
    middle: (move) => (place(within(move.from)) + place(within(move.to))) / 2,
  };
}

/** The month of an act whose day is not known, in pixels; null where it is too short to be drawn. */
export function monthOf({ from, to }: TimelineMove, props: TimelineProps, place: Axis['place']) {
  const span = [place(Math.max(from, props.from)), place(Math.min(to + 1, props.to))] as const;
  return span[1] - span[0] > 12 ? span : null;
}

/** Where a measure begins in the stretch shown, and with it the dot that lies on its line. */
const reachOf = (move: TimelineMove, props: TimelineProps, { place }: Axis, lined: boolean) =>
  lined ? measureReach(move, props, place) : null;

/** The moves of every lane as items by date, and how many rows they can use and must have. */
function lanesOf(props: TimelineProps, axis: Axis, lined: boolean) {
  const { left, right, place, middle } = axis;
  const known = props.evidence < props.to ? Math.min(right, place(props.evidence + 1) - 6) : right;
  return props.lanes.map((lane) => {
    const moves = props.moves.filter((move) => move.lane === lane.id).toSorted((a, b) => a.from - b.from);
    const xs = moves.map(middle);
    const items = moves.map((move): RowItem => {
      const line = reachOf(move, props, axis, lined);
      // Over a line a name begins at its dot; elsewhere it stands beside it.
      const most = move.from > props.evidence ? right : known;
      const width = nameWidth(move);
      // A measure of which the month is known is drawn from its first day, and so is its dot.
      const x = line && move.to > move.from ? Math.min(line[0], middle(move)) : middle(move);
      const gap = line ? Math.max(-5, x - most) : nameGap + ringRoom(move);
      const sides: Side[] = [];
      if (x + gap + width <= most) sides.push('right');
      if (x - gap - width >= left + 4) sides.push('left');
      // A name goes where fewer dots wait for a place.
      const waiting = (from: number, to: number) => xs.filter((one) => one > from && one < to).length;
      if (waiting(x, x + width) > waiting(x - width, x)) sides.reverse();
      return { id: move.id, x, width, gap, sides, reach: line ?? monthOf(move, props, place) };
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
  const heads = yearsHeight + (props.lanes.some(({ bank }) => bank === 'under') ? headHeight : 0);
  const height = frame.height - edges.top - bottomOf(frame) - heads - props.lanes.length * laneGap;
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

  const placed: (PlacedMove & { readonly onLine: boolean })[] = [];
  const drawn: PlacedLane[] = [];
  let y = edges.top;
  let top: number | undefined;
  let bottom: number | undefined;
  lanes.forEach(({ lane, moves, items }, i) => {
    if (lane.bank !== 'over' && top === undefined) {
      top = y;
      y += yearsHeight;
    }
    if (lane.bank === 'under' && bottom === undefined) {
      bottom = y;
      y += headHeight;
    }
    const { spots, rows: used } = packLane(moves, items, rows[i]!);
    const end = y + laneGap + rows[i]! * step;
    const own = Math.min(step, 34);
    const start = (laneGap + Math.max(0, rows[i]! * step - used * own)) / 2;
    moves.forEach((move, at) => {
      const spot = spots.get(move.id)!;
      const along = start + (spot.row + 0.5) * own;
      const across = lane.bank === 'over' ? end - along : y + along;
      const onLine = reachOf(move, props, axis, lined) !== null;
      const name = placedMove(move, spot, items[at]!, across - (lined ? 4 : 0), onLine ? underName : 0);
      placed.push({ ...name, onLine });
    });
    drawn.push({ lane, top: y, bottom: end });
    y = end;
  });
  top ??= y;
  return { ...axis, placed, lanes: drawn, axis: [top, bottom ?? Math.max(y, top + yearsHeight)], lined };
}

/** Rows of a lane by date; where that leaves a name out that goes first, such names are put in before the others. */
function packLane(moves: readonly TimelineMove[], items: readonly RowItem[], rows: number) {
  const packed = packRows(items, rows);
  const whole = moves.every((move) => !goesFirst(move) || packed.spots.get(move.id)!.side !== null);
  if (whole) return packed;
  const order = [...items.keys()].toSorted((a, b) => rank(moves[a]!) - rank(moves[b]!));
  return packRows(
    order.map((i) => items[i]!),
    rows,
  );
}

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

/** A move at the middle of its name, its dot so far below it. */
function placedMove(
  move: TimelineMove,
  { side }: RowSpot,
  { x, width, gap }: RowItem,
  middle: number,
  below: number,
): PlacedMove {
  const y = middle + below;
  if (side === null) return { move, x, y, name: null };
  const x0 = side === 'right' ? x + gap : x - gap - width;
  const box = { x0, x1: x0 + width, y0: middle - 8, y1: middle + 7 };
  return { move, x, y, name: { box, lines: [move.name], end: side === 'left' } };
}
