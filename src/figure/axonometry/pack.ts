import type { PaintedFace } from './face.ts';
import { covered } from './covered.ts';
import { rowsOfFaces, rowsSvg } from './faceRow.ts';
import { apart, outlineOf, type Outline } from './outline.ts';

/** Half the width of a line of `styles/drawing.css`, pixels, by the look of what it goes round. */
const halfLine: Readonly<Record<string, number>> = { ink: 0.4, pencil: 0.35, ghost: 0.25, thread: 0.3 };
/** How far the smoothing of an edge reaches, pixels. */
const smoothed = 0.5;

interface Piece extends PaintedFace {
  /** Corners that are not rounded. */
  readonly exact: PaintedFace['points'];
  readonly outline: Outline;
  readonly look: string;
  readonly line: number;
  /** Whether it has an inside that hides what is behind it. */
  readonly solid: boolean;
}

interface Sheet {
  readonly name: string;
  readonly pieces: Piece[];
}

/**
 * Faces in painter's order as few and short paths, for a drawing that goes into a page: what a nearer face hides is
 * left out, and faces that look alike share a path wherever nothing painted in between touches them, so that the
 * picture stays the one that `drawSolids` paints in order. Coordinates are whole tenths of a pixel.
 */
export function packFaces(faces: readonly PaintedFace[]): string {
  const key = faces.map(({ name, points, thread }) => `${name} ${thread} ${points.join(' ')}`).join('\n');
  const known = packed.get(key) ?? pack(faces);
  packed.set(key, known);
  return known;
}

/** Drawings by their faces: a build draws each for an article, the figure's own page, its frame and its files. */
const packed = new Map<string, string>();

function pack(faces: readonly PaintedFace[]): string {
  const pieces = faces.map((face): Piece => {
    const look = face.name.split(' ').at(-1)!;
    // As they are written: what touches on paper must touch here.
    const points = face.points.map((point) => point.map((value) => Math.round(value * 10) / 10));
    const line = halfLine[look] ?? 0;
    return {
      ...face,
      points,
      exact: face.points,
      outline: outlineOf(points),
      look,
      line,
      solid: look !== 'ghost' && !face.thread,
    };
  });
  const paths = joinRuns(runsOf(inSight(pieces))).map(({ name, pieces }) => {
    // Fronts without a line, such as the chips at the edge of a board, stand in long rows.
    const { rows, rest } = / front plain$/.test(name)
      ? rowsOfFaces(pieces.map(({ exact }) => exact))
      : { rows: [], rest: [...pieces.keys()] };
    const end: Pen = { x: 0, y: 0 };
    const d = rest.map((at) => written(pieces[at]!, end)).join('');
    return rowsSvg(rows, name.split(' ')[0]!) + (d && `<path class="${name}" d="${d}"/>`);
  });
  return paths.length === 0 ? '' : `<g class="tenths" transform="scale(.1)">${paths.join('')}</g>`;
}

/** Those of which later faces leave something to be seen. */
function inSight(pieces: readonly Piece[]): Piece[] {
  const seen: Piece[] = [];
  const over: [Outline, number][] = [];
  for (const piece of pieces.toReversed()) {
    if (covered(piece.outline, piece.line + smoothed, over)) continue;
    seen.push(piece);
    if (piece.solid) over.push([piece.outline, piece.line]);
  }
  return seen.toReversed();
}

/** Neighbours in the order that look alike: one path in any drawing, whether they touch or not. */
function runsOf(pieces: readonly Piece[]): Sheet[] {
  const runs: Sheet[] = [];
  for (const piece of pieces) {
    const open = runs.at(-1);
    if (open?.name === piece.name) open.pieces.push(piece);
    else runs.push({ name: piece.name, pieces: [piece] });
  }
  return runs;
}

/**
 * Orders runs anew so that many of one name follow each other, and joins those: a run comes once all are painted that
 * it touches and that came before it. Of those that may come, the one on which the longest chain waits comes first,
 * and with it all others of its name.
 */
function joinRuns(runs: readonly Sheet[]): Sheet[] {
  const after: number[][] = runs.map(() => []);
  const waiting = runs.map((run, i) => {
    let count = 0;
    for (let j = 0; j < i; j++) {
      if (!run.pieces.some((one) => runs[j]!.pieces.some((other) => touch(one, other)))) continue;
      after[j]!.push(i);
      count++;
    }
    return count;
  });
  const chain = runs.map(() => 1);
  for (let i = runs.length - 1; i >= 0; i--)
    for (const next of after[i]!) chain[i] = Math.max(chain[i]!, chain[next]! + 1);
  const sheets: Sheet[] = [];
  const ready = new Set([...runs.keys()].filter((i) => waiting[i] === 0));
  while (ready.size > 0) {
    const first = [...ready].reduce((best, i) => (chain[i]! > chain[best]! ? i : best));
    const { name } = runs[first]!;
    const together = [...ready].filter((i) => runs[i]!.name === name);
    sheets.push({ name, pieces: together.flatMap((i) => runs[i]!.pieces) });
    for (const i of together) {
      ready.delete(i);
      for (const next of after[i]!) if ((waiting[next] = waiting[next]! - 1) === 0) ready.add(next);
    }
  }
  return sheets;
}

/** Whether two faces share a pixel, so that their order can be seen. */
function touch(a: Piece, b: Piece): boolean {
  return !apart(a.outline, b.outline, a.line + b.line + 2 * smoothed);
}

interface Pen {
  x: number;
  y: number;
}

const tenths = (value: number) => Math.round(value * 10);
const after = (text: string) => (text.startsWith('-') ? text : ` ${text}`);

/** A face as a subpath in tenths of a pixel from where the last one ended, begun at the corner that makes it shortest. */
function written({ points, thread, line }: Piece, pen: Pen): string {
  const corners = points.map(([x, y]) => ({ x: tenths(x!), y: tenths(y!) }));
  // An inside without a line closes by itself.
  const isClosed = line > 0 && !thread;
  const ways = thread ? [corners] : corners.map((_, i) => [...corners.slice(i), ...corners.slice(0, i)]);
  const { text, end } = ways
    .map((way) => ({ text: subpath(way, isClosed, pen), end: isClosed ? way[0]! : way.at(-1)! }))
    .reduce((best, way) => (way.text.length < best.text.length ? way : best));
  Object.assign(pen, end);
  return text;
}

function subpath([start, ...others]: readonly Pen[], isClosed: boolean, pen: Pen): string {
  let d = `m${start!.x - pen.x}${after(String(start!.y - pen.y))}`;
  // A move is followed by lines unless it is said otherwise.
  let [verb, from] = ['l', start!];
  for (const to of others) {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (dx === 0 && dy === 0) continue;
    const next = dx === 0 ? 'v' : dy === 0 ? 'h' : 'l';
    const numbers = next === 'v' ? String(dy) : next === 'h' ? String(dx) : `${dx}${after(String(dy))}`;
    d += next === verb ? after(numbers) : next + numbers;
    [verb, from] = [next, to];
  }
  return isClosed ? `${d}z` : d;
}
