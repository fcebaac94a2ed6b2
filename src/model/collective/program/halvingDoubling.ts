import type { Operation } from '../operation.ts';
import { range, type Program, type Send } from './program.ts';

/**
 * Recursive halving and doubling: partners at distances 1, 2, 4, … exchange half of what is left, then gather it back in
 * the reverse order (Thakur, Rabenseifner and Gropp, Int. J. High Perform. Comput. Appl. 19, 2005). With a number of
 * ranks that is not a power of two, each rank too many first hands its data to a neighbour and is served at the end.
 */
export function halvingDoublingProgram(operation: Operation, ranks: number): Program | null {
  if (operation !== 'reduce-scatter' && operation !== 'all-gather' && operation !== 'all-reduce') return null;
  const n = ranks;
  const levels = Math.floor(Math.log2(n));
  const core = 2 ** levels;
  const extra = n - core;
  const fold = extra > 0 ? 1 : 0;
  const exchanges = operation === 'all-reduce' ? 2 * levels : levels;
  const steps = exchanges + 2 * fold;

  const coreOf = (rank: number): number => (rank < 2 * extra ? (rank % 2 ? -1 : rank / 2) : rank - extra);
  const rankOf = (index: number): number => (index < extra ? 2 * index : index + extra);
  const owned = (index: number): number[] => (index < extra ? [2 * index, 2 * index + 1] : [index + extra]);
  const ownedCount = (first: number, stride: number): number => {
    const members = Math.floor((core - 1 - first) / stride) + 1;
    return members + (first < extra ? Math.floor((extra - 1 - first) / stride) + 1 : 0);
  };

  const exchange = (index: number, step: number): Send => {
    const halving = operation === 'reduce-scatter' || (operation === 'all-reduce' && step < levels);
    const level = halving ? step : operation === 'all-reduce' ? 2 * levels - 1 - step : levels - 1 - step;
    const distance = 2 ** level;
    const partner = index ^ distance;
    const first = (halving ? partner : index) % (2 * distance);
    return {
      to: rankOf(partner),
      parts: ownedCount(first, 2 * distance),
      blocks: () => range(first, core / (2 * distance), 2 * distance).flatMap(owned),
      reduce: halving,
    };
  };

  const foldIn = (rank: number): Send =>
    operation === 'all-gather'
      ? { to: rank - 1, parts: 1, blocks: () => [rank], reduce: false }
      : { to: rank - 1, parts: n, blocks: () => range(0, n), reduce: true };
  // Blocks are counted here and named only when they are asked for: there are as many as ranks.
  const foldOut = (rank: number): Send => ({
    to: rank + 1,
    parts: operation === 'reduce-scatter' ? 1 : n,
    blocks: () => (operation === 'reduce-scatter' ? [rank + 1] : range(0, n)),
    reduce: false,
  });

  return {
    operation,
    ranks: n,
    switches: 0,
    steps,
    symmetry: fold === 0 ? 'exchange' : 'none',
    sends: (rank, step) => {
      const index = coreOf(rank);
      if (index < 0) return step === 0 ? [foldIn(rank)] : [];
      if (fold && step === 0) return [];
      if (fold && step === steps - 1) return index < extra ? [foldOut(rank)] : [];
      return [exchange(index, step - fold)];
    },
    first: (rank) => {
      if (steps === 0) return [];
      const index = coreOf(rank);
      return index < 0 || !fold ? [0] : index < extra ? [] : [1];
    },
    after: (rank, step) => (coreOf(rank) >= 0 && step + 1 < steps ? step + 1 : -1),
  };
}
