import { rowMark } from './rowMark.ts';
import { escapeText as escape, hatched, px, textLines } from './svgText.ts';

/** What a clause asks of one quantity, as one column draws it. */
export interface ChainCell {
  /** The quantity over its line, both ends; null where it is not known, undefined where the answer is no number. */
  readonly ratio?: { readonly low: number; readonly high: number } | null;
  /** Whether the condition is met; null where it cannot be told. */
  readonly met: boolean | null;
  /** How far from the line, or the answer in a word: `192 over`, `yes`. */
  readonly text: string;
}

/** One condition of one clause: a row of the chain. */
export interface ChainRow {
  /** Row of the table twin. */
  readonly id: string;
  /** The condition in words: `TPP 4,800 or more`. */
  readonly label: string;
  /** The side of the line where it is met; null where it has no line. */
  readonly side: 'above' | 'below' | null;
  /** One for each column; null where that day's rules do not ask. */
  readonly cells: readonly (ChainCell | null)[];
}

/** How a chip leaves a gate: free so far, held by a clause, or not to be told. */
export type ChainState = 'free' | 'held' | 'unknown';

export interface ChainOutcome {
  readonly text: string;
  /** What this gate does. */
  readonly gate: ChainState;
  /** How the chip stands after it. */
  readonly after: ChainState;
}

/** A clause: its conditions, and what came of it on each day. */
export interface ChainGate {
  readonly id: string;
  readonly title: string;
  /** Stands between two conditions: `and`. */
  readonly joint: string;
  readonly rows: readonly ChainRow[];
  /** One for each column; null where the clause was not asked. */
  readonly outcomes: readonly (ChainOutcome | null)[];
}

export interface ChainColumn {
  /** The day. */
  readonly title: string;
  readonly answer: ChainState;
  /** Row of the table twin that holds the answer. */
  readonly row: string;
  readonly plate: { readonly title: string; readonly text: string };
}

/** Where the gates stand, in pixels. */
export interface ChainArea {
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Labels stand beside their rows, from here to where the columns begin; null: above them, as on a phone. */
  readonly labels: { readonly x: number; readonly conditions: number; readonly columns: number } | null;
}

export interface ChainProps {
  readonly gates: readonly ChainGate[];
  readonly columns: readonly ChainColumn[];
  readonly words: { readonly below: string; readonly above: string; readonly unasked: string };
}

/** Marks farther than this many times from a line stand at the edge, as arrows. */
export const farthest = 4;

interface Column {
  readonly x: number;
  readonly width: number;
  /** Where the plumb line hangs. */
  readonly line: number;
  readonly half: number;
}

/** Place of a ratio beside the line, from −1 to 1. */
const offset = (ratio: number): number =>
  Math.max(-1, Math.min(1, Math.log(Math.max(ratio, 1e-9)) / Math.log(farthest)));

const dashes = ' stroke-dasharray="6 5"';

/**
 * Gates hung one under the other. The line of the law hangs plumb in every column, and every mark stands as far to the
 * left or right of it as the chip is below or above, on one logarithmic scale. A gate that lets the chip through is open
 * at the line; one that holds it is shut, and the line below is heavy; one that cannot be told is broken.
 */
export function licenceChain({ gates, columns, words }: ChainProps, area: ChainArea): string {
  const beside = area.labels !== null;
  const left = area.labels?.columns ?? 12;
  const gap = beside ? 24 : 14;
  const width = (area.width - left - 12 - gap * (columns.length - 1)) / columns.length;
  const places = columns.map((_, i): Column => {
    const half = Math.min(240, width * 0.32);
    const x = left + i * (width + gap);
    return { x, width, half, line: x + half + (beside ? 16 : 14) };
  });
  const plateHeight = beside ? 96 : 118;
  const top = area.top + 42;
  const bottom = area.bottom - plateHeight - 22;
  const count = gates.reduce((sum, { rows }) => sum + rows.length, 0);
  const foot = beside ? 0.62 : 0.38;
  const share = count + gates.length * (beside ? 0.24 : 0.1);
  const pitch = Math.min(beside ? 46 : 60, (bottom - top) / Math.max(1, share));

  const drawn: string[] = [];
  /** Where each gate ends, for the line in each column. */
  const ends: number[] = [];
  let y = top;
  for (const gate of gates) {
    const first = y + pitch * (beside ? 0.62 : 0.72);
    const last = first + (gate.rows.length - 1) * pitch;
    const end = last + pitch * foot;
    drawn.push(labelsSvg(gate, area, first, pitch));
    gate.outcomes.forEach((outcome, c) => {
      const place = places[c]!;
      if (!outcome) {
        drawn.push(
          `<text class="cliff-tick halo" x="${px(place.line)}" y="${px((beside ? (first + last) / 2 : first) + 4)}" text-anchor="middle">${escape(words.unasked)}</text>`,
        );
        return;
      }
      gate.rows.forEach((row, r) => drawn.push(rowSvg(row, row.cells[c] ?? null, place, first + r * pitch)));
      drawn.push(gateSvg(outcome.gate, place, end));
      const kind = outcome.gate === 'free' ? 'label-detail' : 'label-title';
      if (beside)
        drawn.push(
          `<text class="${kind} halo"${rowMark(gate.id, true)} x="${px(place.x + place.width)}" y="${px(end + 4)}" text-anchor="end">${escape(outcome.text)}</text>`,
        );
    });
    ends.push(end);
    y = end;
  }
  const plate = area.bottom - plateHeight;
  const lines = columns.map((_, c) => plumbSvg(gates, ends, c, places[c]!.line, top - 4, plate));
  const heads = columns.map((column, c) => {
    const { x, width: wide, line } = places[c]!;
    return `<text class="label-title" x="${px(x)}" y="${px(area.top + 10)}">${escape(column.title)}</text><path class="cliff-drop" d="M${px(x)} ${px(area.top + 17)}H${px(x + wide)}"/><text class="cliff-tick" x="${px(line - 7)}" y="${px(top - 9)}" text-anchor="end">${escape(words.below)}</text><text class="cliff-tick" x="${px(line + 7)}" y="${px(top - 9)}">${escape(words.above)}</text>`;
  });
  const plates = columns.map((column, c) => plateSvg(column, places[c]!, plate, plateHeight, beside));
  return [...lines, ...drawn, ...heads, ...plates].join('');
}

