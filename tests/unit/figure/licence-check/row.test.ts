import { expect, test } from 'vitest';
import { columnsIn } from '../../../../src/figure/licence-check/chain.ts';
import { chainRow } from '../../../../src/figure/licence-check/row.ts';
import { textWidth } from '../../../../src/figure/label/textWidth.ts';

const row = { id: 'density', label: 'density 3.2 or more', side: 'above', cells: [] } as const;
const number = (svg: string, pattern: RegExp): number => Number(pattern.exec(svg)![1]);

test.each(
  [296, 328, 351, 480, 760].flatMap((width) =>
    [0.3, 0.6, 0.91, 0.99, 1, 1.02, 1.4, 3.5].flatMap((ratio) =>
      [0, 1].flatMap((column) => [true, false].map((catches) => ({ width, ratio, column, catches }))),
    ),
  ),
)(
  'in a drawing $width wide the words of a mark at $ratio never stand on it (column $column, catches: $catches)',
  (one) => {
    const place = columnsIn({ width: one.width, top: 0, least: 0, labels: null }, 2)[one.column]!;
    const met = one.ratio >= 1;
    const text = met ? '192 over' : '0.29 under';
    const cell = { ratio: { low: one.ratio, high: one.ratio }, met, text };
    const svg = chainRow(row, cell, place, 20, one.catches);
    const mark = number(svg, /cx="([-\d.]+)"/);
    const x = number(svg, /<text[^>]* x="([-\d.]+)"/);
    const wide = svg.includes('check-distance') ? text.length * 8 : textWidth(text, 12.5);
    const [from, to] = svg.includes('text-anchor="end"') ? [x - wide, x] : [x, x + wide];
    expect(from > mark + 4 || to < mark - 4, svg).toBe(true);
  },
);
