import type { TimelineProps } from './timelineProps.ts';

/** A year or a month on the axis; a year that begins inside months stands bold. */
export interface TimelinePeriod {
  readonly text: string;
  readonly strong: boolean;
  /** Days since 1970: its first, cut to the stretch shown, and the first after it. */
  readonly from: number;
  readonly to: number;
}

export const dayLength = 86_400_000;
const dayOf = (year: number, month: number) => Date.UTC(year, month, 1) / dayLength;
const shortMonth = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short' });

/** How many times as long a year is after the quiet years as in them. */
const foldedBy = 3;

/** How many times as long a year is in the crowded years as in those before. */
const stretchedBy = 2;

/** Place of a day along an axis that runs from `start` to `stop`, in pixels. */
export function timeScale(
  { from, to, foldedUntil, crowdedFrom }: Pick<TimelineProps, 'from' | 'to' | 'foldedUntil' | 'crowdedFrom'>,
  start: number,
  stop: number,
): (day: number) => number {
  const until = foldedUntil ?? from;
  const crowded = crowdedFrom ?? to;
  const along = (day: number) =>
    (Math.min(day, until) - from) / foldedBy +
    Math.max(0, Math.min(day, crowded) - until) +
    Math.max(0, day - crowded) * stretchedBy;
  return (day) => start + (along(day) / along(to)) * (stop - start);
}

/** The same in whole pixels, so that strokes end sharp and are short to write. */
export function wholePixels(place: (day: number) => number): (day: number) => number {
  return (day) => Math.round(place(day));
}

/** Place of the first day past the evidence, where it lies in the stretch shown; else null. */
export const evidenceEnd = (
  { evidence, from, to }: Pick<TimelineProps, 'evidence' | 'from' | 'to'>,
  place: (day: number) => number,
): number | null => (evidence < from || evidence >= to ? null : place(evidence + 1));

/** The years of a long stretch, the quarters of a middling one, the months of a short one. */
export function periodsOf({ from, to }: Pick<TimelineProps, 'from' | 'to'>): TimelinePeriod[] {
  const months = (to - from) / 30.4;
  const step = months > 30 ? 12 : months > 14 ? 3 : 1;
  const first = new Date(from * dayLength);
  const periods: TimelinePeriod[] = [];
  let [year, month] = [first.getUTCFullYear(), Math.floor(first.getUTCMonth() / step) * step];
  for (;;) {
    const start = dayOf(year, month);
    if (start >= to) return periods;
    const strong = month === 0 || periods.length === 0;
    const name = shortMonth.format(start * dayLength);
    const text = step === 12 ? String(year) : strong ? `${name} ${year}` : name;
    periods.push({
      text,
      strong: strong && step < 12,
      from: Math.max(start, from),
      to: Math.min(dayOf(year, month + step), to),
    });
    [year, month] = [year + Math.floor((month + step) / 12), (month + step) % 12];
  }
}
