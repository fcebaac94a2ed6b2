import type { Operation } from '../operation.ts';
import { range, type Program, type Send } from './program.ts';

/**
 * The switch adds and multiplies out. For an all-reduce every rank hands each block to the switch, which returns the sum
 * to the block's owner; the owner stores it once more through the switch to all ranks. So each port carries n + 1 blocks
 * of n both ways, where a ring carries 2(n − 1) one way (NVIDIA NVLink SHARP; Graham et al., COMHPC 2016, for the
 * principle). Block b uses the steps 4b to 4b + 3, and blocks run one behind the other.
 */
export function inNetworkProgram(operation: Operation, ranks: number): Program | null {
  if (operation === 'all-to-all' || operation === 'neighbour-exchange' || operation === 'point-to-point')
    return null;
  const n = ranks;
  if (n === 1)
    return {
      operation,
      ranks,
      switches: 1,
      steps: 0,
      symmetry: 'none' as const,
      sends: () => [],
      first: () => [],
      after: () => -1,
    };
  const message = (to: number, block: number, reduce: boolean): Send => ({
    to,
    parts: 1,
    blocks: () => [block],
    reduce,
  });
  const reduces = operation === 'all-reduce' || operation === 'reduce-scatter' || operation === 'reduce';
  const spreads = operation === 'all-reduce' || operation === 'all-gather' || operation === 'broadcast';
  const owner = (block: number): number => (operation === 'broadcast' || operation === 'reduce' ? 0 : block);
  const everyone = range(0, n);
  return {
    operation,
    ranks,
    switches: 1,
    steps: 4 * n,
    symmetry: 'none' as const,
    sends: (node, step) => {
      const block = step >> 2;
      switch (step & 3) {
        case 0:
          return reduces && node < n ? [message(n, block, true)] : [];
        case 1:
          return reduces && node === n ? [message(owner(block), block, false)] : [];
        case 2:
          return spreads && node === owner(block) ? [message(n, block, false)] : [];
        default:
          return spreads && node === n
            ? everyone
                .filter((rank) => operation === 'all-reduce' || rank !== owner(block))
                .map((rank) => message(rank, block, false))
            : [];
      }
    },
    first: (node) => {
      if (node === n) return [];
      if (reduces) return range(0, n, 4);
      return everyone.filter((block) => owner(block) === node).map((block) => 4 * block + 2);
    },
    after: (node, step) => {
      const part = step & 3;
      if (node === n) return part === 0 || part === 2 ? step + 1 : -1;
      return part === 1 && spreads ? step + 1 : -1;
    },
  };
}
