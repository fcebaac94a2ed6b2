import { firstMonth, lastMonth } from './params.ts';
import { monthAfter } from './days.ts';
import { monthsBetween } from './shown.ts';

const most = monthsBetween(firstMonth, lastMonth) + 1;
/** Months of the shortest stretch that the buttons go to. */
const least = 3;

/** A step of the stretch. */
export type Zoom = 'closer' | 'wider' | 'earlier' | 'later';

/** The stretch that follows from one step closer, wider, earlier or later, inside what the record covers. */
export function zoomed(
  { from, to }: { readonly from: string; readonly to: string },
  verb: Zoom,
): { from: string; to: string } {
  const months = monthsBetween(from, to) + 1;
  const wanted =
    verb === 'closer'
      ? Math.min(months, Math.max(least, Math.ceil(months / 2)))
      : verb === 'wider'
        ? months * 2
        : months;
  const length = Math.min(most, wanted);
  const step = Math.ceil(months / 2);
  const start = { closer: Math.floor((months - length) / 2), wider: Math.floor((months - length) / 2), earlier: -step, later: step }[verb]; // prettier-ignore
  const first = monthsBetween(firstMonth, from) + start;
  const clamped = Math.min(most - length, Math.max(0, first));
  return { from: monthAfter(firstMonth, clamped), to: monthAfter(firstMonth, clamped + length - 1) };
}
