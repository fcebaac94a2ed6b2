import type { Schedule } from './schedule.ts';

/** What a node holds: a number for each block it has. */
export type Holding = Map<number, number>;

/**
 * Carries a schedule out on numbers. Messages of one step leave together, before any of them arrives.
 * @param initial what each rank holds at the start, by block; switches start empty.
 * @returns what each rank holds at the end.
 * @throws Error where a rank would have to send a block that it does not hold.
 */
export function executeSchedule(schedule: Schedule, initial: readonly Holding[]): Holding[] {
  const held: Holding[] = Array.from({ length: schedule.nodes }, (_, node) => new Map(initial[node] ?? []));
  for (const { phase, step, messages } of schedule.steps) {
    const payloads = messages.map(({ from, to, blocks }) =>
      blocks.map((block) => {
        const value = held[from]!.get(block);
        if (value === undefined)
          throw new Error(
            `phase ${String(phase)}, step ${String(step)}: node ${String(from)} has no block ${String(block)} to send to ${String(to)}`,
          );
        return value;
      }),
    );
    messages.forEach(({ to, blocks, reduce }, m) => {
      blocks.forEach((block, i) => {
        const value = payloads[m]![i]!;
        held[to]!.set(block, reduce ? (held[to]!.get(block) ?? 0) + value : value);
      });
    });
  }
  return held.slice(0, schedule.ranks);
}
