import { requireAtLeast, requirePositive } from './loss.ts';

/** Seconds in a year of 365 days. */
const year = 365 * 24 * 3600;

/** Failures a year to expect of parts that fail at a steady rate. @param mtbf mean time between failures of one, seconds */
export function failuresPerYear(parts: number, mtbf: number): number {
  requireAtLeast('parts', parts, 0, '');
  requirePositive('mtbf', mtbf, 's');
  return (parts * year) / mtbf;
}
