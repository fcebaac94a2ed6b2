import type { ChainState, ChainGate, ChainArea, ChainProps } from './chainProps.ts';
import { chainLabels, layOut, type Laid } from './labels.ts';
import { chainPlate, plateHeight } from './plate.ts';
import { chainRow } from './row.ts';
import type { Column } from './column.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText as escape, px } from '../label/svgText.ts';

const dashes = ' stroke-dasharray="6 5"';

/**
 * The verdict of each day, and under it gates hung one under the other. The line of the law hangs plumb in every column, and every mark stands as far to the
 * left or right of it as the chip is below or above, on one logarithmic scale. A gate that lets the chip through is open
 * at the line; one that holds it is shut, and the line below is heavy; one that cannot be told is broken.
 * @returns the drawing and where it ends, in pixels: it is as high as its gates and its words ask
 */
export function licenceChain({ gates, columns, words }: ChainProps, area: ChainArea) {
  const places = columnsIn(area, columns.length);
  const beside = area.labels !== null;
  // Where the gate leaves no room beside it, its outcome stands under it.
  const under = places[0]!.width < 300;
  const plate = area.top + 18;
  const top = Math.max(plate + plateHeight(columns, places[0]!.width), area.least) + 34;
  const laid = layOut(gates, area, top, under);
  const drawn = laid.flatMap(({ gate, rows, end }) => [
    chainLabels(gate, rows, area),
    ...gate.outcomes.map((outcome, c) => {
      const place = places[c]!;
      const [first, last] = [rows[0]?.y ?? end, rows.at(-1)?.y ?? end];
      const note = (text: string) =>
        `<text class="cliff-tick halo" x="${px(place.line + 10)}" y="${px((beside ? (first + last) / 2 : first) + 4)}">${escape(text)}</text>`;
      if (!outcome) return note(words.unasked);
      if (c > 0 && isSame(gate, c)) return note(words.same) + gateSvg(outcome.gate, place, end);
      const kind = outcome.gate === 'free' ? 'label-detail' : 'label-title';
      const at = under
        ? `x="${px(place.line + 8)}" y="${px(end + 14)}"`
        : `x="${px(place.x + place.width)}" y="${px(end + 4)}" text-anchor="end"`;
      return [
        ...gate.rows.map((row, r) =>
          chainRow(row, row.cells[c] ?? null, place, rows[r]!.y, outcome.gate === 'held'),
        ),
        gateSvg(outcome.gate, place, end),
        `<text class="${kind} halo"${rowMark(gate.id, true)} ${at}>${escape(outcome.text)}</text>`,
      ].join('');
    }),
  ]);
  const bottom = (laid.at(-1)?.end ?? top) + (under ? 26 : 20);
  const heads = columns.map((column, c) => {
    const { x, line: at } = places[c]!;
    return `<text class="label-title" x="${px(x)}" y="${px(area.top + 10)}">${escape(column.title)}</text>${chainPlate(column, places[c]!, plate)}<text class="cliff-tick" x="${px(at - 7)}" y="${px(top - 9)}" text-anchor="end">${escape(words.below)}</text><text class="cliff-tick" x="${px(at + 7)}" y="${px(top - 9)}">${escape(words.above)}</text>`;
  });
  const lines = columns.map(
    ({ answer }, c) =>
      plumbSvg(laid, c, places[c]!.line, top - 4, bottom, beside) + endSvg(answer, places[c]!.line, bottom),
  );
  return { svg: [...lines, ...drawn, ...heads].join(''), bottom };
}

/** Where the days stand side by side. */
export function columnsIn({ width, labels }: ChainArea, count: number): Column[] {
  const left = labels?.columns ?? 12;
  const gap = labels ? 24 : 14;
  const wide = (width - left - 12 - gap * (count - 1)) / count;
  const half = Math.min(240, wide * 0.32);
  return Array.from({ length: count }, (_, i) => {
    const x = left + i * (wide + gap);
    return { x, width: wide, half, line: x + half + (labels ? 16 : 14) };
  });
}

/** Whether a day finds at a gate what the first day found there. */
const isSame = ({ rows, outcomes }: ChainGate, column: number): boolean =>
  JSON.stringify([outcomes[column], rows.map(({ cells }) => cells[column])]) ===
  JSON.stringify([outcomes[0], rows.map(({ cells }) => cells[0])]);

/**
 * The line of the law in a column: thin while the chip is free, heavy once it is held, broken where nobody can tell. It
 * leaves out the words that stand across it.
 */
function plumbSvg(
  laid: readonly Laid[],
  column: number,
  x: number,
  top: number,
  bottom: number,
  beside: boolean,
) {
  const gaps = beside
    ? []
    : laid
        .flatMap(({ rows }) => rows.flatMap(({ labels }) => labels))
        .filter((one) => one.x < x + 6 && one.x + one.text.length * 7.2 > x - 6)
        .map(({ y }): readonly [number, number] => [y - 13, y + 5]);
  const pieces = (state: ChainState, from: number, to: number): string[] => {
    if (to <= from) return [];
    const gap = gaps.find(([start, end]) => end > from && start < to);
    if (!gap) return [segment(state, x, from, to)];
    return [...pieces(state, from, Math.max(from, gap[0])), ...pieces(state, gap[1], to)];
  };
  const parts: string[] = [];
  let state: ChainState = 'free';
  let from = top;
  for (const { gate, end } of laid) {
    const after: ChainState = gate.outcomes[column]?.after ?? state;
    if (after === state) continue;
    parts.push(...pieces(state, from, end));
    [state, from] = [after, end];
  }
  parts.push(...pieces(state, from, bottom));
  return parts.join('');
}

const segment = (state: ChainState, x: number, from: number, to: number): string =>
  `<path class="${state === 'held' ? 'check-held' : 'cliff-axis'}"${state === 'unknown' ? dashes : ''} d="M${px(x)} ${px(from)}V${px(to)}"/>`;

/** How the line ends: it goes on where nothing holds the chip, and ends at a bar where something does. */
function endSvg(answer: ChainState, x: number, y: number): string {
  if (answer === 'free') return `<path class="cliff-axis" d="M${px(x - 4)} ${px(y - 6)}l4 6l4 -6"/>`;
  return answer === 'held' ? `<path class="check-held" d="M${px(x - 9)} ${px(y)}h18"/>` : '';
}

function gateSvg(state: ChainState, { line, half }: Column, y: number): string {
  const [from, to] = [line - half, line + half];
  if (state === 'free')
    return `<path class="cliff-axis" d="M${px(from)} ${px(y)}H${px(line - 9)}m0 -4v8M${px(to)} ${px(y)}H${px(line + 9)}m0 -4v8"/>`;
  if (state === 'held') return `<path class="check-held" d="M${px(from)} ${px(y)}H${px(to)}"/>`;
  return `<path class="cliff-axis"${dashes} d="M${px(from)} ${px(y)}H${px(to)}"/>`;
}
