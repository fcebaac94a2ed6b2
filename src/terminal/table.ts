import { rounded } from '../model/unit/significant.ts';

/** Rows of name and value as aligned text, one row a line. */
export function formatTable(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd()).join('\n');
}

/** A bandwidth in bytes a second with a decimal prefix, in the digits in which charts have it: 1.008 TB/s, 182 GB/s. */
export function formatBandwidth(bytesPerSecond: number): string {
  return `${formatScaled(bytesPerSecond)}B/s`;
}

/** A time in seconds, in the unit that reads best. */
export function formatTime(seconds: number): string {
  if (seconds >= 1) return `${threeDigits(seconds)} s`;
  if (seconds >= 1e-3) return `${threeDigits(seconds * 1e3)} ms`;
  if (seconds >= 1e-6) return `${threeDigits(seconds * 1e6)} µs`;
  return `${threeDigits(seconds * 1e9)} ns`;
}

/** A number already scaled to its unit. */
const threeDigits = (value: number): string => String(rounded(value, 3));

function formatScaled(value: number): string {
  for (const [factor, prefix] of [
    [1e15, 'P'],
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'K'],
  ] as const)
    if (value >= factor) return `${String(rounded(value / factor, value < 10 * factor ? 4 : 3))} ${prefix}`;
  return `${threeDigits(value)} `;
}

/**
 * A computed number as people read it: a whole one whole, any other in the three digits that the figures of the site
 * have, since no rate or delay that goes in is known better. JSON has the number as it was computed.
 */
export const numberText = (value: number): string =>
  String(Number.isInteger(value) ? value : rounded(value, Math.max(3, wholePlaces(value))));

/** Digits before the decimal point. */
const wholePlaces = (value: number): number => Math.floor(Math.log10(Math.max(1, Math.abs(value)))) + 1;

/** Longest cell that is padded; words beyond it run on. */
const widest = 40;

/** Rows of cells as aligned text, the first row a heading. */
export function formatGrid(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.min(widest, Math.max(0, ...rows.map((row) => row[column]!.length))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
