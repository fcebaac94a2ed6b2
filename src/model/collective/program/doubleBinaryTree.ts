import type { Operation } from '../operation.ts';
import { binaryTreeProgram } from './binaryTree.ts';
import { range, type Program } from './program.ts';

/**
 * Two binary trees, each the mirror of the other, so that a rank that passes on in one is a leaf of the other; each
 * carries half of the blocks (Sanders, Speck and Träff, 2009; NCCL's tree algorithm).
 */
export function doubleBinaryTreeProgram(operation: Operation, ranks: number): Program | null {
  if (operation !== 'all-reduce') return null;
  const half = Math.ceil(ranks / 2);
  const trees = [
    binaryTreeProgram(operation, ranks, false, range(0, half))!,
    binaryTreeProgram(operation, ranks, true, range(half, ranks - half))!,
  ] as const;
  const at = (tree: 0 | 1, step: number): number => (step < 0 ? -1 : 2 * step + tree);
  const of = (step: number): [0 | 1, number] => [step % 2 === 0 ? 0 : 1, step >> 1];
  return {
    operation,
    ranks,
    switches: 0,
    steps: 2 * Math.max(trees[0].steps, trees[1].steps),
    symmetry: 'none' as const,
    sends: (rank, step) => {
      const [tree, own] = of(step);
      return trees[tree].sends(rank, own);
    },
    first: (rank) => [
      ...trees[0].first(rank).map((step) => at(0, step)),
      ...trees[1].first(rank).map((step) => at(1, step)),
    ],
    after: (rank, step) => {
      const [tree, own] = of(step);
      return at(tree, trees[tree].after(rank, own));
    },
  };
}
