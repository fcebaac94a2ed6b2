import type { TimelineMove, TimelineProps } from './timelineProps.ts';
import { evidenceEnd, periodsOf, timeScale, wholePixels } from './axis.ts';
import { placeFlags, type PlacedFlag } from './flags.ts';
import { clearPlace, joinedMoves, type Crossing, type Joined } from './join.ts';
import { isNamed, joinsSvg, movesSvg, type DrawnMove, nameSize, nameWidth, sheetNote } from './duelMark.ts';
import { breakSvg } from './mark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { acrossPen, packStrokes, rowsOf, strokePaths, type Stroke } from './stroke.ts';
import { textWidth, wrapText } from '../label/textWidth.ts';
import type { Box } from '../label/textPlacement.ts';

const side = 28;
const pitch = 7;
const flagHeight = 35;
const head = 34;
/** From the axis to the first row of strokes. */
const inset = 10;
const yearsHeight = 24;
const bothHeight = 25;
/** More rows of names than this would hide what they name. */
const mostRows = 7;

export interface PlacedStroke extends Stroke {
  /** Distance from the upper edge of the sheet. */
  readonly y: number;
  readonly name: { readonly box: Box; readonly end: boolean } | null;
  /** Outer end of the pole that carries its name. */
  readonly pole: number | null;
}

export interface DuelAcross {
  readonly placed: readonly PlacedStroke[];
  readonly joined: readonly Joined[];
  readonly years: readonly { readonly text: string; readonly strong: boolean; readonly box: Box }[];
  readonly left: number;
  readonly right: number;
  /** Upper and lower edge of the years and of what both sides did. */
  readonly axis: readonly [number, number];
  /** Outer edges of the strokes of both sides. */
  readonly bands: readonly [number, number];
  readonly height: number;
  place(day: number): number;
}

