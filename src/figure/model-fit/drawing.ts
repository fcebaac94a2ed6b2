import { rowMark } from '../label/rowMark.ts';
import { escapeText, px } from '../label/svgText.ts';

/** Pixels. */
interface Frame {
  readonly width: number;
  readonly height: number;
}

/** One thing that fills memory. */
export interface FitPart {
  readonly id: 'weights' | 'optimiser' | 'gradients' | 'activations' | 'cache';
  /** In chips' memories, not rounded. */
  readonly chips: number;
  readonly label: { readonly title: string; readonly detail: string; readonly short: string };
}

export interface FitProps {
  readonly parts: readonly FitPart[];
  /** Chips that take them, at least as many as their memories add up to. */
  readonly needed: number;
  /** Chips that one fast domain holds; null where domains are left out. */
  readonly domain: number | null;
  readonly words: {
    /** Over the first square, such as `HGX H100: 8 chips at 450 GB/s`. */
    readonly domain: string;
    /** Between the first domain and the second. */
    readonly hop: string;
    /** Over the domains that are left out: `and 1,201 more`. */
    readonly more: string;
    /** What one square stands for, where it is more than one chip. */
    readonly square: (chips: number) => string;
  };
}

const most = 1600;
const keyHeight = 40;

/** Where everything goes: domains in rows, packages in rows inside each. */
interface Grid {
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  readonly across: number;
}

/** Chips that one square stands for, so that no more than some 1,600 squares are drawn. */
export function chipsPerSquare(chips: number, domain: number): number {
  const all = Math.ceil(chips / domain) * domain;
  let per = 1;
  while (all / per > most) per *= 8;
  return Math.min(per, domain);
}

/**
 * Chips as packages, each filled by what fills its memory, in machines that are each one fast domain. Parts fill one after
 * the other; in use each chip holds its slice of every part, which takes the same room.
 */
export function modelFit({ parts, needed, domain: machine, words }: FitProps, frame: Frame): string {
  const domain = machine ?? needed;
  const per = chipsPerSquare(needed, domain);
  const squares = Math.ceil(domain / per);
  const domains = Math.min(Math.ceil(needed / domain), Math.max(1, Math.floor(most / squares)));
  const wide = frame.width >= 900;
  const shown = parts.filter(({ chips }) => chips > 0);
  const edge = wide ? 32 : 16;
  const above = 60;
  const whole = { x: edge, y: above, width: frame.width - 2 * edge, height: frame.height - above - 34 };
  const named = bestGrid(squares, domains, whole, machine === null);
  // Where a square has room for words they stand in it; else a key stands under the squares.
  const letters = Math.max(
    ...shown.map(({ label }) => Math.max(label.title.length * 6.9, label.short.length * 6.2)),
  );
  const inside = sideOf(named.cell) >= letters + 14;
  const keysAcross = wide ? shown.length : frame.width >= 600 ? 3 : 2;
  const keyRows = Math.ceil(shown.length / keysAcross);
  const room = inside ? whole : { ...whole, height: whole.height - keyRows * keyHeight };
  const grid = inside ? named : bestGrid(squares, domains, room, machine === null);
  const down = Math.ceil(domains / grid.across);
  const used = down * grid.rows * grid.cell + (down - 1) * gapOf(grid.cell);
  // What the stage has over stands above and below alike.
  const area = { ...room, y: room.y + Math.max(0, room.height - used) / 2 };
  const gap = gapOf(grid.cell);
  const boxes = Array.from({ length: domains }, (_, d) => ({
    x: area.x + (d % grid.across) * (grid.columns * grid.cell + gap),
    y: area.y + Math.floor(d / grid.across) * (grid.rows * grid.cell + gap),
  }));
  const squareAt = (s: number) => {
    const box = boxes[Math.floor(s / squares)]!;
    const inside = s % squares;
    return {
      x: box.x + (inside % grid.columns) * grid.cell,
      y: box.y + Math.floor(inside / grid.columns) * grid.cell,
    };
  };
  const side = sideOf(grid.cell);
  const outlines: string[] = [];
  for (let s = 0; s < domains * squares; s++) {
    const { x, y } = squareAt(s);
    outlines.push(`M${px(x)} ${px(y)}h${px(side)}v${px(side)}h${px(-side)}z`);
  }
  const frames = (machine === null ? [] : boxes).map(
    ({ x, y }) =>
      `M${px(x - gap * 0.2)} ${px(y - gap * 0.2)}h${px(grid.columns * grid.cell + gap * 0.3)}v${px(grid.rows * grid.cell + gap * 0.3)}h${px(-(grid.columns * grid.cell + gap * 0.3))}z`,
  );
  const fills = fillPaths(shown, per, domains * squares, squareAt, side);
  const hop = domains > 1 ? hopSvg(boxes, grid, gap, words.hop, frame, area.y - 20) : '';
  const left = Math.ceil(needed / domain) - domains;
  const bottom = Math.max(...boxes.map(({ y }) => y)) + grid.rows * grid.cell + 22;
  const remarks = [per > 1 ? words.square(per) : '', left > 0 ? words.more : ''].filter(Boolean).join(' ');
  return [
    `<svg class="drawing fit" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}" aria-hidden="true" focusable="false">`,
    fills,
    `<path class="fill-empty" d="${outlines.join('')}"/>`,
    frames.length ? `<path class="fill-frame" d="${frames.join('')}"/>` : '',
    `<text class="label-title halo" x="${px(area.x)}" y="${px(area.y - 36)}">${escapeText(words.domain)}</text>`,
    remarks &&
      `<text class="label-detail" x="${px(area.x)}" y="${px(Math.min(bottom, frame.height - 8))}">${escapeText(remarks)}</text>`,
    hop,
    inside ? namesSvg(shown, squareAt, side) : keysSvg(shown, keysAcross, frame, edge),
    '</svg>',
  ].join('');
}

