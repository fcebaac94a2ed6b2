import type { Operation } from '../operation.ts';
import { doublings, oddMultiples } from './nhr.ts';
import { chain, range, type Program, type Send } from './program.ts';

/**
 * Nonuniform Bruck of HCCL: ⌈log2 n⌉ steps for any number of ranks. The all-gather is Bruck's: each rank takes what the
 * rank 1, 2, 4, … further on has gathered, and in the last step only what is still missing. The reduce-scatter sends
 * ⌊(n − 1 + 2^k) / 2^(k+1)⌋ blocks over distance 2^k. Sources: HCCL user guide, NB; Bruck, Ho, Kipnis, Upfal and
 * Weathersby, IEEE Trans. Parallel Distrib. Syst. 8, 1997.
 */
export function nbProgram(operation: Operation, ranks: number): Program | null {
  if (operation !== 'reduce-scatter' && operation !== 'all-gather' && operation !== 'all-reduce') return null;
  const n = ranks;
  const levels = doublings(n);
  const mod = (value: number): number => ((value % n) + n) % n;
  const scatter = (rank: number, step: number): Send => {
    const far = oddMultiples(n, 2 ** step);
    return {
      to: mod(rank + 2 ** step),
      parts: far.length,
      blocks: () => far.map((distance) => mod(rank + distance)),
      reduce: true,
    };
  };
  const gather = (rank: number, step: number): Send => {
    const held = 2 ** step;
    const missing = Math.min(held, n - held);
    return {
      to: mod(rank - held),
      parts: missing,
      blocks: () => range(rank, missing).map(mod),
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
