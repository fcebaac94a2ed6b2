import type { Answer, Interval } from './interval.ts';

/** One number format a chip computes in. */
export interface FormatRate {
  /** As the datasheet calls it: `FP8`. */
  readonly name: string;
  /** Bits of the largest multiplier input. */
  readonly bits: number;
  /** Dense tera-operations per second, a multiply-accumulate counted as two, over the whole package. */
  readonly denseTops: Interval;
}

/** What the rules ask of a chip, by input. */
export type ChipInput = 'tpp' | 'area' | 'io' | 'dram' | 'datacentre' | 'us-sale';

/** What the rules ask of a chip. Null stands for what is not known; the engine never fills it in. */
export interface RuledChip {
  /** Id in the record; null for a chip given by its figures. */
  readonly id: string | null;
  readonly name: string;
  /** As in the record: `NVIDIA`. */
  readonly maker: string | null;
  /** First day it could be had, `YYYY-MM-DD`. */
  readonly released: string | null;
  readonly formats: readonly FormatRate[];
  /** A TPP stated by somebody where the rates behind it are not known; null otherwise. */
  readonly statedTpp: Interval | null;
  /** Square millimetres of logic dies with non-planar transistors. */
  readonly applicableDieAreaMm2: Interval | null;
  /** GB/s to and from other chips, both directions added, memory left out. */
  readonly ioBandwidthGBs: Interval | null;
  /** GB/s of all DRAM of the package. */
  readonly dramBandwidthGBs: Interval | null;
  /** Designed or marketed for data centres. */
  readonly datacentre: Answer;
  /** On sale in the United States on the day the January 2026 rule names. */
  readonly usSale: Answer;
  /** Why an input is open, or open within limits, where the record says: one sentence each. */
  readonly doubts?: Readonly<Partial<Record<ChipInput, string>>>;
  /** A memory stack or package by itself, judged by its bandwidth density; null for a processor. */
  readonly memory: { readonly bandwidthGBs: Interval | null; readonly areaMm2: Interval | null } | null;
}