const sideOf = (cell: number): number => cell - Math.max(1, cell * 0.14);

const gapOf = (cell: number): number => Math.min(40, Math.max(2, cell * 0.45));

/** The arrangement with the largest squares that uses the stage; `ragged` where the last row need not be full. */
function bestGrid(
  squares: number,
  domains: number,
  area: { readonly width: number; readonly height: number },
  ragged: boolean,
): Grid {
  let best: Grid = { cell: 0, columns: 1, rows: squares, across: 1 };
  let most = 0;
  for (let columns = 1; columns <= Math.min(squares, 96); columns++) {
    const rows = Math.ceil(squares / columns);
    if (!ragged && rows > 1 && squares % columns !== 0 && squares < 200) continue;
    for (let across = 1; across <= domains; across++) {
      const down = Math.ceil(domains / across);
      let cell = Math.min(area.width / (columns * across), area.height / (rows * down), 240);
      cell = Math.min(
        cell,
        (area.width - (across - 1) * gapOf(cell)) / (columns * across),
        (area.height - (down - 1) * gapOf(cell)) / (rows * down),
      );
      // Of squares nearly as large, those that take the width of the stage.
      const share = (cell * columns * across) / area.width;
      if (cell * (1 + 0.3 * share) > most) {
        most = cell * (1 + 0.3 * share);
        best = { cell, columns, rows, across };
      }
    }
  }
  return best;
}

/** One path a part: the share of each square that it fills, from the bottom up, in a tone of its own. */
function fillPaths(
  parts: readonly FitPart[],
  per: number,
  squares: number,
  squareAt: (s: number) => { readonly x: number; readonly y: number },
  side: number,
): string {
  let from = 0;
  return parts
    .map(({ id, chips }) => {
      const to = from + chips / per;
      const areas: string[] = [];
      for (let s = Math.floor(from + 1e-9); s < Math.min(squares, Math.ceil(to - 1e-9)); s++) {
        const { x, y } = squareAt(s);
        const [low, high] = [Math.max(0, from - s), Math.min(1, to - s)];
        const top = y + side * (1 - high);
        const height = side * (high - low);
        areas.push(`M${px(x)} ${px(top)}h${px(side)}v${px(height)}h${px(-side)}z`);
      }
      from = to;
      return `<path class="fill-${id}" d="${areas.join('')}"/>`;
    })
    .join('');
}

