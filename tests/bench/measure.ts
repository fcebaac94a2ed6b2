/** One measured figure. */
export interface Row {
  readonly what: string;
  readonly milliseconds: number;
  /** What it is compared with, and how many times longer it takes. */
  readonly against: string;
  readonly ratio: number;
  /** Largest ratio that is allowed, where one is stated. */
  readonly limit?: number;
}

function time(run: () => unknown): number {
  const start = performance.now();
  const kept = run();
  const milliseconds = performance.now() - start;
  if (kept === undefined) throw new Error('a measured run has to return what it made');
  return milliseconds;
}

/**
 * Fastest of several runs, in milliseconds: what others do on the machine only ever adds time. Memory is tidied once
 * before, since tidying between runs would also throw away compiled code.
 */
export function fastest(run: () => unknown, runs = 60): number {
  globalThis.gc?.();
  let least = Infinity;
  for (let i = 0; i < runs; i++) least = Math.min(least, time(run));
  return least;
}

/** A row that compares a run with a yardstick; the two take turns, so that both meet the same machine. */
export function compare(
  what: string,
  run: () => unknown,
  against: string,
  yardstick: () => unknown,
  limit?: number,
  turns = 60,
): Row {
  globalThis.gc?.();
  let milliseconds = Infinity;
  let other = Infinity;
  for (let i = 0; i < turns; i++) {
    milliseconds = Math.min(milliseconds, time(run));
    other = Math.min(other, time(yardstick));
  }
  const row = { what, milliseconds, against, ratio: milliseconds / other };
  return limit === undefined ? row : { ...row, limit };
}
