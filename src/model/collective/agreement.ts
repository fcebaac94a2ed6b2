import type { MeasurementRecord } from '../../data/schema/measurement.ts';
import type { Comparison } from './measured.ts';

/** How far predictions are from what was measured, over many rows. */
export interface Agreement {
  readonly rows: number;
  /** Rows within the fold asked for, slower or faster. */
  readonly within: number;
  /** Median of the fold, slower or faster: 1 is exact. */
  readonly median: number;
  /** Rows outside, worst first. */
  readonly outside: readonly { readonly row: string; readonly ratio: number }[];
}

/** How many times too slow or too fast a ratio is. */
export const fold = (ratio: number): number => Math.max(ratio, 1 / ratio);

/** Counts the rows whose ratio is within `most` times, either way. */
export function agreementOf(
  rows: readonly Comparison[],
  ratioOf: (row: Comparison) => number,
  most = 1.5,
): Agreement {
  const folds = rows.map((row) => fold(ratioOf(row))).sort((a, b) => a - b);
  const middle = folds.length / 2;
  const median = folds.length === 0 ? 1 : (folds[Math.ceil(middle) - 1]! + folds[Math.floor(middle)]!) / 2;
  const outside = rows
    .map((row) => ({ row: row.row, ratio: ratioOf(row) }))
    .filter(({ ratio }) => fold(ratio) > most)
    .sort((a, b) => fold(b.ratio) - fold(a.ratio));
  return { rows: rows.length, within: rows.length - outside.length, median, outside };
}

/** Smallest message that the agreement is counted over, bytes: below it the time is software alone. */
const LEAST_BYTES = 2 ** 20;

/** Rows of 1 MiB and more of classes whose network does not reduce, without those that fixed an efficiency. */
export function countedRows(
  classes: readonly { readonly record: MeasurementRecord; readonly rows: readonly Comparison[] }[],
): Comparison[] {
  return classes.flatMap(({ record: { library }, rows }) =>
    library.name === 'nccl' && library.network_reduction
      ? []
      : rows.filter(({ bytes, calibration }) => bytes >= LEAST_BYTES && !calibration),
  );
}
