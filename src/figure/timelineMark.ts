import type { TimelineMove, TimelineProps, TimelineState } from './policyTimeline.ts';
import { rowMark } from './rowMark.ts';
import { escapeText, hatched, px } from './svgText.ts';
import { textWidth } from './timelineText.ts';

/** Whether a state ends a measure, which is drawn as a stop and not as a line. */
export const isEnd = ({ status, to }: TimelineState): boolean =>
  to === null && (status === 'superseded' || status === 'rescinded');

const thick = 3.4;

/** One state of a measure from `start` to `stop`: solid, outlined, dashed or hatched, or what ended it; never told by hue. */
export function stateSvg(status: string, [start, stop]: readonly [number, number], y: number): string {
  const [upper, width] = [y - thick / 2, stop - start];
  const box = `M${px(start)} ${px(upper)}H${px(stop)}v${thick}H${px(start)}Z`;
  switch (status) {
    case 'in-force':
      return `<path class="dimension-end" d="${box}"/>`;
    case 'reported':
      return `<path class="fill-empty" d="${box}"/>`;
    case 'suspended':
      return `<path class="fill-empty" d="${box}${hatched(start, upper, width, thick, 3.5)}"/>`;
    case 'superseded':
      return `<path class="dimension" d="M${px(start)} ${px(y - 5)}v10"/>`;
    case 'rescinded':
      return `<path class="dimension" d="M${px(start - 4)} ${px(y - 4)}l8 8m0-8l-8 8"/>`;
    case 'written':
      return `<path class="fill-frame" d="${box}"/>`;
    default:
      return `<path class="dimension" stroke-dasharray="3 3" d="M${px(start)} ${px(y)}H${px(stop)}"/>`;
  }
}

/** A measure over time, cut to the stretch shown; what lies past the evidence is drawn in pencil. */
export function measureSvg(
  states: readonly TimelineState[],
  { from, to, evidence }: TimelineProps,
  place: (day: number) => number,
  y: number,
): string {
  return states
    .map((state) => {
      if (isEnd(state))
        return state.from >= from && state.from < to
          ? stateSvg(state.status, [place(state.from), place(state.from)], y)
          : '';
      const start = Math.max(state.from, from);
      const known = Math.min(state.to ?? evidence, evidence, to);
      const written = Math.min(state.to ?? 0, to);
      const parts: string[] = [];
      if (known > start) parts.push(stateSvg(state.status, [place(start), place(known)], y));
      if (written > Math.max(evidence, start))
        parts.push(stateSvg('written', [place(Math.max(evidence, start)), place(written)], y));
      return parts.join('');
    })
    .join('');
}

/** How far along the axis a measure reaches in the stretch shown, in pixels; null where none of it does. */
export function measureReach(
  move: TimelineMove,
  { from, to, evidence }: TimelineProps,
  place: (day: number) => number,
): readonly [number, number] | null {
  const days = move.measures.flat().flatMap((state) => {
    const last = isEnd(state) ? state.from : (state.to ?? evidence);
    return last >= from && state.from < to ? [Math.max(state.from, from), Math.min(last, to)] : [];
  });
  return days.length === 0 ? null : [place(Math.min(...days)), place(Math.max(...days))];
}

/** The dot of a move: full, an outline where it is only reported, pencil past the evidence; ringed where it is picked. */
export function dotSvg(
  move: TimelineMove,
  [x, y]: readonly [number, number],
  { evidence, from }: TimelineProps,
): string {
  const circle = (name: string, r: number) =>
    `<circle class="${name}" cx="${px(x)}" cy="${px(y)}" r="${r}"/>`;
  // What was made before the stretch and holds in it comes in from its edge.
  if (move.to < from) {
    return `<path class="dimension" d="M${px(x + 5)} ${px(y - 4)}l-5 4l5 4"/>`;
  }
  const ring = move.weight === 'picked' ? circle('picked', 8) : '';
  const dot =
    move.from > evidence
      ? circle('fill-frame', 4)
      : move.firm
        ? circle('dimension-end', 4)
        : circle('cliff-handle', 3);
  return ring + dot;
}

/** What belongs to one move, tied to its row of the list. */
export function moveGroup(move: TimelineMove, parts: string): string {
  const faded = move.weight === 'faded' ? ' opacity=".35"' : '';
  return `<g${rowMark(move.id, true)}${faded}>${parts}</g>`;
}

/** How the name of a move is set, as an attribute. */
export function nameClass(move: TimelineMove, evidence: number): string {
  const bold = move.weight === 'picked' || move.weight === 'linked';
  return move.from > evidence ? ' class="label-detail halo"' : bold ? ' class="label-title"' : '';
}

const statesInOrder = [
  'announced',
  'proposed',
  'in-force',
  'reported',
  'suspended',
  'superseded',
  'rescinded',
] as const satisfies readonly TimelineState['status'][];

/** What the dots and the lines that are drawn mean: a mark and a word each, in rows no wider than `width`. */
export function keySvg(props: TimelineProps, lined: boolean, x: number, y: number, width: number): string {
  const { moves, evidence, to } = props;
  const states = lined ? moves.flatMap(({ measures }) => measures.flat()) : [];
  const dots = [
    ...(moves.some(({ firm }) => firm) ? ['official'] : []),
    ...(moves.some(({ firm }) => !firm) ? ['report'] : []),
    ...(moves.some(({ from }) => from > evidence) ? ['due'] : []),
  ];
  const lines = [
    ...statesInOrder.filter((status) => states.some((state) => state.status === status)),
    ...(to > evidence && states.some((state) => state.to !== null && state.to > evidence) ? ['written'] : []),
  ];
  const circles: Readonly<Record<string, string>> = {
    official: 'class="dimension-end" r="4"',
    report: 'class="cliff-handle" r="3"',
    due: 'class="fill-frame" r="4"',
  };
  let [left, base] = [x, y];
  return [...dots, ...lines]
    .map((name) => {
      const word = props.words.state(name);
      const room = circles[name] || name === 'superseded' || name === 'rescinded' ? 10 : 24;
      const whole = room + 6 + textWidth(word, 12.5);
      if (left > x && left + whole > x + width) [left, base] = [x, base + 18];
      const middle = base - 4;
      const mark = circles[name]
        ? `<circle ${circles[name]} cx="${px(left + 5)}" cy="${px(middle)}"/>`
        : stateSvg(name, room === 10 ? [left + 5, left + 5] : [left, left + room], middle);
      const text = `<text class="label-detail" x="${px(left + room + 6)}" y="${px(base)}">${escapeText(word)}</text>`;
      left += whole + 18;
      return mark + text;
    })
    .join('');
}
