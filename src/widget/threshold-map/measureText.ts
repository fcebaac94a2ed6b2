import { formatNumber, formatRounded } from '../../encoding/format.ts';
import { unlimited, type Interval } from '../../model/exportControl/interval.ts';
import type { Phrases } from '../phrases.ts';

/** A TPP as it is written: whole. */
export const tppText = (value: number): string => formatNumber(Math.round(value));

/** The density of a chip that the reader placed, or what lacks to a line: to a hundredth, as sliders and lines step. */
export const densityText = (value: number): string => formatNumber(Math.round(value * 100) / 100);

/** A computed figure as it is written, in the digits that its inputs carry. */
export const digitsText =
  (digits: number) =>
  (value: number): string =>
    formatRounded(value, digits);

/** A measure in words and figures: `2,368`, `28,000–30,000`, `at most 20.57`, `not published`. */
export function measureText(say: Phrases, value: Interval | null, print: (one: number) => string): string {
  if (!value) return say('measure.none');
  const { low, high } = value;
  if (low === high) return print(low);
  if (high >= unlimited) return say('measure.least', { value: print(low) });
  if (low <= 0) return say('measure.most', { value: print(high) });
  return `${print(low)}–${print(high)}`;
}

/** What a line of the law spans: `from 1,600, below 4,800`, `from 5.92`, `any`. */
export function spanText(say: Phrases, { low, high }: Interval, print: (one: number) => string): string {
  if (high < unlimited) return say('table.between', { low: print(low), high: print(high) });
  return low <= 0 ? say('table.any') : say('table.from', { low: print(low) });
}