/** The line of the law in a column: thin while the chip is free, heavy once it is held, broken where nobody can tell. */
function plumbSvg(
  gates: readonly ChainGate[],
  ends: readonly number[],
  column: number,
  x: number,
  top: number,
  bottom: number,
): string {
  const parts: string[] = [];
  let state: ChainState = 'free';
  let from = top;
  gates.forEach(({ outcomes }, g) => {
    const after = outcomes[column]?.after ?? state;
    if (after === state) return;
    parts.push(segment(state, x, from, ends[g]!));
    [state, from] = [after, ends[g]!];
  });
  parts.push(segment(state, x, from, bottom));
  return parts.join('');
}

const segment = (state: ChainState, x: number, from: number, to: number): string =>
  `<path class="${state === 'held' ? 'check-held' : 'cliff-axis'}"${state === 'unknown' ? dashes : ''} d="M${px(x)} ${px(from)}V${px(to)}"/>`;

function gateSvg(state: ChainState, { line, half }: Column, y: number): string {
  const [from, to] = [line - half, line + half];
  if (state === 'free')
    return `<path class="cliff-axis" d="M${px(from)} ${px(y)}H${px(line - 9)}m0 -4v8M${px(to)} ${px(y)}H${px(line + 9)}m0 -4v8"/>`;
  if (state === 'held') return `<path class="check-held" d="M${px(from)} ${px(y)}H${px(to)}"/>`;
  return `<path class="cliff-axis"${dashes} d="M${px(from)} ${px(y)}H${px(to)}"/>`;
}

function labelsSvg({ id, title, rows, joint }: ChainGate, area: ChainArea, first: number, pitch: number) {
  const { labels } = area;
  const clause = (x: number, y: number) =>
    `<text class="label-title halo"${rowMark(id, true)} x="${px(x)}" y="${px(y)}">${escape(title)}</text>`;
  const condition = (row: ChainRow, x: number, y: number) =>
    `<text class="label-detail halo"${rowMark(row.id, true)} x="${px(x)}" y="${px(y)}">${escape(row.label)}</text>`;
  if (labels) {
    const joined =
      rows.length > 1
        ? `<path class="cliff-drop" d="M${px(labels.conditions - 6)} ${px(first - 6)}h-4V${px(first + (rows.length - 1) * pitch + 6)}h4"/>`
        : '';
    return `${clause(labels.x, first + 4)}${joined}${rows.map((row, r) => condition(row, labels.conditions, first + r * pitch + 4)).join('')}`;
  }
  return rows
    .map((row, r) => {
      const y = first + r * pitch - Math.min(17, pitch * 0.42);
      if (r === 0) return clause(12, y) + condition(row, 22 + title.length * 7, y);
      return `<text class="label-detail halo" x="12" y="${px(y)}">${escape(joint)}</text>${condition(row, 18 + joint.length * 7, y)}`;
    })
    .join('');
}

