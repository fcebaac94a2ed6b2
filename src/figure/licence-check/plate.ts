import type { ChainColumn } from './chainProps.ts';
import type { Column } from './column.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText as escape, hatched, px, textLines } from '../label/svgText.ts';

interface PlateLine {
  readonly kind: string;
  readonly text: string;
  /** Below the upper edge of the plate, in pixels. */
  readonly y: number;
}

/** Every line of a plate: the answer, the policy, and under them what they rest on; nothing is cut. */
function plateLines({ plate, answer }: ChainColumn, width: number, wide: boolean) {
  const band = answer === 'held' ? (wide ? 16 : 10) : 0;
  const room = width - band - 16;
  const size = wide ? 22 : 17;
  const lines: PlateLine[] = [];
  let y = 2;
  const add = (text: string, kind: string, step: number, letter: number) => {
    if (text === '') return;
    for (const line of textLines(text, room / letter)) {
      y += step;
      lines.push({ kind, text: line, y });
    }
  };
  add(plate.title, wide ? 'check-plate' : 'cliff-ratio', size, wide ? 9.2 : 7.4);
  add(plate.policy, 'label-title', wide ? 19 : 17, 6.9);
  y += 4;
  add(plate.text, 'label-detail', 15, 5.9);
  return { lines, band, height: y + 12 };
}

/** Height of the plates of all days, which is that of the one with the most words. */
export const plateHeight = (columns: readonly ChainColumn[], width: number, wide: boolean): number =>
  Math.max(...columns.map((column) => plateLines(column, width, wide).height));

/** The answer of a column: hatched where a licence is needed, empty where it is not, broken where it cannot be told. */
export function chainPlate(
  column: ChainColumn,
  { x, width }: Column,
  y: number,
  height: number,
  wide: boolean,
) {
  const { lines, band } = plateLines(column, width, wide);
  const broken = column.answer === 'unknown' ? ' stroke-dasharray="6 5"' : '';
  const frame = `<path class="cliff-axis"${broken} d="M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z"/>`;
  const pattern = band
    ? `<path class="fill-line" d="${hatched(x, y, band, height, 5)}M${px(x + band)} ${px(y)}v${px(height)}"/>`
    : '';
  const words = lines.map(
    ({ kind, text, y: below }) =>
      `<text class="${kind}"${rowMark(column.row, true)} x="${px(x + band + 10)}" y="${px(y + below)}">${escape(text)}</text>`,
  );
  return frame + pattern + words.join('');
}
