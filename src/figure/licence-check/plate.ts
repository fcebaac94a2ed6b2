import type { ChainColumn } from './chainProps.ts';
import type { Column } from './column.ts';
import { rowMark } from '../label/rowMark.ts';
import { escapeText as escape, px, textLines } from '../label/svgText.ts';

interface PlateLine {
  readonly kind: string;
  readonly text: string;
  /** Below the line under the day, in pixels. */
  readonly y: number;
}

/** Every line of a verdict: the answer, the policy, and under them what they rest on; nothing is cut. */
function plateLines({ plate }: ChainColumn, width: number) {
  const wide = width >= 320;
  const lines: PlateLine[] = [];
  let y = 4;
  const add = (text: string, kind: string, step: number, letter: number) => {
    if (text === '') return;
    for (const line of textLines(text, width / letter)) {
      y += step;
      lines.push({ kind, text: line, y });
    }
  };
  if (wide) add(plate.title, 'check-plate', 32, 16.2);
  else add(plate.title, 'check-plate check-plate-small', 25, 12.4);
  y += 4;
  add(plate.policy, 'label-title', 17, 6.9);
  add(plate.text, 'label-detail', 16, 5.9);
  return { lines, height: y };
}

/** Height of the verdicts of all days, which is that of the one with the most words. */
export const plateHeight = (columns: readonly ChainColumn[], width: number): number =>
  Math.max(...columns.map((column) => plateLines(column, width).height));

/** The verdict of a day under its date: the line between them is heavy where a licence is needed, broken where it cannot be told. */
export function chainPlate(column: ChainColumn, { x, width }: Column, y: number) {
  const broken = column.answer === 'unknown' ? ' stroke-dasharray="6 5"' : '';
  const line = `<path class="${column.answer === 'held' ? 'check-held' : 'cliff-axis'}"${broken} d="M${px(x)} ${px(y)}h${px(width)}"/>`;
  const words = plateLines(column, width).lines.map(
    ({ kind, text, y: below }) =>
      `<text class="${kind}"${rowMark(column.row, true)} x="${px(x)}" y="${px(y + below)}">${escape(text)}</text>`,
  );
  return line + words.join('');
}
