/**
 * What every contender is given: the cables in service of one machine, and what is asked of them. Written as JSON into the
 * folder in which the public libraries are installed, apart from the project's own.
 */
export interface Task {
  readonly nodeCount: number;
  readonly npuCount: number;
  /** Pairs of node ids, one pair a cable in service. */
  readonly cables: readonly (readonly [number, number])[];
  /** NPUs whose hops to all other NPUs are asked for. */
  readonly sources: readonly number[];
  /** Pairs of NPUs between which a shortest route is asked for. */
  readonly pairs: readonly (readonly [number, number])[];
}

/** What a contender answers, in a process of its own. */
export interface Result {
  /** Bytes of heap and buffers that the graph takes once it has been asked for a route. */
  readonly bytes: number;
  /** Milliseconds for all sources, and the sum of all hops found; null where the library has nothing to ask. */
  readonly distances: { readonly milliseconds: number; readonly hops: number } | null;
  /** Milliseconds for all pairs, and the sum of the hops of all routes. */
  readonly routes: { readonly milliseconds: number; readonly hops: number };
}

/** Memory in use after everything that is no longer needed has been thrown away, bytes. */
export async function bytesInUse(): Promise<number> {
  await globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' });
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * The fastest of at least three runs, and of as many as two seconds hold: the first also compiles, and what others do on
 * the machine only adds time.
 */
export function timed(run: () => number): { milliseconds: number; hops: number } {
  let [milliseconds, hops] = [Infinity, 0];
  const until = performance.now() + 2000;
  for (let turn = 0; turn < 3 || performance.now() < until; turn++) {
    const start = performance.now();
    hops = run();
    milliseconds = Math.min(milliseconds, performance.now() - start);
  }
  return { milliseconds, hops };
}