/** The first way out of a machine, as light, and its name. */
function hopSvg(
  boxes: readonly { readonly x: number; readonly y: number }[],
  grid: Grid,
  gap: number,
  text: string,
  frame: Frame,
  high: number,
): string {
  const [first, second] = [boxes[0]!, boxes[1]!];
  const width = grid.columns * grid.cell;
  const height = grid.rows * grid.cell;
  const beside = second.y === first.y;
  const start = beside
    ? [first.x + width + gap * 0.1, first.y + height / 2]
    : [first.x + width * 0.8, first.y + height + gap * 0.1];
  const end = beside ? [second.x - gap * 0.2, start[1]!] : [start[0]!, second.y - gap * 0.2];
  const x = Math.min(start[0]! + (beside ? gap * 0.3 : 0), frame.width - 200);
  const leader = beside ? `M${px((start[0]! + end[0]!) / 2)} ${px(start[1]!)}V${px(high + 4)}` : '';
  const words = beside
    ? `<text class="label-detail halo" x="${px(Math.max(12, x))}" y="${px(high)}">${escapeText(text)}</text>`
    : `<text class="label-detail halo" x="${px(start[0]! - 8)}" y="${px((start[1]! + end[1]!) / 2 + 4)}" text-anchor="end">${escapeText(text)}</text>`;
  return `<path class="leader" d="${leader}"/><path class="cliff-level cliff-light fit-hop" d="M${px(start[0]!)} ${px(start[1]!)}L${px(end[0]!)} ${px(end[1]!)}"/>${words}`;
}

/** Every part by name where it begins: in the first square that it fills by half, or in its fullest. */
function namesSvg(
  parts: readonly FitPart[],
  squareAt: (s: number) => { readonly x: number; readonly y: number },
  side: number,
): string {
  let from = 0;
  const taken = new Map<number, number>();
  return parts
    .map(({ id, chips, label }) => {
      const [start, to] = [from, from + chips];
      from = to;
      const shareIn = (s: number) => Math.min(1, to - s) - Math.max(0, start - s);
      const first = Math.floor(start + 1e-9);
      const all = Array.from({ length: Math.max(1, Math.ceil(to - 1e-9) - first) }, (_, i) => first + i);
      const s =
        all.find((one) => shareIn(one) >= 0.5) ?? all.reduce((a, b) => (shareIn(b) > shareIn(a) ? b : a));
      const { x, y } = squareAt(s);
      // The part that fills a square from the bottom up has its words at its own upper edge, one name under another.
      const row = Math.max(taken.get(s) ?? 0, Math.round((1 - Math.min(1, to - s)) * side));
      taken.set(s, row + 34);
      const tone = id === 'weights' ? 'fit-on-dark' : 'fit-on-light';
      return [label.title, label.short]
        .map(
          (text, i) =>
            `<text class="${i === 0 ? 'label-title' : 'label-detail'} ${tone}"${rowMark(id, true)} x="${px(x + 8)}" y="${px(y + row + 18 + i * 16)}">${escapeText(text)}</text>`,
        )
        .join('');
    })
    .join('');
}

/** What each tone is, beside a sample of it, under squares that have no room for words. */
function keysSvg(parts: readonly FitPart[], across: number, frame: Frame, edge: number): string {
  const size = 26;
  const rows = Math.ceil(parts.length / across);
  return parts
    .map(({ id, label }, i) => {
      const x = edge + (i % across) * ((frame.width - 2 * edge) / across);
      const y = frame.height - (rows - Math.floor(i / across)) * keyHeight;
      const sample = `M${px(x)} ${px(y)}h${size}v${size}h${-size}z`;
      return `<path class="fill-${id}" d="${sample}"/><path class="fill-empty" d="${sample}"/><text class="label-title"${rowMark(id, true)} x="${px(x + size + 10)}" y="${px(y + 11)}">${escapeText(label.title)}</text><text class="label-detail"${rowMark(id, true)} x="${px(x + size + 10)}" y="${px(y + 26)}">${escapeText(frame.width < 600 ? label.short : label.detail)}</text>`;
    })
    .join('');
}
