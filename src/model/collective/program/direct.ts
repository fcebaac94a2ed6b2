import type { Operation } from '../operation.ts';
import { chain, range, type Program, type Send } from './program.ts';

/** Every rank speaks to every other at once; an all-reduce does so twice, once to scatter and once to gather. */
export function directProgram(operation: Operation, ranks: number): Program | null {
  const n = ranks;
  const others = (rank: number, make: (to: number) => Send): Send[] =>
    range(1, n - 1).map((offset) => make((rank + offset) % n));
  const scatter = (rank: number): Send[] =>
    others(rank, (to) => ({ to, parts: 1, blocks: () => [to], reduce: true }));
  const gather = (rank: number): Send[] =>
    others(rank, (to) => ({ to, parts: 1, blocks: () => [rank], reduce: false }));
  const exchange = (rank: number): Send[] =>
    others(rank, (to) => ({ to, parts: 1, blocks: () => [rank * n + to], reduce: false }));
  const whole = (to: number, reduce: boolean): Send => ({ to, parts: n, blocks: () => range(0, n), reduce });
  const base = {
    operation,
    ranks,
    switches: 0 as const,
    symmetry: 'shift' as const,
    ...chain(n > 1 ? 1 : 0),
  };
  switch (operation) {
    case 'reduce-scatter':
      return { ...base, sends: scatter };
    case 'all-gather':
      return { ...base, sends: gather };
    case 'all-to-all':
      return { ...base, sends: exchange };
    case 'all-reduce':
      return { ...base, ...chain(n > 1 ? 2 : 0), sends: (r, s) => (s === 0 ? scatter(r) : gather(r)) };
    case 'broadcast':
      return {
        ...base,
        symmetry: 'none' as const,
        sends: (r) => (r === 0 ? others(0, (to) => whole(to, false)) : []),
      };
    case 'reduce':
      return { ...base, symmetry: 'none' as const, sends: (r) => (r === 0 ? [] : [whole(0, true)]) };
    case 'neighbour-exchange':
      return { ...base, sends: (r) => neighbours(r, n) };
    case 'point-to-point':
      return null;
  }
}

/** A rank's own buffer to the next rank and to the one before; with two ranks these are the same one. */
function neighbours(rank: number, n: number): Send[] {
  const own = (to: number): Send => ({ to, parts: 1, blocks: () => [rank], reduce: false });
  return n === 2 ? [own(1 - rank)] : [own((rank + 1) % n), own((rank + n - 1) % n)];
}
