import type { TimelineFrame, TimelineMove, TimelineProps } from './policyTimeline.ts';
import type { PlacedMove } from './policyTimelineAcross.ts';
import { periodsOf } from './timelineAxis.ts';
import { dotSvg, keySvg, moveGroup, nameClass } from './timelineMark.ts';
import { escapeText, px } from './svgText.ts';
import { swarm } from './timelineRows.ts';
import { textWidth, wrapText } from './timelineText.ts';

/** Time from the top down: China on the left of the axis, the United States and its partners on its right. */
const edges = { top: 30, bottom: 84, side: 14 } as const;
const axisWidth = 42;
const axisLeft = 134;
const lineHeight = 14.5;
const gap = 7;
/** A name stands no farther from its dot than this, along the axis. */
const farthest = 80;
const dotPitch = 9.5;

type Side = 'left' | 'right';

export interface DownLayout {
  readonly placed: readonly (PlacedMove & { readonly side: Side })[];
  place(day: number): number;
}

interface Slot {
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

const importance: readonly TimelineMove['weight'][] = ['picked', 'linked', 'plain', 'faded'];

/** The free place for a name that is nearest to its dot and keeps the order of the dots; null where there is none. */
function freeTop(
  y: number,
  height: number,
  taken: readonly Slot[],
  [first, last]: readonly [number, number],
) {
  const before = taken.filter((one) => one.y <= y).map(({ bottom }) => bottom + gap);
  const after = taken.filter((one) => one.y > y).map(({ top }) => top - gap);
  const [least, most] = [Math.max(first, ...before), Math.min(last, ...after) - height];
  const top = Math.min(most, Math.max(least, y - lineHeight / 2));
  return most >= least && Math.abs(top + lineHeight / 2 - y) <= farthest ? top : null;
}

/** Finds the place of every move and name in a drawing whose time runs from the top down. */
export function layoutDown(props: TimelineProps, frame: TimelineFrame): DownLayout {
  const [top, bottom] = [edges.top, frame.height - edges.bottom];
  const place = (day: number) => top + ((day - props.from) / (props.to - props.from)) * (bottom - top);
  const middle = ({ from, to }: TimelineMove) =>
    place((Math.max(from, props.from) + Math.min(to, props.to)) / 2);
  const sides = (['left', 'right'] as const).flatMap((side) => {
    const moves = props.moves
      .filter(({ bank }) => (bank === 'under') === (side === 'left'))
      .toSorted((a, b) => middle(a) - middle(b));
    const ys = moves.map(middle);
    const levels = swarm(ys, dotPitch);
    const outward = side === 'left' ? -1 : 1;
    const start = side === 'left' ? axisLeft - 8 : axisLeft + axisWidth + 8;
    const depth = Math.max(0, ...levels) * dotPitch;
    const edge = start + outward * (depth + 12);
    const room = side === 'left' ? edge - edges.side - 4 : frame.width - edges.side - edge - 4;
    // The words at the line of evidence stand on the left.
    const line = place(props.evidence + 1);
    const occupied: readonly Slot[] =
      side === 'left' && props.evidence < props.to ? [{ y: line, top: line - 2, bottom: line + 34 }] : [];
    const nameIn = (order: readonly number[]) => {
      const taken = [...occupied];
      const names = new Map<string, PlacedMove['name']>();
      for (const i of order) {
        const move = moves[i]!;
        // Wide enough to be set bold, so that bringing a name out moves nothing.
        const lines = wrapText(move.name, room / 1.05);
        const height = lines.length * lineHeight;
        const y0 = freeTop(ys[i]!, height, taken, [top - 8, bottom + 8]);
        if (y0 === null) continue;
        taken.push({ y: ys[i]!, top: y0, bottom: y0 + height });
        const width = Math.max(...lines.map((one) => textWidth(one))) * 1.05;
        const x0 = side === 'left' ? edge - 4 - width : edge + 4;
        const box = { x0, x1: x0 + width, y0, y1: y0 + height };
        names.set(move.id, { box, lines, end: side === 'left' });
      }
      return names;
    };
    // What brought a measure goes before what did not; what is brought out before all, where it would have no name.
    const order = [...moves.keys()].toSorted((a, b) => Number(moves[b]!.measures.length > 0) - Number(moves[a]!.measures.length > 0)); // prettier-ignore
    const first = nameIn(order);
    const names = moves.every((move) => rank(move) > 1 || first.has(move.id))
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
  return { placed: sides, place };
}

const rank = ({ weight }: TimelineMove) => importance.indexOf(weight);

/** The drawing whose time runs from the top down, for a phone. */
export function timelineDown(props: TimelineProps, frame: TimelineFrame): string {
  const { placed, place } = layoutDown(props, frame);
  const bottom = frame.height - edges.bottom;
  const moves = placed.map(({ move, x, y, name, side }) => {
    if (!name)
      return moveGroup(move, `${dotSvg(move, [x, y], props)}<title>${escapeText(move.name)}</title>`);
    const edge = side === 'left' ? name.box.x1 + 3 : name.box.x0 - 3;
    const level = name.box.y0 + lineHeight / 2;
    const knee = edge + (side === 'left' ? 7 : -7);
    const leader = `<path class="leader" d="M${px(x)} ${px(y)}L${px(knee)} ${px(level)}H${px(edge)}"/>`;
    const text = name.lines
      .map(
        (line, i) =>
          `<tspan x="${px(side === 'left' ? name.box.x1 : name.box.x0)}" y="${px(name.box.y0 + 11 + i * lineHeight)}">${escapeText(line)} </tspan>`,
      )
      .join('');
    const words = `<text${nameClass(move, props.evidence)}${side === 'left' ? ' text-anchor="end"' : ''}>${text}</text>`;
    return moveGroup(move, leader + dotSvg(move, [x, y], props) + words);
  });
  const named = placed.filter(({ name }) => name).length;
  const said = placed.length === 0 ? props.words.empty : props.words.named(named, placed.length);
  const width = frame.width - 2 * edges.side;
  const lines = wrapText(said, width);
  return [
    axisSvg(props, frame, place),
    ...moves,
    ...lines.map(
      (line, i) => `<text x="${edges.side}" y="${px(bottom + 30 + 16 * i)}">${escapeText(line)}</text>`,
    ),
    keySvg(props, false, edges.side, bottom + 34 + 16 * lines.length, width),
  ].join('');
}

function axisSvg(props: TimelineProps, frame: TimelineFrame, place: (day: number) => number): string {
  const bottom = frame.height - edges.bottom;
  const [left, right] = [axisLeft, axisLeft + axisWidth];
  const periods = periodsOf(props).map(({ text, strong, from, to }) => {
    const [y, room] = [place(from), place(to) - place(from)];
    const lines = text.split(' ');
    const words =
      room >= 15 * lines.length
        ? lines
            .map(
              (line, i) =>
                `<text class="${strong ? 'label-title' : ''}" x="${left + axisWidth / 2}" y="${px(y + 15 + 14 * i)}" text-anchor="middle">${line}</text>`,
            )
            .join('')
        : '';
    return `<path class="cliff-grid" d="M${edges.side} ${px(y)}H${left}M${right} ${px(y)}H${frame.width - edges.side}"/><path class="leader" d="M${left} ${px(y)}H${right}"/>${words}`;
  });
  const axis = `<path class="cliff-axis" d="M${left} ${edges.top}V${px(bottom)}M${right} ${edges.top}V${px(bottom)}"/>`;
  const banks = `<text class="label-title" x="${left - 4}" y="18" text-anchor="end">${escapeText(props.words.under)}</text><text class="label-title" x="${right + 4}" y="18">${escapeText(props.words.over)}</text>`;
  const { evidence, from, to, words } = props;
  if (evidence < from || evidence >= to) return periods.join('') + axis + banks;
  const y = place(evidence + 1);
  return `${periods.join('')}${axis}${banks}<path class="cliff-axis" d="M${edges.side} ${px(y)}H${frame.width - edges.side}"/>${wrapText(
    words.evidence,
    left - edges.side - 8,
  )
    .map(
      (line, i) =>
        `<text class="label-title" x="${edges.side}" y="${px(y + 15 + 15 * i)}">${escapeText(line)}</text>`,
    )
    .join('')}`;
}
