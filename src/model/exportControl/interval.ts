/**
 * A number known only to lie between two others; equal ends where it is known. An unknown number is null instead.
 * Where nobody gives an upper limit, `high` is `unlimited`.
 */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Yes, no, or not to be told from what is known (null). */
export type Answer = boolean | null;

/** Stands for no upper limit; a number, since JSON has no infinity. */
export const unlimited = Number.MAX_VALUE;

/** A number that is known exactly. */
export const exactly = (value: number): Interval => ({ low: value, high: value });

/** Whether an interval is one number. */
export const isExact = ({ low, high }: Interval): boolean => low === high;
