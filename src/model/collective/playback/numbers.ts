import type { Program } from '../program/program.ts';

/** A number that a rank holds, and whose numbers are in it. */
export interface Held {
  readonly value: number;
  /** One bit for each rank whose number is added in. */
  readonly from: number;
  /** It has been handed on and counts no more here. */
  readonly spent: boolean;
}

/** A number on its way in a step, and what it becomes where it arrives. */
export interface Sent {
  readonly from: number;
  readonly to: number;
  readonly block: number;
  readonly value: number;
  /** What the receiver adds it to; null where it keeps what arrives. */
  readonly own: number | null;
  readonly result: number;
}

/** What every node holds after so many steps, by block; the switch, where it takes part, is the last. */
export type Holdings = readonly ReadonlyMap<number, Held>[];

export interface NumberRun {
  /** Before the first step and after each. */
  readonly holdings: readonly Holdings[];
  /** Of each step. */
  readonly sent: readonly (readonly Sent[])[];
}

/**
 * Carries a group's schedule out on numbers, step by step, as `executeSchedule` does.
 * @param initial what each rank holds at the start, by block.
 * @throws Error where a rank would send a block that it does not hold.
 */
export function runNumbers(program: Program, initial: readonly ReadonlyMap<number, number>[]): NumberRun {
  const nodes = program.ranks + program.switches;
  let held: Map<number, Held>[] = Array.from(
    { length: nodes },
    (_, node) =>
      new Map(
        [...(initial[node] ?? [])].map(([block, value]) => [block, { value, from: 1 << node, spent: false }]),
      ),
  );
  const holdings: Holdings[] = [held];
  const sent: Sent[][] = [];
  for (let step = 0; step < program.steps; step++) {
    const before = held;
    const after = before.map((own) => new Map(own));
    const leaving: { from: number; to: number; block: number; reduce: boolean; it: Held }[] = [];
    for (let from = 0; from < nodes; from++)
      for (const { to, blocks, reduce } of program.sends(from, step))
        for (const block of blocks()) {
          const it = before[from]!.get(block);
          if (it === undefined)
            throw new Error(
              `step ${String(step)}: node ${String(from)} has no block ${String(block)} to send to ${String(to)}`,
            );
          leaving.push({ from, to, block, reduce, it });
          if (reduce) after[from]!.set(block, { ...it, spent: true });
        }
    sent.push(
      leaving.map(({ from, to, block, reduce, it }) => {
        const own = after[to]!.get(block);
        const adds = reduce && own !== undefined;
        const result = adds ? own.value + it.value : it.value;
        after[to]!.set(block, { value: result, from: adds ? own.from | it.from : it.from, spent: false });
        return { from, to, block, value: it.value, own: adds ? own.value : null, result };
      }),
    );
    held = after;
    holdings.push(held);
  }
  return { holdings, sent };
}
