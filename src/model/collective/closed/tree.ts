import type { Dimension } from '../dimension.ts';
import { lanes } from '../message/lane.ts';
import type { Operation } from '../operation.ts';
import { binaryTree, childrenOf } from '../program/binaryTree.ts';
import type { Timing, Cost, Meter } from './cost.ts';

/**
 * Up a binary tree and down again. Cut-through it is the classic formula, 2 · height · (latency + bytes ÷ bandwidth), in
 * which a rank hears two children at once. Stored and forwarded at a switch, the second child's message waits at the
 * parent's port, and the second child is served after the first.
 */
export function tree(
  dimension: Dimension,
  m: Meter,
  operation: Operation,
  bytes: number,
  timing: Timing,
): Cost {
  const shape = binaryTree(dimension.size, operation !== 'all-reduce');
  const children = childrenOf(shape);
  const reduces = operation !== 'broadcast';
  const spreads = operation !== 'reduce';
  const ways = (reduces ? 1 : 0) + (spreads ? 1 : 0);
  const takesTurns = dimension.kind === 'switch' && timing.switching === 'store-and-forward';
  const { serial, relay, alone } = m;
  const load = new Map<number, number>();
  const carry = (from: number, to: number): void => {
    for (const lane of lanes(dimension, from, to)) load.set(lane, (load.get(lane) ?? 0) + 1);
  };
  const hops = (from: number, to: number): number => lanes(dimension, from, to).length;

  /** When the last of the children's messages has come. */
  const gather = (rank: number, ready: readonly number[]): number => {
    if (!takesTurns)
      return Math.max(...children[rank]!.map((c, i) => ready[i]! + alone(hops(c, rank), bytes)));
    let free = 0;
    let last = 0;
    for (const time of [...ready].sort((a, b) => a - b)) {
      const start = Math.max(time + relay(bytes), free);
      free = start + serial(bytes);
      last = start + relay(bytes);
    }
    return last;
  };
  const up = (rank: number): number =>
    children[rank]!.length === 0 ? 0 : gather(rank, children[rank]!.map(up));
  const down = (rank: number, time: number): number =>
    children[rank]!.reduce((latest, child, i) => {
      const start = time + (takesTurns ? i * serial(bytes) : 0);
      return Math.max(latest, down(child, start + alone(hops(rank, child), bytes)));
    }, time);
  const farthest = (rank: number): number =>
    Math.max(0, ...children[rank]!.map((child) => hops(rank, child) + farthest(child)));

  children.forEach((own, rank) => {
    for (const child of own) {
      if (reduces) carry(child, rank);
      if (spreads) carry(rank, child);
    }
  });
  const summed = reduces ? up(shape.root) : 0;
  return {
    duration: spreads ? down(shape.root, summed) : summed,
    busy: Math.max(...load.values()) * serial(bytes),
    latency: ways * farthest(shape.root) * m.latency,
    steps: ways * shape.height[shape.root]!,
  };
}
