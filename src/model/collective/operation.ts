/** What a collective leaves on every rank. `bytes` is always the buffer of one rank, and for all-gather its own shard. */
export const operations = [
  'all-reduce',
  'reduce-scatter',
  'all-gather',
  'all-to-all',
  'broadcast',
  'reduce',
  'neighbour-exchange',
  'point-to-point',
] as const;
export type Operation = (typeof operations)[number];

/** How the ranks of one dimension carry an operation out. */
export const algorithms = [
  'ring',
  'direct',
  'halving-doubling',
  'binary-tree',
  'double-binary-tree',
  'in-network',
  'nhr',
  'nb',
] as const;
export type Algorithm = (typeof algorithms)[number];

/** How a message crosses several hops: its bits flow through at once, or every node takes it in before it passes it on. */
export const switchings = ['cut-through', 'store-and-forward'] as const;
export type Switching = (typeof switchings)[number];

/**
 * How an all-reduce uses several dimensions. `local-bandwidth-aware` reduces and scatters inwards first, so the outer,
 * slower dimensions carry a fraction; `baseline` runs a full-size all-reduce in each dimension.
 */
export const allReduceModes = ['local-bandwidth-aware', 'baseline'] as const;
export type AllReduceMode = (typeof allReduceModes)[number];

/**
 * Factor from algorithm bandwidth (buffer over time) to bus bandwidth, the figure that compares with the speed of a link.
 * The buffer is that of nccl-tests, which for all-gather counts all shards together.
 * Source: nccl-tests, doc/PERFORMANCE.md.
 */
export function busFactor(operation: Operation, ranks: number): number {
  switch (operation) {
    case 'all-reduce':
      return (2 * (ranks - 1)) / ranks;
    case 'all-gather': // times the ranks, since `bytes` is one shard
      return ranks - 1;
    case 'reduce-scatter':
    case 'all-to-all':
      return (ranks - 1) / ranks;
    case 'broadcast':
    case 'reduce':
    case 'point-to-point':
      return 1;
    case 'neighbour-exchange':
      return 1;
  }
}

/** Bytes per second per rank, one direction; 0 where a single rank has nothing to send. */
export function busBandwidth(operation: Operation, ranks: number, bytes: number, seconds: number): number {
  return seconds > 0 ? (busFactor(operation, ranks) * bytes) / seconds : 0;
}
