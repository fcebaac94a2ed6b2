/** A number known only to lie between two others; equal ends where it is known. An unknown number is null instead. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Yes, no, or not to be told from what is known (null). */
export type Answer = boolean | null;

/** A number that is known exactly. */
export const exactly = (value: number): Interval => ({ low: value, high: value });
