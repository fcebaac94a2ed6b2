import type { Operation } from '../operation.ts';
import { chain, range, type Program, type Send } from './program.ts';

/** Steps that reach n ranks when each step doubles who has been reached: ⌈log2 n⌉. */
export function doublings(ranks: number): number {
  return Math.ceil(Math.log2(ranks));
}

/**
 * Odd multiples of `stride` below n: the distances whose lowest set bit is the stride's. Every distance from 1 to n − 1
 * is one of them for exactly one stride 1, 2, 4, …, so n − 1 blocks are enough for any n.
 */
export function oddMultiples(ranks: number, stride: number): number[] {
  return range(stride, Math.floor((ranks - 1 + stride) / (2 * stride)), 2 * stride);
}

/**
 * Nonuniform hierarchical ring of HCCL: ⌈log2 n⌉ steps at distances 1, 2, 4, … for any number of ranks, most bytes
 * between neighbours. A block travels to its owner by the set bits of the distance, lowest first (reduce-scatter), and
 * away from it highest first (all-gather). Sources: HCCL user guide, NHR; Träff, "Optimal, Non-pipelined Reduce-scatter
 * and Allreduce Algorithms", 2024, for the same blocks.
 */
export function nhrProgram(operation: Operation, ranks: number): Program | null {
  if (operation !== 'reduce-scatter' && operation !== 'all-gather' && operation !== 'all-reduce') return null;
  const n = ranks;
  const levels = doublings(n);
  const mod = (value: number): number => ((value % n) + n) % n;
  const scatter = (rank: number, step: number): Send => {
    const far = oddMultiples(n, 2 ** step);
    return {
      to: mod(rank - 2 ** step),
      parts: far.length,
      blocks: () => far.map((distance) => mod(rank - distance)),
      reduce: true,
    };
  };
  const gather = (rank: number, step: number): Send => {
    const stride = 2 ** (levels - 1 - step);
    const far = oddMultiples(n, stride);
    return {
      to: mod(rank + stride),
      parts: far.length,
      blocks: () => far.map((distance) => mod(rank + stride - distance)),
      reduce: false,
    };
  };
  return {
    operation,
    ranks,
    switches: 0,
    symmetry: 'shift',
    ...chain(operation === 'all-reduce' ? 2 * levels : levels),
    sends: (rank, step) => {
      if (operation === 'all-gather') return [gather(rank, step)];
      return [step < levels ? scatter(rank, step) : gather(rank, step - levels)];
    },
  };
}
