import type { TimelineFrame, TimelineMove, TimelineProps } from './timelineProps.ts';
import { periodsOf, timeScale } from './axis.ts';
import { goesFirst, rank, type PlacedMove } from './lanes.ts';
import { answersSvg, breakSvg, dotSvg, keySvg, moveGroup, nameClass, unnamedMove } from './mark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { swarm } from './rows.ts';
import { stackColumn, type StackItem } from './stacking.ts';
import { textWidth, wrapText } from './text.ts';

/** Time from the top down: China on the left of the spine, the United States and its partners on its right. */
const edges = { top: 30, bottom: 84, side: 14 } as const;
const lineHeight = 14.5;
const gap = 7;
/** A name stands no farther from its dot than this, along the axis: what goes first, and the others. */
const farthest = { first: 110, other: 48 } as const;
/** Between the outermost dot and the names, where leaders climb clear of the dots. */
const gutter = 18;
const dotPitch = 9.5;

/** Left and right line of the spine, wider where it holds what both sides or companies did. */
type Spine = readonly [left: number, right: number];
const spineOf = ({ moves }: TimelineProps): Spine =>
  moves.some(({ bank }) => bank === 'both') ? [126, 208] : [134, 176];
/** Room of the words of a break in the scale, in the years when nothing stands on the left. */
const foldHeight = 34;

type Side = 'left' | 'on' | 'right';
const sideOf = { over: 'right', both: 'on', under: 'left' } as const satisfies Record<
  TimelineMove['bank'],
  Side
>;

export interface DownLayout {
  readonly placed: readonly (PlacedMove & { readonly side: Side })[];
  readonly spine: Spine;
  place(day: number): number;
}

/** A name in a column, or what names keep clear of: at which height, and what it wants there. */
interface ColumnItem extends StackItem {
  readonly farthest: number;
  readonly y: number;
  readonly id: string | null;
}

/**
 * Puts names into a column in order of importance. Each that comes makes those before it give way as long as the order
 * of the dots is kept and none goes farther from its dot than it may; otherwise it stays out.
 * @returns the upper edge of each name that has a place
 */
function nameTops(
  names: readonly ColumnItem[],
  occupied: readonly ColumnItem[],
  [first, last]: readonly [number, number],
): ReadonlyMap<string, number> {
  let column: readonly ColumnItem[] = occupied;
  let tops: readonly number[] = occupied.map(({ wanted }) => wanted);
  for (const name of names) {
    const tried = [...column, name].toSorted((a, b) => a.y - b.y);
    const placed = stackColumn(tried, gap);
    const fits = tried.every(({ wanted, height, farthest: most, fixed }, i) => {
      const away = Math.abs(placed[i]! - wanted);
      return fixed ? away < 0.5 : away <= most && placed[i]! >= first && placed[i]! + height <= last;
    });
    if (fits) [column, tops] = [tried, placed];
  }
  return new Map(column.flatMap(({ id }, i) => (id === null ? [] : [[id, tops[i]!] as const])));
}

/** What names on a side keep clear of: the words at the line of evidence and at the break, and the years on the spine. */
function occupiedOn(side: Side, props: TimelineProps, place: DownLayout['place']): ColumnItem[] {
  const items: ColumnItem[] = [];
  const keep = (y: number, top: number, bottom: number) =>
    items.push({ id: null, y, farthest: 0, wanted: top, height: bottom - top, fixed: true });
  if (side === 'on')
    for (const { y, lines } of periodLabels(props, place)) keep(y, y + 1, y + 4 + 14 * lines.length);
  const line = place(props.evidence + 1);
  if (props.evidence >= props.from && props.evidence < props.to)
    keep(line, line - 2, line + (side === 'left' ? 34 : 2));
  const fold = place(props.foldedUntil ?? props.from);
  if (side === 'left' && props.foldedUntil !== null) keep(fold, fold - foldHeight, fold);
  // What lies too close for anything between is one.
  return items
    .toSorted((a, b) => a.wanted - b.wanted)
    .reduce<ColumnItem[]>((apart, item) => {
      const last = apart.at(-1);
      if (last === undefined || last.wanted + last.height + gap < item.wanted) return [...apart, item];
      const bottom = Math.max(last.wanted + last.height, item.wanted + item.height);
      return [...apart.slice(0, -1), { ...last, height: bottom - last.wanted }];
    }, []);
}

