import type { Phase } from '../phase.ts';
import type { Cost } from './cost.ts';

/**
 * Chunks run through the phases of a collective as through machines in a workshop: each dimension takes them in the order
 * they come, `active` at once, and the next no sooner than its links have room.
 * @param onPhase told of every chunk's every phase, in nanoseconds.
 * @returns nanoseconds from the first chunk's start to the last one's end.
 */
export function pipeline(
  phases: readonly Phase[],
  costs: readonly Cost[],
  chunks: number,
  active: number,
  onPhase?: (chunk: number, phase: number, from: number, to: number) => void,
): number {
  const dimensions = new Set(phases.map((phase) => phase.dimension));
  const queues = new Map(
    [...dimensions].map((d) => [d, [] as { chunk: number; phase: number; at: number }[]]),
  );
  /** For each dimension, when the links have room again and when each of its places is free. */
  const room = new Map([...dimensions].map((d) => [d, 0]));
  const places = new Map([...dimensions].map((d) => [d, new Array<number>(active).fill(0)]));
  const first = phases[0];
  if (!first) return 0;
  for (let chunk = 0; chunk < chunks; chunk++) queues.get(first.dimension)!.push({ chunk, phase: 0, at: 0 });

  let end = 0;
  for (let left = chunks * phases.length; left > 0; left--) {
    // The dimension whose first in line can start soonest goes on.
    let chosen = -1;
    let start = Infinity;
    for (const [d, queue] of queues) {
      const head = queue[0];
      if (!head) continue;
      const ready = Math.max(head.at, room.get(d)!, Math.min(...places.get(d)!));
      if (ready < start) [chosen, start] = [d, ready];
    }
    const { chunk, phase } = queues.get(chosen)!.shift()!;
    const cost = costs[phase]!;
    const finish = start + cost.duration;
    const own = places.get(chosen)!;
    own[own.indexOf(Math.min(...own))] = finish;
    if (active > 1) room.set(chosen, start + cost.busy);
    onPhase?.(chunk, phase, start, finish);
    end = Math.max(end, finish);
    const next = phases[phase + 1];
    if (next) {
      const queue = queues.get(next.dimension)!;
      const at = queue.findIndex((waiting) => waiting.at > finish);
      queue.splice(at < 0 ? queue.length : at, 0, { chunk, phase: phase + 1, at: finish });
    }
  }
  return end;
}
