import { whole, type Dimension } from '../dimension.ts';
import type { Phase } from '../phase.ts';
import { blockBytes, mirror } from '../program/program.ts';
import { programOf } from '../program/programOf.ts';
import { requireInteger } from '../../topology/range.ts';
import { eventQueue } from '../../eventQueue.ts';
import { layoutOf } from './layout.ts';
import { receipts } from './receipts.ts';
import { turns } from './turns.ts';
import { wire, type Flight, type WireOptions } from './wire.ts';

export interface MessageOptions extends WireOptions {
  /** How many equal chunks the buffer is cut into; each runs through all phases on its own. */
  readonly chunks: number;
  /** How many chunks one dimension works on at once. */
  readonly activeChunks: number;
}

/** When a collective ends and how busy its links were. */
export interface MessageResult {
  readonly nanoseconds: number;
  /** Longest time in nanoseconds that any one link of each dimension spent sending. */
  readonly busy: readonly number[];
}

/** Most hops of single messages that one run may take. */
export const MAX_MESSAGE_HOPS = 20_000_000;

/**
 * Times a collective message by message. A rank begins a step as soon as what it waits for has arrived, never waiting
 * for ranks elsewhere. Where all ranks act alike, one rank stands for all.
 * @param phases from `planPhases`, for the bytes of one chunk.
 * @throws RangeError past `MAX_MESSAGE_HOPS`.
 */
export function simulateMessages(
  dimensions: readonly Dimension[],
  phases: readonly Phase[],
  options: MessageOptions,
): MessageResult {
  const chunks = requireInteger('chunks', options.chunks, 1, 65_536);
  const activeChunks = requireInteger('active chunks', options.activeChunks, 1, 65_536);
  const programs = phases.map(({ operation, algorithm, dimension, direction }) => {
    const program = programOf(operation, algorithm, dimensions[dimension]!);
    return direction === 1 ? program : mirror(program);
  });
  const alike = programs.every(({ symmetry }, p) => {
    const ring = dimensions[phases[p]!.dimension]!.kind === 'ring';
    return symmetry === 'shift' || (symmetry === 'exchange' && !ring);
  });
  const layout = layoutOf(dimensions, phases, programs, alike);
  const { ranks, nodes } = layout;
  const tables = programs.map((program) => receipts(program, alike));
  const links = wire(dimensions, layout.laneTotal, options);
  const events = eventQueue<Flight>();
  let now = 0;
  let end = 0;
  let hops = 0;

  const steps = programs.reduce((most, program) => Math.max(most, program.steps), 0);
  const keyOf = (chunk: number, phase: number, step: number, node: number): number =>
    ((chunk * phases.length + phase) * steps + step) * nodes + node;
  /** Messages that have come for a step; minus them once all have, while the node cannot go on yet. */
  const arrived = new Map<number, number>();
  const begun = new Set<number>();
  /** Phase that each rank is in with each chunk, and what keeps it there: steps to begin, messages to come. */
  const current = new Int32Array(chunks * nodes).fill(-1);
  const open = new Int32Array(chunks * nodes);

  const send = (flight: Flight): void => {
    if (++hops > MAX_MESSAGE_HOPS)
      throw new RangeError(
        `the schedule takes more than ${String(MAX_MESSAGE_HOPS)} hops of single messages: allowed are fewer; use the closed or the flow level`,
      );
    events.push(links.send(flight, now), flight);
  };

  const begin = (chunk: number, phase: number, node: number, step: number): void => {
    const { dimension, operation, bytes } = phases[phase]!;
    const unit = blockBytes(operation, dimensions[dimension]!.size, bytes);
    for (const { to, parts } of programs[phase]!.sends(layout.member(dimension, node), step))
      send({
        chunk,
        phase,
        step,
        dimension,
        to: layout.peer(dimension, node, to),
        bytes: whole(parts * unit, options),
        route: layout.route(dimension, node, to),
        injected: now,
        hop: 0,
      });
    const key = keyOf(chunk, phase, step, node);
    const waited = arrived.get(key) ?? 0;
    if (waited < 0) complete(chunk, phase, step, node, -waited);
    else begun.add(key);
    settle(chunk, phase, node, 1);
  };

  /** All messages of a step have come and the node has begun whatever it had to: it goes on. */
  const complete = (chunk: number, phase: number, step: number, node: number, count: number): void => {
    const key = keyOf(chunk, phase, step, node);
    arrived.delete(key);
    begun.delete(key);
    const next = programs[phase]!.after(layout.member(phases[phase]!.dimension, node), step);
    if (next >= 0) begin(chunk, phase, node, next);
    settle(chunk, phase, node, count);
  };

  const receive = ({ chunk, phase, step, to }: Flight): void => {
    const { nodes: members, messages, begins } = tables[phase]!;
    const at = step * members + layout.member(phases[phase]!.dimension, to);
    const key = keyOf(chunk, phase, step, to);
    const count = (arrived.get(key) ?? 0) + 1;
    if (count < messages[at]!) {
      arrived.set(key, count);
      return;
    }
    const ready = to >= ranks || current[chunk * nodes + to] === phase;
    if (ready && (begins[at] === 0 || begun.has(key))) complete(chunk, phase, step, to, count);
    else arrived.set(key, -count);
  };

  const settle = (chunk: number, phase: number, node: number, done: number): void => {
    if (node >= ranks) return;
    const at = chunk * nodes + node;
    open[at]! -= done;
    if (open[at] === 0 && current[at] === phase) leave(chunk, phase, node);
  };

  const enter = (item: number, rank: number): void => {
    const chunk = Math.floor(item / phases.length);
    const phase = item % phases.length;
    const { dimension } = phases[phase]!;
    const { nodes: members, begins, work } = tables[phase]!;
    const member = layout.member(dimension, rank);
    current[chunk * nodes + rank] = phase;
    open[chunk * nodes + rank] = work[member]!;
    if (work[member] === 0) {
      leave(chunk, phase, rank);
      return;
    }
    for (const step of programs[phase]!.first(member)) begin(chunk, phase, rank, step);
    if (arrived.size === 0) return;
    // What ranks that are ahead have sent before this one came to the phase.
    for (let step = 0; step < programs[phase]!.steps; step++) {
      const count = arrived.get(keyOf(chunk, phase, step, rank)) ?? 0;
      if (count < 0 && begins[step * members + member] === 0) complete(chunk, phase, step, rank, -count);
    }
  };

  const leave = (chunk: number, phase: number, rank: number): void => {
    const { dimension } = phases[phase]!;
    current[chunk * nodes + rank] = -1;
    end = Math.max(end, now);
    turn.release(dimension, rank);
    const next = phases[phase + 1];
    if (next) turn.join(next.dimension, rank, chunk * phases.length + phase + 1);
    turn.admit(dimension, rank);
    if (next) turn.admit(next.dimension, rank);
  };

  const turn = turns(dimensions.length, ranks, activeChunks, enter);
  if (phases.length > 0)
    for (let rank = 0; rank < ranks; rank++)
      for (let chunk = 0; chunk < chunks; chunk++) {
        turn.join(phases[0]!.dimension, rank, chunk * phases.length);
        turn.admit(phases[0]!.dimension, rank);
      }
  for (let event = events.pop(); event; event = events.pop()) {
    now = event.time;
    if (event.item.hop < event.item.route.length) send(event.item);
    else receive(event.item);
  }

  const busy = dimensions.map((_, d) => {
    const own = links.busy.subarray(layout.laneStart[d], layout.laneStart[d + 1]);
    return own.reduce((a, b) => Math.max(a, b), 0);
  });
  return { nanoseconds: end, busy };
}
