/** One hop of a message: the links that carry it side by side, and the share of its bytes on each. */
export interface Leg {
  readonly links: readonly number[];
  readonly shares: readonly number[];
  /** Seconds, of the slowest of those links. */
  readonly latency: number;
}

/** The way of a message, hop after hop. */
export type Way = readonly Leg[];
