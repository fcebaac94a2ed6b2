import { requirePositive } from '../topology/range.ts';

/** Hours of a year of 365 days, by which rates a year and a month are turned into rates an hour. */
export const yearHours = 8760;

/** A rate in FIT, failures in 10⁹ hours (JESD85), as failures an hour. @throws RangeError for what is no number from 0 on */
export const ratePerHour = (fit: number): number => requirePositive('FIT', fit, true) / 1e9;

/** Failures an hour as FIT. */
export const fitOf = (perHour: number): number => perHour * 1e9;

/**
 * The rate that lets a share of a population fail within a time, if failures are independent and come at one rate:
 * `1 − exp(−rate × hours) = share`.
 * @throws RangeError for a share that is not from 0 to below 1, or no time
 */
export function rateOfShare(share: number, hours: number): number {
  if (!(share >= 0 && share < 1))
    throw new RangeError(`share is ${String(share)}: allowed are numbers from 0 to below 1`);
  return -Math.log1p(-share) / requirePositive('hours', hours);
}

/**
 * Availability of something that runs for `meanUp` and stands for `meanDown` in turn: the limit of the share of time up
 * of an alternating renewal process, whatever the two distributions (Barlow and Proschan, 1975).
 * @param meanUp mean time between failures @param meanDown mean time to repair, in the same unit
 * @throws RangeError for a time up that is not above 0, or a time down below 0
 */
export function renewalAvailability(meanUp: number, meanDown: number): number {
  return (
    requirePositive('mean time between failures', meanUp) /
    (meanUp + requirePositive('mean time to repair', meanDown, true))
  );
}
