/** Rows of name and value as aligned text, one row a line. */
export function formatTable(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`.trimEnd()).join('\n');
}

/** A bandwidth in bytes a second with a decimal prefix. */
export function formatBandwidth(bytesPerSecond: number): string {
  return `${formatScaled(bytesPerSecond)}B/s`;
}

/** A time in seconds, in the unit that reads best. */
export function formatTime(seconds: number): string {
  if (seconds >= 1) return `${trim(seconds)} s`;
  if (seconds >= 1e-3) return `${trim(seconds * 1e3)} ms`;
  if (seconds >= 1e-6) return `${trim(seconds * 1e6)} µs`;
  return `${trim(seconds * 1e9)} ns`;
}

function formatScaled(value: number): string {
  for (const [factor, prefix] of [
    [1e15, 'P'],
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'K'],
  ] as const)
    if (value >= factor) return `${trim(value / factor)} ${prefix}`;
  return `${trim(value)} `;
}

/** At most six significant digits, without trailing zeros. */
function trim(value: number): string {
  return String(Number(value.toPrecision(6)));
}

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
