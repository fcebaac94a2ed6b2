import type { TimelineMove, TimelineProps, TimelineState } from './timelineProps.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { textWidth } from '../label/textWidth.ts';

/** Whether a state ends a measure, which is drawn as a stop and not as a line. */
export const isEnd = ({ status, to }: TimelineState): boolean =>
  to === null && (status === 'superseded' || status === 'rescinded');

const thick = 3.4;

/** One state of a measure from `start` to `stop`: solid, outlined, dashed or dotted, or what ended it; never told by hue. */
export function stateSvg(status: string, [start, stop]: readonly [number, number], y: number): string {
  const upper = y - thick / 2;
  const box = `M${px(start)} ${px(upper)}H${px(stop)}v${thick}H${px(start)}Z`;
  switch (status) {
    case 'in-force':
      return `<path class="dimension-end" d="${box}"/>`;
    case 'reported':
      return `<path class="fill-empty" d="${box}"/>`;
    case 'suspended':
      // Dotted: nothing of it holds. Hatching would say that it is estimated.
      return `<path class="fill-empty" stroke-dasharray="1.5 2" d="${box}"/>`;
    case 'superseded':
      return `<path class="dimension" d="M${px(start)} ${px(y - 5)}v10"/>`;
    case 'rescinded':
      return `<path class="dimension" d="M${px(start - 4)} ${px(y - 4)}l8 8m0-8l-8 8"/>`;
    case 'open':
      return `<path class="dimension" d="M${px(start)} ${px(y)}H${px(stop)}m-5 -3l5 3l-5 3"/>`;
    case 'written':
      return `<path class="fill-frame" d="${box}"/>`;
    default:
      return `<path class="dimension" stroke-dasharray="3 3" d="M${px(start)} ${px(y)}H${px(stop)}"/>`;
  }
}

/** Length of the arrow that stands for a state that no text on record ends. */
const openLength = 26;

/** Where the drawing of a state stops: at its end, or after an arrow where it has none. */
function stopOf({ from, to }: TimelineState, stretch: TimelineProps, place: (day: number) => number): number {
  const last = place(Math.min(to ?? stretch.evidence, stretch.to));
  return to === null ? Math.min(last, place(Math.max(from, stretch.from)) + openLength) : last;
}

/** A measure over time, cut to the stretch shown; what lies past the evidence is drawn in pencil. */
export function measureSvg(
  states: readonly TimelineState[],
  props: TimelineProps,
  place: (day: number) => number,
  y: number,
): string {
  const { from, to, evidence } = props;
  return states
    .map((state) => {
      if (isEnd(state))
        return state.from >= from && state.from < to
          ? stateSvg(state.status, [place(state.from), place(state.from)], y)
          : '';
      const start = Math.max(state.from, from);
      if (state.to === null) {
        const [x, stop] = [place(start), stopOf(state, props, place)];
        if (stop <= x) return '';
        // What is suspended or only reported keeps its pattern behind the point.
        const plain = state.status === 'in-force';
        const body = plain ? '' : stateSvg(state.status, [x, Math.max(x, stop - 6)], y);
        return body + stateSvg('open', [plain ? x : Math.max(x, stop - 6), stop], y);
      }
      const known = Math.min(state.to, evidence, to);
      const written = Math.min(state.to, to);
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
  props: TimelineProps,
  place: (day: number) => number,
): readonly [number, number] | null {
  const { from, to, evidence } = props;
  const ends = move.measures.flat().flatMap((state) => {
    const last = isEnd(state) ? state.from : (state.to ?? evidence);
    if (last < from || state.from >= to) return [];
    const start = place(Math.max(state.from, from));
    return [start, isEnd(state) ? start : stopOf(state, props, place)];
  });
  return ends.length === 0 ? null : [Math.min(...ends), Math.max(...ends)];
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
  const ring = move.weight === 'picked' ? circle('picked', 7) : '';
  const dot =
    move.from > evidence
      ? circle('fill-frame', 4)
      : move.firm
        ? circle('dimension-end', 4)
        : circle('cliff-handle', 3);
  return ring + dot;
}

/** Strokes that mark where the scale of the axis changes, across a line at a point. */
export const breakSvg = ([x, y]: readonly [number, number]): string =>
  `<path class="dimension" d="M${px(x - 5)} ${px(y + 5)}l6 -10M${px(x - 1)} ${px(y + 5)}l6 -10"/>`;

/** What belongs to one move, tied to its row of the list, which repeats the numbers of all (`drawing.ts`). */
export function moveGroup(move: TimelineMove, parts: string): string {
  const faded = move.weight === 'faded' ? ' class="moves-faint"' : '';
  return `<g${rowMark(move.id, false)}${faded}>${parts}</g>`;
}

/** Thin lines across the spine, from the move that is picked to those that it acted on or that acted on it. */
export function answersSvg(
  placed: readonly { readonly move: TimelineMove; readonly x: number; readonly y: number }[],
): string {
  const picked = placed.find(({ move }) => move.weight === 'picked');
  if (!picked) return '';
  return placed
    .filter(
      ({ move }) =>
        move.bank !== picked.move.bank &&
        (picked.move.answers.includes(move.id) || move.answers.includes(picked.move.id)),
    )
    .map(
      ({ x, y }) =>
        `<path class="dimension" stroke-dasharray="2 3" d="M${px(picked.x)} ${px(picked.y)}L${px(x)} ${px(y)}"/>`,
    )
    .join('');
}

/** How the name of a move is set, as an attribute; lines that may cross it stop short of its letters. */
export function nameClass(move: TimelineMove, evidence: number, crossed = false): string {
  const bold = move.weight === 'picked' || move.weight === 'linked';
  const names = [
    ...(move.from > evidence ? ['label-detail'] : bold ? ['label-title'] : []),
    ...(crossed || move.from > evidence ? ['halo'] : []),
  ];
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
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
    ...statesInOrder.filter((status) =>
      states.some((state) => state.status === status && (state.to !== null || status !== 'in-force')),
    ),
    ...(states.some((state) => state.to === null && !isEnd(state)) ? ['open'] : []),
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
