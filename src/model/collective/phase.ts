import { checkDimensions, type Dimension } from './dimension.ts';
import type { Algorithm, AllReduceMode, Operation } from './operation.ts';

/** One part of a collective that stays within one dimension: all groups of that dimension do it side by side. */
export interface Phase {
  /** Index into the machine's dimensions. */
  readonly dimension: number;
  readonly operation: Operation;
  readonly algorithm: Algorithm;
  /** Bytes that each rank brings: its buffer, or its shard for all-gather. */
  readonly bytes: number;
  /** Which way round a ring the phase runs: all-gathers go back the way their reduce-scatters came. */
  readonly direction: 1 | -1;
}

/**
 * Splits a collective into phases, dimension by dimension. Reduce-scatter and all-to-all climb from the innermost
 * dimension, all-gather and broadcast descend from the outermost; all-reduce is a reduce-scatter on each dimension but
 * the last, an all-reduce there, and all-gathers back (or a full all-reduce in each, mode `baseline`). All-to-all keeps
 * its full size in every dimension, since each phase moves everything that still has to change this coordinate.
 * @param algorithms one for all dimensions or one each.
 * @param bytes of one rank: buffer, or shard for all-gather.
 * @param wholeBytes rounds what a phase leaves down to whole bytes.
 */
export function planPhases(
  dimensions: readonly Dimension[],
  operation: Operation,
  algorithms: readonly Algorithm[],
  bytes: number,
  mode: AllReduceMode = 'local-bandwidth-aware',
  wholeBytes = false,
): Phase[] {
  checkDimensions(dimensions);
  if (algorithms.length !== 1 && algorithms.length !== dimensions.length)
    throw new RangeError(
      `number of algorithms is ${String(algorithms.length)}: allowed are 1 or one for each of the ${String(dimensions.length)} dimensions`,
    );
  const algorithm = (d: number): Algorithm => algorithms[algorithms.length === 1 ? 0 : d]!;
  const active = dimensions.map((_, d) => d).filter((d) => dimensions[d]!.size > 1);
  const descends = operation === 'all-gather' || operation === 'broadcast';
  const order = descends ? [...active].reverse() : active;
  const phases: Phase[] = [];
  let left = bytes;
  const add = (d: number, part: Operation, direction: 1 | -1 = 1): void => {
    phases.push({ dimension: d, operation: part, algorithm: algorithm(d), bytes: left, direction });
    const size = dimensions[d]!.size;
    if (part === 'reduce-scatter') left = wholeBytes ? Math.floor(left / size) : left / size;
    if (part === 'all-gather') left *= size;
  };
  if (operation === 'all-reduce' && mode === 'local-bandwidth-aware' && active.length > 1) {
    const inner = active.slice(0, -1);
    for (const d of inner) add(d, 'reduce-scatter');
    add(active.at(-1)!, 'all-reduce');
    for (const d of [...inner].reverse()) add(d, 'all-gather', -1);
  } else {
    for (const d of order) add(d, operation);
  }
  return phases;
}