/** Finds the place of every move and name in a drawing whose time runs from the top down. */
export function layoutDown(props: TimelineProps, frame: TimelineFrame): DownLayout {
  const [top, bottom] = [edges.top, frame.height - edges.bottom];
  const place = timeScale(props, top, bottom);
  const spine = spineOf(props);
  const middle = ({ from, to }: TimelineMove) =>
    (place(Math.max(from, props.from)) + place(Math.min(to, props.to))) / 2;
  const sides = (['left', 'on', 'right'] as const).flatMap((side) => {
    const moves = props.moves
      .filter(({ bank }) => sideOf[bank] === side)
      .toSorted((a, b) => middle(a) - middle(b));
    const ys = moves.map(middle);
    const levels = swarm(ys, dotPitch);
    const outward = side === 'left' ? -1 : 1;
    const start = { left: spine[0] - 8, on: spine[0] + 8, right: spine[1] + 8 }[side];
    const depth = Math.max(0, ...levels) * dotPitch;
    const edge = start + outward * (depth + (side === 'on' ? 7 : gutter));
    const room = { left: edge - edges.side, on: spine[1] - edge, right: frame.width - edges.side - edge }[side] - 4; // prettier-ignore
    const occupied = occupiedOn(side, props, place);
    const nameIn = (order: readonly number[]) => {
      const words = order.flatMap((i) => {
        // Wide enough to be set bold, so that bringing a name out moves nothing.
        const lines = wrapText(moves[i]!.name, room / 1.05);
        const width = Math.max(...lines.map((one) => textWidth(one))) * 1.05;
        const height = lines.length * lineHeight;
        const item = {
          id: moves[i]!.id,
          y: ys[i]!,
          farthest: goesFirst(moves[i]!) ? farthest.first : farthest.other,
          wanted: ys[i]! - lineHeight / 2,
          height,
          fixed: false,
        };
        return side === 'on' && width > room ? [] : [{ item, lines, width }];
      });
      const tops = nameTops(words.map(({ item }) => item), occupied, [top - 8, bottom + 8]); // prettier-ignore
      return new Map(
        words.flatMap(({ item: { id, height }, lines, width }) => {
          const y0 = tops.get(id);
          if (y0 === undefined) return [];
          const x0 = side === 'left' ? edge - 4 - width : edge + 4;
          const box = { x0, x1: x0 + width, y0, y1: y0 + height };
          return [[id, { box, lines, end: side === 'left' }] as const];
        }),
      );
    };
    // What the story turns on goes first, then what brought a measure; what is brought out before all, where it would have no name.
    const later = ({ leading, measures }: TimelineMove) => (leading ? 0 : measures.length > 0 ? 1 : 2);
    const order = [...moves.keys()].toSorted((a, b) => later(moves[a]!) - later(moves[b]!));
    const first = nameIn(order);
    const strong = ({ weight }: TimelineMove) => weight === 'picked' || weight === 'linked';
    const names = moves.every((move) => !strong(move) || first.has(move.id))
      ? first
      : nameIn(order.toSorted((a, b) => rank(moves[a]!) - rank(moves[b]!)));
    return moves.map((move, i) => ({
      move,
      x: start + outward * levels[i]! * dotPitch,
      y: ys[i]!,
      name: names.get(move.id) ?? null,
      side,
    }));
  });
  return { placed: sides, spine, place };
}

/** The years or months that have room on the spine: where each begins, and its words in lines. */
function periodLabels(props: TimelineProps, place: DownLayout['place']) {
  return periodsOf(props).flatMap(({ text, strong, from, to }) => {
    const [y, room] = [place(from), place(to) - place(from)];
    const lines = text.split(' ');
    return room >= 15 * lines.length ? [{ y, lines, strong }] : [];
  });
}

