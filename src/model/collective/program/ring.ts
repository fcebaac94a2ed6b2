import type { Operation } from '../operation.ts';
import { chain, range, type Program, type Send } from './program.ts';

/**
 * Ring schedules: each rank speaks to the next only. Reduce-scatter and all-gather take n − 1 steps of one block,
 * all-reduce both in turn (Patarasuk and Yuan, J. Parallel Distrib. Comput. 69, 2009). All-to-all hands every block on
 * until it arrives, n(n − 1)/2 steps; broadcast and reduce run their blocks down a chain, one behind the other.
 */
export function ringProgram(operation: Operation, ranks: number): Program | null {
  const n = ranks;
  const mod = (value: number): number => ((value % n) + n) % n;
  const one = (rank: number, block: () => number, reduce: boolean): readonly Send[] => [
    { to: mod(rank + 1), parts: 1, blocks: () => [block()], reduce },
  ];
  const base = { operation, ranks, switches: 0 as const, symmetry: 'shift' as const };
  switch (operation) {
    case 'reduce-scatter':
      return { ...base, ...chain(n - 1), sends: (r, s) => one(r, () => mod(r - s - 1), true) };
    case 'all-gather':
      return { ...base, ...chain(n - 1), sends: (r, s) => one(r, () => mod(r - s), false) };
    case 'all-reduce':
      return {
        ...base,
        ...chain(2 * (n - 1)),
        sends: (r, s) =>
          s < n - 1 ? one(r, () => mod(r - s - 1), true) : one(r, () => mod(r - s + n - 1), false),
      };
    case 'all-to-all':
      return { ...base, ...chain((n * (n - 1)) / 2), sends: (r, s) => one(r, () => relayed(n, r, s), false) };
    case 'broadcast':
    case 'reduce':
      return chainProgram(operation, n);
    case 'neighbour-exchange':
    case 'point-to-point':
      return null;
  }
}

/** Block that rank r hands on at step s: first its own n − 1, farthest first, then the n − 2 that came and must go on, … */
function relayed(n: number, rank: number, step: number): number {
  let round = 1;
  let within = step;
  while (within >= n - round) {
    within -= n - round;
    round++;
  }
  const source = (((rank - round + 1) % n) + n) % n;
  const destination = (source + n - 1 - within) % n;
  return source * n + destination;
}

/** Blocks down a chain from rank 0, or up it to rank 0: rank at distance d handles block b at step d + b. */
function chainProgram(operation: 'broadcast' | 'reduce', n: number): Program {
  const down = operation === 'broadcast';
  const place = (rank: number): number => (down ? rank : n - 1 - rank);
  const steps = n > 1 ? 2 * n - 2 : 0;
  return {
    operation,
    ranks: n,
    switches: 0,
    steps,
    symmetry: 'none' as const,
    sends: (rank, step) => {
      const block = step - place(rank);
      if (place(rank) >= n - 1 || block < 0 || block >= n) return [];
      return [{ to: down ? rank + 1 : rank - 1, parts: 1, blocks: () => [block], reduce: !down }];
    },
    first: (rank) => (place(rank) === 0 && n > 1 ? range(0, n) : []),
    after: (rank, step) => (place(rank) < n - 1 ? step + 1 : -1),
  };
}
