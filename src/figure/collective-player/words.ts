import type { Frame, Projector } from '../../placement/view/camera.ts';
import { memberAt, type Wheel } from '../../placement/wheel/wheel.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';
import { textWidth, wrapText } from '../label/textWidth.ts';
import { lanesHeight, lanesSvg } from './lanes.ts';
import type { Numbers, PlayedTower, PlayerDrawing } from './playerDrawing.ts';

/** Pixels from the edges of a picture to its words. */
const edge = 20;

/** What the words of a drawing take of a picture, pixels. @param scale how much larger they are than usual */
export const wordMargins = (drawing: PlayerDrawing, scale = 1) => ({
  top: 58 * scale,
  bottom: (lanesHeight(drawing.lanes.length) + 22) * scale,
  side: 26 * scale,
});

/** The words over a drawing and its bars of time, as SVG without its frame. */
export function playerWords(drawing: PlayerDrawing, project: Projector, frame: Frame): string {
  const inner = frame.width < 640 ? 12 : edge;
  const room = roomFor(frame, frame.height - lanesHeight(drawing.lanes.length));
  return [
    ...drawing.towers.map((tower) => towerWords(tower, drawing, project, frame, room)),
    drawing.numbers ? numberWords(drawing.numbers, project) : '',
    lanesSvg(drawing, frame, inner),
  ].join('');
}

type Box = readonly [left: number, top: number, right: number, bottom: number];
type Anchor = 'start' | 'middle';
/** Whether words find room at a place that no others have; then it is theirs. */
type Room = (x: number, y: number, words: string, size: number, anchor: Anchor) => boolean;

function roomFor({ width }: Frame, floor: number): Room {
  const taken: Box[] = [];
  return (x, y, words, size, anchor) => {
    const wide = textWidth(words, size);
    const left = anchor === 'middle' ? x - wide / 2 : x;
    const box: Box = [left, y - 11, left + wide, y + 4];
    const free =
      left >= 0 &&
      box[2] <= width &&
      box[1] >= 0 &&
      box[3] <= floor &&
      taken.every(([l, t, r, b]) => box[2] < l || box[0] > r || box[3] < t || box[1] > b);
    if (free) taken.push(box);
    return free;
  };
}

const text = (name: string, x: number, y: number, words: string, more = '') =>
  words === '' ? '' : `<text class="${name}" x="${px(x)}" y="${px(y)}"${more}>${escapeText(words)}</text>`;

/** Places of the rim on the picture. */
function rimOf(
  wheel: Wheel,
  project: Projector,
): { left: number; right: number; top: number; middle: number } {
  const points = Array.from({ length: wheel.drawn }, (_, index) => project(...memberAt(wheel, index)));
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const hub = wheel.hub ? project(...wheel.hub)[1] : Infinity;
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(hub, ...ys),
    middle: (Math.min(...ys) + Math.max(...ys)) / 2,
  };
}

function towerWords(
  { tower, row, title, detail, wheels, piece }: PlayedTower,
  { towers, numbers }: PlayerDrawing,
  project: Projector,
  frame: Frame,
  room: Room,
): string {
  // Four chips with their numbers fill the picture; the bar below names the machine.
  if (numbers) return '';
  const rims = tower.wheels.map((wheel) => rimOf(wheel, project));
  const [x] = project(...tower.foot);
  // A piece that goes round stands higher than the rim.
  const over = piece ? project(piece[0], piece[1] + 0.18, piece[2])[1] : Infinity;
  const top = Math.min(over, ...rims.map((rim) => rim.top));
  /** Words where there is room for them; the bars and the words beside the drawing say them all. */
  const said = (name: string, at: number, y: number, words: string, anchor: Anchor, more = '') =>
    room(at, y, words, name === 'label-title' ? 13.5 : 12.5, anchor)
      ? text(`${name} halo`, at, y, words, (anchor === 'middle' ? ' text-anchor="middle"' : '') + more)
      : '';
  // Where towers stand close, a name takes two lines.
  const lines = wrapText(title, frame.width / towers.length - 10);
  const first = Math.max(16, top - 32 - 15 * (lines.length - 1));
  const head = [
    ...lines.map((line, index) =>
      said('label-title', x, first + 15 * index, line, 'middle', rowMark(row, false)),
    ),
    said('label-detail', x, first + 15 * lines.length + 1, detail, 'middle'),
  ];
  const beside = rims.flatMap((rim, index) => {
    const words = wheels[index]!;
    const wheel = tower.wheels[index]!;
    const name = words.active ? 'label-title' : 'label-detail';
    // Inside a ring there is nothing else.
    const inside = wheel.hub === null && wheel.drawn > 24;
    const [at, anchor] = inside ? ([x, 'middle'] as const) : ([rim.right + 24, 'start'] as const);
    const caption = said(name, at, rim.middle - 2, words.title, anchor);
    return caption === '' ? [] : [caption, said('label-detail', at, rim.middle + 15, words.detail, anchor)];
  });
  return [...head, ...beside].join('');
}

function numberWords({ cells, flights, names }: Numbers, project: Projector): string {
  const [one, two] = cells.map(({ at }) => project(...at)[0]);
  // On a small picture numbers are small, and what was added stands in the words beside it.
  const small = one !== undefined && two !== undefined && Math.abs(two - one) < 56 ? ' player-small' : '';
  const said = cells.map(({ at, front, text: words, sum, state }) => {
    const [[x, y], [fx, fy]] = [project(...at), project(...front)];
    return (
      text(`player-number${small} player-${state}`, x, y + 8, words, ' text-anchor="middle"') +
      text('player-sum', fx, fy + 4, small ? '' : sum, ' text-anchor="middle"')
    );
  });
  const going = flights.map(({ at, text: words }) => {
    const [x, y] = project(...at);
    return text(`player-flight${small} halo`, x, y + 5, words, ' text-anchor="middle"');
  });
  const called = names.map(({ at, text: words }) => {
    const [x, y] = project(...at);
    return text('label-detail halo', x, y + 5, words, ' text-anchor="middle"');
  });
  return [...called, ...said, ...going].join('');
}
