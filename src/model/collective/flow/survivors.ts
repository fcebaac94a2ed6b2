import type { CollectiveRequest } from '../request.ts';
import type { Dimension } from '../dimension.ts';
import type { Cost } from '../closed/cost.ts';
import type { Phase } from '../phase.ts';
import { blockBytes } from '../program/program.ts';
import { programOf } from '../program/programOf.ts';
import { timeExchange, type ExchangeResult } from './exchange.ts';
import { stepClasses } from './stepClass.ts';
import type { Network, Router } from './way.ts';
import type { Way } from './leg.ts';

/** A collective among some ranks as a single group. */
export interface SurvivorFlow {
  readonly phase: Phase;
  readonly cost: Cost;
  readonly steps: readonly { readonly count: number; readonly apart: ExchangeResult }[];
}

/**
 * A collective among the ranks that are left, as one group in the order of their numbers: rank after rank in a ring, or
 * whichever single algorithm is asked for. Each message takes the machine's links, around what has failed.
 */
export function* survivorFlow(
  { topology }: Network,
  { operation, algorithms, switching }: CollectiveRequest,
  alive: readonly number[],
  bytes: number,
  way: Router,
): Generator<void, SurvivorFlow, void> {
  if (algorithms.length > 1)
    throw new RangeError(
      `number of algorithms is ${String(algorithms.length)} with failed ranks: allowed is 1, since the others form a single group`,
    );
  const size = alive.length;
  const dimension: Dimension = { kind: 'ring', size, bandwidth: 1, latency: 0 };
  const algorithm = algorithms[0] ?? (operation === 'neighbour-exchange' ? 'direct' : 'ring');
  const program = programOf(operation, algorithm, dimension);
  const unit = blockBytes(operation, size, bytes);
  const cost = { duration: 0, busy: 0, latency: 0, steps: program.steps };
  const steps: { count: number; apart: ExchangeResult }[] = [];
  const symmetry = program.symmetry === 'shift' ? 'shift' : 'none';
  for (const { step, count } of size > 1 ? stepClasses({ ...program, symmetry }) : []) {
    yield;
    const ways: Way[] = [];
    const sizes: number[] = [];
    for (let rank = 0; rank < size; rank++)
      for (const { to, parts } of program.sends(rank, step)) {
        ways.push(way(alive[rank]!, alive[to]!));
        sizes.push(parts * unit);
      }
    const apart = timeExchange({ ways, bytes: sizes }, (link) => topology.bandwidth[link]!, switching);
    cost.duration += count * apart.seconds * 1e9;
    cost.busy += count * apart.busy * 1e9;
    cost.latency += count * apart.latency * 1e9;
    steps.push({ count, apart });
  }
  return { phase: { dimension: 0, operation, algorithm, bytes, direction: 1 }, cost, steps };
}

/** Bytes that each directed link of the machine carries. */
export function survivorLoads({ topology }: Network, { steps }: SurvivorFlow): Float64Array {
  const loads = new Float64Array(topology.linkCount);
  for (const { count, apart } of steps)
    apart.links.forEach((link, i) => {
      loads[link]! += count * apart.bytes[i]!;
    });
  return loads;
}
