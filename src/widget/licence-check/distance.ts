import { formatRounded } from '../../encoding/format.ts';
import { unlimited, type Interval } from '../../model/exportControl/interval.ts';
import type { Phrases } from '../phrases.ts';

/** Up to this share of the line a distance is told as a difference, farther as a factor. */
const near = 0.15;

/**
 * A number or a range as one reads it: `2,368`, `1,398–1,568`, `≥ 1,017`.
 * @param digits significant ones; the whole part is never cut, and what was stated stands as it is.
 */
export function intervalText({ low, high }: Interval, digits = 12): string {
  const shown = (value: number) =>
    formatRounded(value, Math.max(digits, Math.floor(Math.log10(Math.max(value, 1))) + 1));
  if (high >= unlimited) return `≥ ${shown(low)}`;
  if (low === 0 && high > 0) return `≤ ${shown(high)}`;
  const [from, to] = [shown(low), shown(high)];
  return from === to ? from : `${from}–${to}`;
}

/** How far a value lies from a line: `192 over`, `0.29 under`, `×3.3`, `×0.49`. */
export function distanceText(say: Phrases, value: Interval, line: number): string {
  const one = (amount: number): string => {
    const ratio = Number((amount / line).toPrecision(12));
    if (ratio === 1) return say('distance.on');
    const away = Math.abs(amount - line);
    const difference = formatRounded(away, away < 1 ? 2 : 3);
    if (Math.abs(ratio - 1) <= near)
      return say(ratio > 1 ? 'distance.over' : 'distance.under', { value: difference });
    return say('distance.times', { value: formatRounded(ratio, 2) });
  };
  const [low, high] = [one(value.low), one(value.high)];
  if (value.high >= unlimited) return say('distance.least', { distance: low });
  if (value.low === 0) return say('distance.most', { distance: high });
  return low === high ? low : `${low} ${say('word.to')} ${high}`;
}
