import { formatRounded } from './format.ts';

const units = [
  [1, 's'],
  [1e-3, 'ms'],
  [1e-6, 'µs'],
] as const;

/** A stretch of time as one reads it, three digits: `3.34 ms`, `150 ns`, `0 ns`. @param seconds 0 or more */
export function durationText(seconds: number): string {
  const [factor, unit] = units.find(([size]) => Number(seconds.toPrecision(3)) >= size) ?? [1e-9, 'ns'];
  return `${formatRounded(seconds / factor)}\u00a0${unit}`;
}
