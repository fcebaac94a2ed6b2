import { formatRounded } from '../../encoding/format.ts';
import type { Phrases } from '../phrases.ts';

/** Hours of each unit that durations are told in, and from how many hours on. */
const steps = [
  { unit: 'years', hours: 8760, from: 2 * 8760 },
  { unit: 'days', hours: 24, from: 72 },
  { unit: 'hours', hours: 1, from: 2 },
  { unit: 'minutes', hours: 1 / 60, from: 0 },
] as const;

/** A time as one says it: `114 years`, `5.1 hours`, `13 minutes`. */
export function durationText(say: Phrases, hours: number): string {
  const { unit, hours: each } = steps.find(({ from }) => hours >= from)!;
  return say(`time.${unit}`, { count: formatRounded(hours / each, hours / each >= 100 ? 3 : 2) });
}