/** Finds the place of every stroke and name where time runs from left to right. The sheet is as high as it needs. */
export function layoutDuelAcross(props: TimelineProps, width: number): DuelAcross {
  const [left, right] = [side, width - side];
  const place = wholePixels(timeScale(props, left, right));
  const barrier = evidenceEnd(props, place);
  const bank = (name: TimelineMove['bank']) => props.moves.filter((move) => move.bank === name);
  const [over, both, under] = (['over', 'both', 'under'] as const).map((name) =>
    packStrokes(bank(name), props, place),
  );
  const first = (strokes: readonly Stroke[]) =>
    new Set(
      strokes
        .filter(({ move: { weight } }) => weight === 'told' || weight === 'picked')
        .map(({ move }) => move.id),
    );
  const flagsOf = (strokes: readonly Stroke[]) =>
    placeFlags(
      strokes
        .filter(({ move }) => isNamed(move))
        .map(({ move, from }) => ({ id: move.id, x: from, width: nameWidth(move) })),
      first(strokes),
      { left, right, barrier, rows: mostRows },
    );
  const [overFlags, underFlags] = [flagsOf(over!), flagsOf(under!)];
  const flagRows = (flags: readonly PlacedFlag[]) => Math.max(0, ...flags.map(({ row }) => row + 1));
  const band = (strokes: readonly Stroke[]) => inset + Math.max(1, rowsOf(strokes)) * pitch;
  const bandTop = head + flagRows(overFlags) * flagHeight + 6;
  const top = bandTop + band(over!);
  const bottom = top + yearsHeight + rowsOf(both!) * bothHeight;
  const bandBottom = bottom + band(under!);
  const edge = bandBottom + flagRows(underFlags) * flagHeight + 6;

  const banked = (strokes: readonly Stroke[], flags: readonly PlacedFlag[], outward: -1 | 1) =>
    strokes.map((stroke): PlacedStroke => {
      const y = (outward < 0 ? top : bottom) + outward * (inset + stroke.row * pitch);
      const flag = flags.find(({ id }) => id === stroke.move.id);
      if (!flag) return { ...stroke, y, name: null, pole: null };
      const y0 = outward < 0 ? bandTop - (flag.row + 1) * flagHeight : bandBottom + flag.row * flagHeight + 4;
      const box = { x0: flag.x0, x1: flag.x1, y0, y1: y0 + flagHeight - 4 };
      return { ...stroke, y, name: { box, end: flag.end }, pole: outward < 0 ? box.y0 : box.y1 };
    });
  const sides = [...banked(over!, overFlags, -1), ...banked(under!, underFlags, 1)];
  const joined = joinedMoves(props.moves);
  const starts = new Map([...sides, ...both!].map((one) => [one.move.id, one]));
  /** Where lines cross what lies between the banks, of those that touch a bank of interest. */
  const crossingsOf = (touches: (banks: readonly TimelineMove['bank'][]) => boolean) =>
    joined.flatMap(({ from, to }): Crossing[] => {
      const [a, b] = [starts.get(from)!, starts.get(to)!];
      const level = a.move.bank === b.move.bank && (a.move.bank !== 'both' || a.row === b.row);
      if (level || !touches([a.move.bank, b.move.bank])) return [];
      return [[Math.min(a.from, b.from), Math.max(a.from, b.from)]];
    });
  const crossings = crossingsOf(() => true);
  const written: Box[] = [];
  const between = both!.map((stroke): PlacedStroke => {
    const low = top + yearsHeight + (stroke.row + 1) * bothHeight;
    const wide = textWidth(stroke.move.name, nameSize(stroke.move));
    const beside = clearPlace(stroke.from + 7, wide, crossings, Math.min(right - wide, stroke.from + 90));
    const [x0] = [beside, stroke.from - 7 - wide]
      .filter((x) => x !== null)
      .filter(
        (x) =>
          x >= left &&
          crossings.every(([from, to]) => to + 3 < x || from - 3 > x + wide) &&
          (barrier === null || x > barrier + 3 || x + wide < barrier - 3) &&
          written.every(({ x0, x1, y1 }) => y1 !== low - 10 || x1 + 8 < x || x0 - 8 > x + wide),
      );
    if (!isNamed(stroke.move) || x0 === undefined) return { ...stroke, y: low - 5, name: null, pole: null };
    const box = { x0, x1: x0 + wide, y0: low - 26, y1: low - 10 };
    written.push(box);
    return { ...stroke, y: low - 5, name: { box, end: false }, pole: null };
  });
  const years = periodsOf(props).flatMap(({ text, strong, from, to }) => {
    const wide = textWidth(text) * (strong ? 1.06 : 1);
    const [start, stop] = [place(from), place(to)];
    const over = crossingsOf((banks) => banks.includes('over'));
    const lines: Crossing[] = barrier === null ? over : [...over, [barrier, barrier]];
    const x = clearPlace(start + 4, wide, lines, stop - wide - 2);
    if (x === null) return [];
    return [{ text, strong, box: { x0: x, x1: x + wide, y0: top + 5, y1: top + 19 } }];
  });
  const placed = [...sides, ...between];
  const height = edge + head + 44 + 16 * noteLines(props, placed, width).length;
  return { placed, joined, years, left, right, axis: [top, bottom], bands: [bandTop, bandBottom], height, place }; // prettier-ignore
}

/** What is said under the sheet. */
const noteLines = (props: TimelineProps, placed: readonly PlacedStroke[], width: number): string[] =>
  wrapText(sheetNote(props, placed.filter(({ name }) => name).length), width - 2 * side);

/** What the break of the scale does to the years before it, beside the name of the bank or under it. */
function foldSvg({ words }: TimelineProps, x: number, edge: number, bottom: number): string {
  const text = `← ${words.folded}`;
  const room = x - 6 - textWidth(text, 12.5) > side + textWidth(words.under, 18) + 10;
  const at = room
    ? `x="${px(x - 6)}" y="${px(edge + 18)}" text-anchor="end"`
    : `x="${side}" y="${px(edge + 36)}"`;
  return `<text class="label-detail" ${at}>${escapeText(text)}</text>${breakSvg([x, bottom])}`;
}

