import { hops, whole, type Dimension } from '../dimension.ts';
import { simulateMessages } from '../message/simulate.ts';
import type { Phase } from '../phase.ts';
import { blockBytes } from '../program/program.ts';
import { programOf } from '../program/programOf.ts';
import { inTurn, meter, nothing, repeat, type Cost, type Timing } from './cost.ts';
import { circulant } from './circulant.ts';
import { everyone, neighbours, oneAndAll } from './direct.ts';
import { halvingDoubling } from './halvingDoubling.ts';
import { inNetwork } from './inNetwork.ts';
import { tree } from './tree.ts';

/**
 * The closed form of one phase: latency (alpha) for each message in a chain, bytes over bandwidth (beta) for the busiest
 * link. Formulas after Thakur, Rabenseifner and Gropp (2005) and Chan et al. (2007), with the hops and shared links of
 * each kind of dimension.
 * @throws RangeError where the algorithm has no schedule for the operation.
 */
export function phaseCost(dimension: Dimension, phase: Phase, timing: Timing): Cost {
  const { operation, algorithm, bytes } = phase;
  const n = dimension.size;
  if (n === 1) return nothing;
  programOf(operation, algorithm, dimension); // refuses what has no schedule
  const m = meter(dimension, timing);
  const block = whole(blockBytes(operation, n, bytes), timing);
  switch (algorithm) {
    case 'ring':
      return ringCost(dimension, phase, timing);
    case 'direct':
      if (operation === 'broadcast' || operation === 'reduce')
        return oneAndAll(dimension, m, whole(bytes, timing), operation === 'reduce');
      if (operation === 'neighbour-exchange') return neighbours(dimension, m, block);
      if (operation === 'all-reduce')
        return inTurn(everyone(dimension, m, block), everyone(dimension, m, block));
      return everyone(dimension, m, block);
    case 'halving-doubling':
      return halvingDoubling(dimension, m, operation, bytes, timing) ?? simulated(dimension, phase, timing);
    case 'binary-tree':
      return tree(dimension, m, operation, whole(bytes, timing), timing);
    case 'double-binary-tree':
      return simulated(dimension, phase, timing);
    case 'in-network':
      return inNetwork(m, operation, n, block);
    case 'nhr':
    case 'nb':
      return circulant(dimension, m, phase, timing) ?? simulated(dimension, phase, timing);
  }
}

/** Where there is no formula, the phase's messages are followed one by one; without bandwidth's part for the latency. */
function simulated(dimension: Dimension, phase: Phase, timing: Timing): Cost {
  const own = [{ ...phase, dimension: 0 }];
  const options = { ...timing, contention: true, chunks: 1, activeChunks: 1 };
  const full = simulateMessages([dimension], own, options);
  const empty = simulateMessages([dimension], [{ ...own[0]!, bytes: 0 }], options);
  return {
    duration: full.nanoseconds,
    busy: full.busy[0]!,
    latency: empty.nanoseconds,
    steps: programOf(phase.operation, phase.algorithm, dimension).steps,
  };
}

/** Steps from each rank to the next; see `ringProgram`. */
function ringCost(dimension: Dimension, { operation, bytes }: Phase, timing: Timing): Cost {
  const n = dimension.size;
  const m = meter(dimension, timing);
  const block = whole(blockBytes(operation, n, bytes), timing);
  const way = hops(dimension, 1);
  switch (operation) {
    case 'all-reduce':
      return repeat(m, 2 * (n - 1), way, block);
    case 'all-to-all':
      return repeat(m, (n * (n - 1)) / 2, way, block);
    case 'broadcast':
    case 'reduce':
      return {
        duration: (n - 1) * (m.alone(way, block) + m.serial(block)),
        busy: n * m.serial(block),
        latency: (n - 1) * way * m.latency,
        steps: 2 * (n - 1),
      };
    default:
      return repeat(m, n - 1, way, block);
  }
}
