import type { TimelineFrame, TimelineMove, TimelineProps } from './timelineProps.ts';
import { evidenceEnd, periodsOf, timeScale, wholePixels, type TimelinePeriod } from './axis.ts';
import { columnNames, takenRoom, type ColumnItem } from './columnNames.ts';
import {
  isNamedDown,
  isTelling,
  joinsSvg,
  movesSvg,
  type DrawnMove,
  sheetNote,
  toldNote,
} from './duelMark.ts';
import { clearPlace, joinedMoves, type Crossing, type Joined } from './join.ts';
import { breakSvg } from './mark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { downPen, packStrokes, rowsOf, strokePaths, type Stroke } from './stroke.ts';
import { textWidth, wrapText } from '../label/textWidth.ts';
import type { Box } from '../label/textPlacement.ts';

const side = 8;
const top = 34;
const lineHeight = 15;
/** Pixels of the days beside names. */
const dateSize = 12.5;
const spineWidth = 30;
/** Pixels of the names while two moves are told, which then are the only ones. */
const toldSize = 15;
/** From the spine to the first column of strokes. */
const inset = 6;
/** Between strokes, at most; on the crowded side they stand closer. */
const widest = 5;
/** What the strokes of both sides may take of the width: less where the names are large. */
const share = { sheet: 0.27, telling: 0.24 } as const;
/** Between the outermost stroke and the names, where leaders climb. */
const gutter = 11;
/** A name stands no farther from its stroke than this, along the axis. */
const farthest = 150;

type Bank = TimelineMove['bank'];

/** A line of a name, or of its date. */
interface NameLine {
  readonly text: string;
  readonly date: boolean;
}

export interface DownStroke extends Stroke {
  readonly x: number;
  readonly name: { readonly box: Box; readonly lines: readonly NameLine[] } | null;
  /** The leader that ties the stroke to its name, as points. */
  readonly leader: readonly (readonly [number, number])[];
}

export interface DuelDown {
  readonly placed: readonly DownStroke[];
  readonly joined: readonly Joined[];
  readonly years: readonly { readonly text: string; readonly strong: boolean; readonly box: Box }[];
  readonly spine: readonly [number, number];
  /** Outer edges of the strokes of both sides. */
  readonly bands: readonly [number, number];
  /** Between two strokes side by side. */
  readonly pitch: number;
  place(day: number): number;
}

/** Words beside the spine, on the side of Beijing: where each begins, and its lines. */
function asides(props: TimelineProps, place: DuelDown['place'], room: number) {
  const { words, foldedUntil, crowdedFrom } = props;
  const lines = (text: string) => wrapText(text, room, 12.5);
  // While moves are told, their names take this room; the scale stands in the title block.
  const telling = isTelling(props);
  const up =
    foldedUntil === null || telling
      ? []
      : [{ y: place(foldedUntil), text: lines(`↑ ${words.folded}`), up: true, strong: false }];
  const down =
    crowdedFrom === null || telling
      ? []
      : [{ y: place(crowdedFrom), text: lines(`↓ ${words.crowded}`), up: false, strong: false }];
  const end = evidenceEnd(props, place);
  const known =
    end === null
      ? []
      : [{ y: end, text: lines(telling ? words.evidenceShort : words.evidence), up: false, strong: true }];
  return [...up, ...down, ...known].map((one) => {
    const height = one.text.length * lineHeight + 4;
    return { ...one, top: one.up ? one.y - height : one.y + 2, height };
  });
}

/** Between the lines of a name, pixels: names of what is told are larger. */
const paceOf = (props: TimelineProps): number => (isTelling(props) ? 17 : lineHeight);

/** What is said under the sheet. */
const noteLines = (props: TimelineProps, named: number, { width }: TimelineFrame): string[] =>
  wrapText(isTelling(props) ? toldNote(props) : sheetNote(props, named), width - 2 * side);

/** Lower end of the spine, above what is said. */
const bottomOf = (props: TimelineProps, frame: TimelineFrame): number =>
  frame.height - 30 - 16 * noteLines(props, Math.max(0, props.moves.length - 1), frame).length;