/** The sheet whose time runs from left to right: Washington and its partners over the axis, Beijing under it. */
export function duelAcross(
  props: TimelineProps,
  width: number,
): { readonly body: string; readonly height: number } {
  const layout = layoutDuelAcross(props, width);
  const { placed, left, right, axis, bands, place, height, years } = layout;
  const [top, bottom] = axis;
  const starts = placed.map(({ move, from, y }) => ({ move, at: from, off: y }));
  const edge = height - head - 44 - 16 * noteLines(props, placed, width).length;
  const turns = periodsOf(props).map(({ from }) => px(place(from)));
  const grid = turns
    .map((x) => `M${x} ${px(bands[0])}V${px(top)}M${x} ${px(bottom)}V${px(bands[1])}`)
    .join('');
  const ticks = turns.map((x) => `M${x} ${px(top)}V${px(top + yearsHeight)}`).join('');
  const words = years.map(
    ({ text, strong, box }) =>
      `<text${strong ? ' class="label-title"' : ''} x="${px(box.x0)}" y="${px(box.y1 - 2)}">${text}</text>`,
  );
  const moves = placed.map((stroke): DrawnMove => {
    const { move, from, y, name, pole } = stroke;
    const paths = strokePaths(stroke, props, place, y, { pen: acrossPen, pitch });
    const stem = pole === null ? '' : `M${px(from)} ${px(y)}V${px(pole)}`;
    const x = name ? (name.end ? name.box.x1 : name.box.x0) : 0;
    const anchor = name?.end === true ? ' text-anchor="end"' : '';
    const dated = pole === null ? '' : `<tspan class="label-detail" x="${px(x)}" dy="15">${escapeText(move.dated)}</tspan>`; // prettier-ignore
    const text = name ? { at: ` x="${px(x)}" y="${px(name.box.y0 + 13)}"${anchor}`, more: dated } : null;
    return { move, paths, stem, text };
  });
  const broken = props.foldedUntil === null ? null : place(props.foldedUntil);
  const crowded = props.crowdedFrom === null ? null : place(props.crowdedFrom);
  const scales = [
    broken === null ? '' : foldSvg(props, broken, edge, bottom),
    crowded === null ? '' : `<text class="label-detail" x="${px(crowded + 6)}" y="${px(edge + 18)}">${escapeText(props.words.crowded)} →</text>${breakSvg([crowded, bottom])}`, // prettier-ignore
  ];
  const known = evidenceEnd(props, place);
  const end =
    known === null
      ? ''
      : `<path class="cliff-axis" d="M${px(known)} 22V${px(edge)}"/><text class="label-title" x="${px(known)}" y="15" text-anchor="end">${escapeText(props.words.evidence)}</text>`;
  const base = edge + 44;
  const notes = noteLines(props, placed, width).map(
    (line, i) => `<text x="${left}" y="${px(base + 12 + 16 * i)}">${escapeText(line)}</text>`,
  );
  const body = [
    `<path class="cliff-grid" d="${grid}"/><path class="leader" d="${ticks}"/><path class="cliff-axis" d="M${left} ${px(top)}H${right}M${left} ${px(bottom)}H${right}"/>`,
    ...words,
    `<text class="moves-bank" x="${left}" y="17">${escapeText(props.words.over)}</text><text class="moves-bank" x="${left}" y="${px(edge + 18)}">${escapeText(props.words.under)}</text>`,
    ...scales,
    end,
    joinsSvg(layout.joined, starts, acrossPen, axis),
    movesSvg(moves),
    ...notes,
  ].join('');
  return { body, height: Math.ceil(height) };
}
