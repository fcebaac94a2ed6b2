import { z } from 'zod';

const pattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** A day, a month or a year. It must be quoted in YAML, or some readers make a number or a clock time of it. */
export const partialDate = z
  .string({ error: 'must be a date in quotes: allowed: "2025-09-18", "2025-09" or "2025"' })
  .regex(pattern, 'is not a date: allowed: "2025-09-18", "2025-09" or "2025"');

/** A date as a value: also a quarter or a half year, as plans are announced. */
export const plannedDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-Q[1-4]|-H[12])?$/;

/** Whether a text is a day, a month or a year as `partialDate` allows. */
export function isDate(text: string): boolean {
  return pattern.test(text);
}

/** First day a partial date can mean, `YYYY-MM-DD`. */
export function firstDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4);
}

/** Last day a partial date can mean, `YYYY-MM-DD`: what is only known by its month counts from the month's end. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length > 7) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
