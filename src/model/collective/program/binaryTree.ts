import type { Operation } from '../operation.ts';
import { range, type Program } from './program.ts';

/** An in-order binary tree over the ranks: parent of each (−1 at the root), height above its leaves, depth below the root. */
export interface Tree {
  readonly parent: Int32Array;
  readonly height: Uint8Array;
  readonly depth: Uint8Array;
  readonly root: number;
}

/**
 * Binary tree whose root is the last rank with one subtree over all others, each subtree rooted at its middle rank; so
 * the ranks with even numbers are leaves (Sanders, Speck and Träff, Parallel Comput. 35, 2009).
 * @param mirrored counts the ranks backwards: the root is rank 0 and inner nodes and leaves change places.
 */
export function binaryTree(ranks: number, mirrored: boolean): Tree {
  const parent = new Int32Array(ranks).fill(-1);
  const height = new Uint8Array(ranks);
  const depth = new Uint8Array(ranks);
  const name = (rank: number): number => (mirrored ? ranks - 1 - rank : rank);
  const build = (low: number, high: number, above: number, level: number): number => {
    const middle = (low + high) >> 1;
    parent[name(middle)] = name(above);
    depth[name(middle)] = level;
    let tall = 0;
    if (low < middle) tall = Math.max(tall, build(low, middle - 1, middle, level + 1) + 1);
    if (middle < high) tall = Math.max(tall, build(middle + 1, high, middle, level + 1) + 1);
    height[name(middle)] = tall;
    return tall;
  };
  const root = name(ranks - 1);
  if (ranks > 1) height[root] = build(0, ranks - 2, ranks - 1, 1) + 1;
  return { parent, height, depth, root };
}

export function childrenOf(tree: Tree): number[][] {
  const children: number[][] = Array.from(tree.parent, () => []);
  tree.parent.forEach((parent, rank) => {
    if (parent >= 0) children[parent]!.push(rank);
  });
  return children;
}

/**
 * Up a binary tree and down again, the whole buffer in one message at each edge; broadcast uses the way down, reduce the
 * way up, both with rank 0 as the root.
 * @param blocks the blocks that this tree carries (all by default).
 */
export function binaryTreeProgram(
  operation: Operation,
  ranks: number,
  mirrored = operation !== 'all-reduce',
  blocks: readonly number[] = range(0, ranks),
): Program | null {
  if (operation !== 'all-reduce' && operation !== 'broadcast' && operation !== 'reduce') return null;
  const tree = binaryTree(ranks, mirrored);
  const children = childrenOf(tree);
  const levels = tree.height[tree.root]!;
  const up = operation === 'broadcast' ? 0 : levels;
  const deepest = tree.depth.reduce((a, b) => Math.max(a, b), 0);
  const steps = up + (operation === 'reduce' ? 0 : deepest);
  const message = (to: number, reduce: boolean) => ({
    to,
    parts: blocks.length,
    blocks: () => [...blocks],
    reduce,
  });
  /** Step at which what comes from below has arrived: one before the node's own height. */
  const upStep = (rank: number): number => tree.height[tree.parent[rank]!]! - 1;
  const downStep = (rank: number): number => up + tree.depth[rank]!;
  return {
    operation,
    ranks,
    switches: 0,
    steps,
    symmetry: 'none' as const,
    sends: (rank, step) => {
      if (up > 0 && tree.parent[rank]! >= 0 && step === upStep(rank))
        return [message(tree.parent[rank]!, true)];
      if (operation !== 'reduce' && step === downStep(rank))
        return children[rank]!.map((to) => message(to, false));
      return [];
    },
    first: (rank) => {
      if (steps === 0) return [];
      if (up > 0) return children[rank]!.length === 0 ? [upStep(rank)] : [];
      return rank === tree.root ? [0] : [];
    },
    after: (rank, step) => {
      if (step < up) return rank !== tree.root ? upStep(rank) : operation === 'reduce' ? -1 : downStep(rank);
      return children[rank]!.length > 0 ? downStep(rank) : -1;
    },
  };
}