/** The drawing whose time runs from the top down, for a phone. */
export function timelineDown(props: TimelineProps, frame: TimelineFrame): string {
  const layout = layoutDown(props, frame);
  const { placed } = layout;
  const bottom = frame.height - edges.bottom;
  const leaders: string[] = [];
  const moves = placed.map(({ move, x, y, name, side }) => {
    if (!name) return unnamedMove(move, [x, y], props);
    const edge = side === 'left' ? name.box.x1 + 3 : name.box.x0 - 3;
    const level = name.box.y0 + lineHeight / 2;
    // Level past the dots, then through the gutter: leaders keep the order of the dots, so none crosses another.
    const out = side === 'left' ? 1 : -1;
    const [from, to] = side === 'on' ? [x, edge] : [edge + out * (gutter - 7), edge + out * 3];
    const leader = `M${px(x)} ${px(y)}H${px(from)}L${px(to)} ${px(level)}H${px(edge)}`;
    const faded = move.weight === 'faded';
    if (!faded) leaders.push(leader);
    const start = px(side === 'left' ? name.box.x1 : name.box.x0);
    const place = (i: number) => ` x="${start}" y="${px(name.box.y0 + 11 + i * lineHeight)}"`;
    // Lines are parted by a space for whoever reads the text on.
    const others = name.lines
      .slice(1)
      .map((line, i) => ` <tspan${place(i + 1)}>${escapeText(line)}</tspan>`)
      .join('');
    const words = `<text${nameClass(move, props.evidence)}${side === 'left' ? ' text-anchor="end"' : ''}${place(0)}>${escapeText(name.lines[0]!)}${others}</text>`;
    const own = faded ? `<path class="leader" d="${leader}"/>` : '';
    return moveGroup(move, own + dotSvg(move, [x, y], props) + words);
  });
  const named = placed.filter(({ name }) => name).length;
  const said = placed.length === 0 ? props.words.empty : props.words.named(named, placed.length);
  const width = frame.width - 2 * edges.side;
  const lines = wrapText(said, width);
  return [
    axisSvg(props, frame, layout),
    answersSvg(placed),
    leaders.length > 0 ? `<path class="leader" d="${leaders.join('')}"/>` : '',
    ...moves,
    ...lines.map(
      (line, i) => `<text x="${edges.side}" y="${px(bottom + 30 + 16 * i)}">${escapeText(line)}</text>`,
    ),
    keySvg(props, false, edges.side, bottom + 34 + 16 * lines.length, width),
  ].join('');
}

function axisSvg(props: TimelineProps, frame: TimelineFrame, { spine, place }: DownLayout): string {
  const bottom = frame.height - edges.bottom;
  const [left, right] = spine;
  const { evidence, foldedUntil, from, to, words } = props;
  const starts = periodsOf(props).map(({ from: start }) => px(place(start)));
  const lines = starts.map((y) => `M${edges.side} ${y}H${left}M${right} ${y}H${frame.width - edges.side}`);
  const ticks = starts.map((y) => `M${left} ${y}H${right}`);
  const grid = `<path class="cliff-grid" d="${lines.join('')}"/><path class="leader" d="${ticks.join('')}"/>`;
  const labels = periodLabels(props, place).flatMap(({ y, lines: text, strong }) =>
    text.map(
      (line, i) =>
        `<text${strong ? ' class="label-title"' : ''} x="${(left + right) / 2}" y="${px(y + 15 + 14 * i)}" text-anchor="middle">${line}</text>`,
    ),
  );
  const axis = `<path class="cliff-axis" d="M${left} ${edges.top}V${px(bottom)}M${right} ${edges.top}V${px(bottom)}"/>`;
  const banks = `<text class="label-title" x="${left - 4}" y="18" text-anchor="end">${escapeText(words.under)}</text><text class="label-title" x="${right + 4}" y="18">${escapeText(words.over)}</text>`;
  const beside = (text: string, y: number, name: string) =>
    wrapText(text, left - edges.side - 8)
      .map(
        (line, i) =>
          `<text class="${name}" x="${edges.side}" y="${px(y + 15 * i)}">${escapeText(line)}</text>`,
      )
      .join('');
  const known = place(evidence + 1);
  const end =
    evidence < from || evidence >= to
      ? ''
      : `<path class="cliff-axis" d="M${edges.side} ${px(known)}H${frame.width - edges.side}"/>${beside(words.evidence, known + 15, 'label-title')}`;
  const y = place(foldedUntil ?? from);
  const fold =
    foldedUntil === null
      ? ''
      : spine.map((x) => breakSvg([x, y])).join('') + beside(`↑ ${words.folded}`, y - 20, 'label-detail');
  return [grid, ...labels, axis, banks, end, fold].join('');
}