/** Finds the place of every stroke and name where time runs from the top down: Washington left, Beijing right. */
export function layoutDuelDown(props: TimelineProps, frame: TimelineFrame): DuelDown {
  const bottom = bottomOf(props, frame);
  const place = wholePixels(timeScale(props, top, bottom));
  const telling = isTelling(props);
  const pace = paceOf(props);
  const banks = { over: [], both: [], under: [] } as Record<Bank, Stroke[]>;
  for (const bank of ['over', 'both', 'under'] as const)
    banks[bank] = packStrokes(props.moves.filter((move) => move.bank === bank), props, place); // prettier-ignore
  const columns = rowsOf(banks.over) + rowsOf(banks.under);
  const pitch = Math.min(widest, (frame.width * share[telling ? 'telling' : 'sheet']) / Math.max(1, columns));
  const depth = (strokes: readonly Stroke[]) => inset + rowsOf(strokes) * pitch;
  // Names have as much room on the one side as on the other.
  const room = (frame.width - spineWidth - depth(banks.over) - depth(banks.under)) / 2 - side - gutter;
  const spine = [side + room + gutter + depth(banks.over), 0] as [number, number];
  spine[1] = spine[0] + spineWidth;
  const bands = [spine[0] - depth(banks.over), spine[1] + depth(banks.under)] as const;
  const offOf = ({ move, row }: Stroke) =>
    ({
      over: spine[0] - inset - row * pitch,
      both: spine[0] + 7 + row * 6,
      under: spine[1] + inset + row * pitch,
    })[move.bank];
  const known = evidenceEnd(props, place);
  const taken = (right: boolean): ColumnItem[] => {
    const words = asides(props, place, room).map(({ y, top: start, height }) =>
      right ? takenRoom(y, start, start + height) : null,
    );
    const line = known === null ? [] : [takenRoom(known, known - 2, known + 2)];
    return [...words.filter((one) => one !== null), ...line];
  };
  const first = top - 8;
  const column = (right: boolean): DownStroke[] => {
    const strokes = (right ? [...banks.both, ...banks.under] : banks.over).toSorted(
      (a, b) => a.from - b.from,
    );
    const rank = ({ weight, large }: TimelineMove) =>
      weight === 'picked' || weight === 'told' ? 0 : weight === 'linked' ? 1 : large ? 2 : 3;
    const items = strokes
      .filter(({ move }) => isNamedDown(move, telling))
      .map((stroke) => {
        const { move, from: y } = stroke;
        const size = telling ? toldSize : 13;
        const said = move.bank === 'both' ? `${props.words.both}: ${move.name}` : move.name;
        const lines = [
          ...wrapText(said, room, size).map((text) => ({ text, date: false })),
          ...wrapText(move.dated, room, dateSize).map((text) => ({ text, date: true })),
        ];
        const wide = Math.max(...lines.map(({ text, date }) => textWidth(text, date ? dateSize : size)));
        const height = lines.length * pace;
        const wanted = Math.max(first, y - 9);
        return { id: move.id, y, farthest, wanted, height, fixed: false, move, lines, wide };
      })
      .toSorted((a, b) => rank(a.move) - rank(b.move) || a.y - b.y);
    const tops = columnNames(items.filter(({ wide }) => wide <= room + 8), taken(right), [first, bottom + 4]); // prettier-ignore
    return strokes.map((stroke) => {
      const x = offOf(stroke);
      const item = items.find(({ id }) => id === stroke.move.id);
      const y0 = item && tops.get(item.id);
      if (!item || y0 === undefined) return { ...stroke, x, name: null, leader: [] };
      const edge = right ? bands[1] + gutter : bands[0] - gutter;
      const box = right
        ? { x0: edge, x1: edge + item.wide, y0, y1: y0 + item.height }
        : { x0: edge - item.wide, x1: edge, y0, y1: y0 + item.height };
      const out = right ? 1 : -1;
      const leader = [
        [x, stroke.from],
        [edge - out * (gutter - 2), stroke.from],
        [edge - out * 5, y0 + 8],
        [edge - out * 2, y0 + 8],
      ] as const;
      return { ...stroke, x, name: { box, lines: item.lines }, leader };
    });
  };
  const placed = [...column(false), ...column(true)];
  const joined = joinedMoves(props.moves);
  const starts = new Map(placed.map((one) => [one.move.id, one]));
  // What passes over the spine: the lines between moves, and the leaders of what both did.
  const crossings = [
    ...joined.flatMap(({ from, to }): Crossing[] => {
      const [a, b] = [starts.get(from)!, starts.get(to)!];
      if (a.move.bank === b.move.bank) return [];
      return [[Math.min(a.from, b.from), Math.max(a.from, b.from)]];
    }),
    ...placed.filter(({ move }) => move.bank === 'both').map(({ from }): Crossing => [from - 4, from + 4]),
    ...(known === null ? [] : [[known, known] as const]),
  ];
  const years = periodsOf(props).flatMap(({ text, strong, from, to }) => {
    const lines = text.split(' ').length;
    const y = clearPlace(place(from) + 2, 15 * lines, crossings, place(to) - 15 * lines - 1);
    if (y === null) return [];
    const wide = textWidth(text) * 1.06;
    const middle = (spine[0] + spine[1]) / 2;
    return [
      { text, strong, box: { x0: middle - wide / 2, x1: middle + wide / 2, y0: y, y1: y + 15 * lines } },
    ];
  });
  // The year that the sheet begins with stands over the spine where its folded length has no room.
  const [begins] = periodsOf(props);
  const over = begins && years[0]?.text !== begins.text && !begins.text.includes(' ') ? [overSpine(begins, spine)] : []; // prettier-ignore
  return { placed, joined, years: [...over, ...years], spine, bands, pitch, place };
}

