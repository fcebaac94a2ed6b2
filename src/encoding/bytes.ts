import { formatRounded } from './format.ts';

const units = [
  [1e12, 'TB'],
  [1e9, 'GB'],
  [1e6, 'MB'],
  [1e3, 'KB'],
] as const;

/** An amount of data as one reads it, three digits: `1 KB`, `122 B`, `3.91 GB`. KB is 1,000 bytes. */
export function amountText(bytes: number): string {
  // What rounds up to the next unit is written in it.
  const [factor, unit] = units.find(([size]) => Number(bytes.toPrecision(3)) >= size) ?? [1, 'B'];
  return `${formatRounded(bytes / factor)}\u00a0${unit}`;
}