/** One condition in one column: the scale, the side on which it is met, the mark and how far it is from the line. */
function rowSvg(row: ChainRow, cell: ChainCell | null, { line, half }: Column, y: number): string {
  if (!cell) return '';
  const { ratio, met, text } = cell;
  const words = (x: number, anchor: 'start' | 'middle' | 'end') =>
    `<text class="halo${met === false ? '' : ' label-title'}"${rowMark(row.id, true)} x="${px(x)}" y="${px(y + 4)}" text-anchor="${anchor}">${escape(text)}</text>`;
  const whole = `M${px(line - half)} ${px(y)}H${px(line + half)}`;
  if (ratio === null || (ratio === undefined && met === null))
    return `<path class="cliff-drop" stroke-dasharray="2 4" d="${whole}"/>${words(line, 'middle')}`;
  const step = line + (met ? half / 2 : -half / 2);
  const [low, high] = ratio
    ? [line + half * offset(ratio.low), line + half * offset(ratio.high)]
    : [step, step];
  const right = (low + high) / 2 >= line;
  const outer = right ? high : low;
  const beyond = ratio && Math.max(1 / ratio.low, ratio.high) > farthest;
  const arrow = beyond
    ? `M${px(outer + (right ? -9 : 9))} ${px(y - 4)}L${px(outer)} ${px(y)}l${right ? -9 : 9} 4`
    : '';
  const mark =
    low < high
      ? `<path class="check-held" d="M${px(low)} ${px(y)}H${px(high)}"/>`
      : `<circle class="${met ? 'dimension-end' : 'cliff-handle'}" cx="${px(low)}" cy="${px(y)}" r="${met ? 5 : 4}"/>`;
  // Past half of the scale the words stand on the inner side of the mark.
  const inner = Math.abs(outer - line) > half * 0.55;
  const away = (inner === right ? -1 : 1) * (arrow ? 14 : 10);
  const start = outer + away;
  const reach = start + Math.sign(away) * (text.length * 6.4 + 2);
  const spoken = { from: Math.min(start, reach) - 2, to: Math.max(start, reach) + 2 };
  // Strokes on the side where the condition is met, but for where the words stand.
  const sign = row.side === 'below' ? -1 : 1;
  const strokes = [1, 2, 3, 4, 5]
    .map((i) => line + sign * i * 8)
    .filter((x) => Math.max(x, x - 5 * sign) < spoken.from || Math.min(x, x - 5 * sign) > spoken.to)
    .map((x) => `M${px(x)} ${px(y)}l${-5 * sign} 5`);
  const side =
    row.side === null || strokes.length === 0 ? '' : `<path class="fill-frame" d="${strokes.join('')}"/>`;
  const grid = level(line - half, line + half, y, spoken);
  const measure = `M${px(line)} ${px(y - 5)}v10${level(Math.min(line, outer), Math.max(line, outer), y, spoken)}${arrow}`;
  return `<path class="cliff-grid" d="${grid}"/>${side}<path class="dimension" d="${measure}"/>${arrow ? '' : mark}${words(start, away < 0 ? 'end' : 'start')}`;
}

/** A level line from one point to another that leaves out where words stand. */
function level(
  from: number,
  to: number,
  y: number,
  words: { readonly from: number; readonly to: number },
): string {
  const pieces = [
    [from, Math.min(to, words.from)],
    [Math.max(from, words.to), to],
  ] as const;
  return pieces.map(([a, b]) => (b > a ? `M${px(a)} ${px(y)}H${px(b)}` : '')).join('');
}

/** The answer of a column: hatched where a licence is needed, empty where it is not, broken where it cannot be told. */
function plateSvg(
  { answer, row, plate }: ChainColumn,
  { x, width }: Column,
  y: number,
  height: number,
  beside: boolean,
) {
  const band = beside ? 16 : 10;
  const frame = `<path class="cliff-axis"${answer === 'unknown' ? dashes : ''} d="M${px(x)} ${px(y)}h${px(width)}v${height}h${px(-width)}z"/>`;
  const pattern =
    answer === 'held'
      ? `<path class="fill-line" d="${hatched(x, y, band, height, 5)}M${px(x + band)} ${px(y)}v${height}"/>`
      : '';
  const inside = x + (answer === 'held' ? band : 0) + 10;
  const room = x + width - inside - 6;
  const titles = textLines(plate.title, room / (beside ? 9.2 : 7.4));
  const size = beside ? 22 : 17;
  const title = titles.map(
    (text, i) =>
      `<text class="${beside ? 'check-plate' : 'cliff-ratio'}"${rowMark(row, true)} x="${px(inside)}" y="${px(y + size + i * size)}">${escape(text)}</text>`,
  );
  const start = y + titles.length * size + 20;
  const fit = Math.floor((y + height - 8 - start) / 15) + 1;
  const all = textLines(plate.text, room / 5.9);
  const kept = all.length > fit ? [...all.slice(0, fit - 1), `${all[fit - 1]!} …`] : all;
  const lines = kept.map(
    (text, i) =>
      `<text class="label-detail"${rowMark(row, true)} x="${px(inside)}" y="${px(start + i * 15)}">${escape(text)}</text>`,
  );
  return frame + pattern + title.join('') + lines.join('');
}