/** The first year, above the upper end of the spine. */
function overSpine({ text, strong }: TimelinePeriod, spine: readonly [number, number]) {
  const wide = textWidth(text) * 1.06;
  const middle = (spine[0] + spine[1]) / 2;
  return {
    text,
    strong,
    box: { x0: middle - wide / 2, x1: middle + wide / 2, y0: top - 18, y1: top - 3 },
  };
}

/** The sheet for a phone, whose time runs from the top down. */
export function duelDown(props: TimelineProps, frame: TimelineFrame): string {
  const layout = layoutDuelDown(props, frame);
  const { placed, spine, bands, place, years, pitch } = layout;
  const pace = paceOf(props);
  const bottom = bottomOf(props, frame);
  const starts = placed.map(({ move, from, x }) => ({ move, at: from, off: x }));
  const turns = periodsOf(props).map(({ from }) => px(place(from)));
  const grid = turns.map((y) => `M${px(bands[0])} ${y}H${px(spine[0])}M${px(spine[1])} ${y}H${px(bands[1])}`);
  const ticks = turns.map((y) => `M${px(spine[0])} ${y}H${px(spine[1])}`);
  const words = years.flatMap(({ text, strong, box }) =>
    text
      .split(' ')
      .map(
        (line, i) =>
          `<text${strong ? ' class="label-title"' : ''} x="${px((box.x0 + box.x1) / 2)}" y="${px(box.y0 + 12 + 15 * i)}" text-anchor="middle">${line}</text>`,
      ),
  );
  const moves = placed.map((stroke): DrawnMove => {
    const { move, x, name, leader } = stroke;
    const paths = strokePaths(stroke, props, place, x, { pen: downPen, pitch });
    const stem = leader.length > 0 ? `M${leader.map(([a, b]) => `${px(a)} ${px(b)}`).join('L')}` : '';
    if (!name) return { move, paths, stem: '', text: null };
    const right = move.bank !== 'over';
    const start = px(right ? name.box.x0 : name.box.x1);
    const [first, ...others] = name.lines.map((line, i) => ({
      ...line,
      y: name.box.y0 + 12 + i * pace,
    }));
    const more = others.map(
      ({ text, date, y }) =>
        ` <tspan${date ? ' class="label-detail"' : ''} x="${start}" y="${px(y)}">${escapeText(text)}</tspan>`,
    );
    const spot = ` x="${start}" y="${px(first!.y)}"${right ? '' : ' text-anchor="end"'}`;
    return {
      move: { ...move, name: first!.text },
      paths,
      stem,
      text: { at: spot, more: more.join('') },
    };
  });
  const room = frame.width - side - bands[1] - gutter;
  const beside = asides(props, place, room).flatMap(({ text, top: start, strong }) =>
    text.map(
      (line, i) =>
        `<text class="${strong ? 'label-title' : 'label-detail'}" x="${px(bands[1] + gutter)}" y="${px(start + 13 + lineHeight * i)}">${escapeText(line)}</text>`,
    ),
  );
  const known = evidenceEnd(props, place);
  const end = known === null ? '' : `M${side} ${px(known)}H${frame.width - side}`;
  const breaks = [props.foldedUntil, props.crowdedFrom].flatMap((day) => (day === null ? [] : spine.map((x) => breakSvg([x, place(day)])))); // prettier-ignore
  const named = placed.filter(({ name }) => name).length;
  const notes = noteLines(props, named, frame).map(
    (line, i) => `<text x="${side}" y="${px(bottom + 26 + 16 * i)}">${escapeText(line)}</text>`,
  );
  return [
    `<path class="cliff-grid" d="${grid.join('')}"/><path class="leader" d="${ticks.join('')}"/><path class="cliff-axis" d="M${px(spine[0])} ${top}V${px(bottom)}M${px(spine[1])} ${top}V${px(bottom)}${end}"/>`,
    ...words,
    `<text class="moves-bank" x="${side}" y="18">${escapeText(props.words.overShort)}</text><text class="moves-bank" x="${frame.width - side}" y="18" text-anchor="end">${escapeText(props.words.under)}</text>`,
    ...breaks,
    ...beside,
    joinsSvg(layout.joined, starts, downPen, spine),
    movesSvg(moves),
    ...notes,
  ].join('');
}
