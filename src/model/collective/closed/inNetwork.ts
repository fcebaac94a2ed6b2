import type { Operation } from '../operation.ts';
import type { Cost, Meter } from './cost.ts';

/**
 * The switch adds and multiplies out, block by block (block = S/n). For an all-reduce every port sends its n blocks, then
 * its owner's sum, and takes in that sum and all n results, so a port is busy for n + 1 blocks both ways; the results
 * queue behind the last sum. Every hop ends at the switch or a rank, so both kinds of switching take the same time.
 */
export function inNetwork(m: Meter, operation: Operation, ranks: number, block: number): Cost {
  const n = ranks;
  const serial = m.serial(block);
  const hop = m.alone(1, block);
  switch (operation) {
    case 'all-reduce': {
      // All sums but the last wait for their owner's port, which is free after n blocks; the last owner hears of its sum
      // two hops after the last block left.
      const others = n * serial + hop + (n - 1) * serial;
      const last = (n - 1) * serial + 3 * hop;
      return {
        duration: Math.max(others, last) + hop,
        busy: (n + 1) * serial,
        latency: 4 * m.latency,
        steps: 4,
      };
    }
    case 'reduce-scatter':
      return { duration: (n - 1) * serial + 2 * hop, busy: n * serial, latency: 2 * m.latency, steps: 2 };
    case 'reduce':
      return { duration: (n - 1) * serial + 2 * hop, busy: n * serial, latency: 2 * m.latency, steps: 2 };
    case 'all-gather':
      return {
        duration: (n - 2) * serial + 2 * hop,
        busy: (n - 1) * serial,
        latency: 2 * m.latency,
        steps: 2,
      };
    default: // broadcast: n blocks through the root's port, one behind the other
      return { duration: (n - 1) * serial + 2 * hop, busy: n * serial, latency: 2 * m.latency, steps: 2 };
  }
}
