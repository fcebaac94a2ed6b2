import type { Operation } from '../../model/collective/operation.ts';
import type { Moment } from '../../model/collective/playback/moment.ts';
import { runNumbers, type Held, type NumberRun } from '../../model/collective/playback/numbers.ts';
import type { Run } from './runs.ts';

/** Up to so many chips show every number. */
export const mostNumbered = 4;

/** What four chips begin with; the columns add up to 22, 20, 20 and 18. */
const begin = [
  [3, 1, 4, 1],
  [5, 9, 2, 6],
  [5, 3, 5, 8],
  [9, 7, 9, 3],
] as const;

/** What each chip holds at the start, by block. */
function startOf(operation: Operation, ranks: number): Map<number, number>[] {
  return Array.from({ length: ranks }, (_, rank) => {
    const all = Array.from({ length: ranks }, (_, block) => [block, begin[rank]![block]!] as const);
    if (operation === 'all-gather') return new Map([all[rank]!]);
    if (operation === 'broadcast') return new Map(rank === 0 ? all : []);
    if (operation === 'all-to-all')
      return new Map(all.map(([block, value]) => [rank * ranks + block, value]));
    return new Map(all);
  });
}

/** The numbers of a run that is small enough, carried out step by step; null for any other. */
export function numbersOf({ playback, ranks }: Run): NumberRun | null {
  const [phase] = playback?.phases ?? [];
  if (!phase || ranks > mostNumbered || playback!.phases.length > 1) return null;
  return runNumbers(phase.program, startOf(phase.operation, ranks));
}

/** A number where it is seen: on a chip (the last is the switch), in a column. */
export interface SeenNumber {
  readonly node: number;
  readonly column: number;
  readonly held: Held;
  readonly whole: boolean;
  /** What was added in the step before: `3 + 5`. */
  readonly sum: string;
}

/** A number on its way: from a chip's column to that of another. */
export interface GoingNumber {
  readonly from: number;
  readonly to: number;
  readonly fromColumn: number;
  readonly toColumn: number;
  readonly value: number;
}

/** In an exchange a chip's column is that of the other chip; else it is the block's. */
const columnOf = (operation: Operation, ranks: number, node: number, block: number): number => {
  if (operation !== 'all-to-all') return block;
  const [source, destination] = [Math.floor(block / ranks), block % ranks];
  return source === node ? destination : source;
};

/** The numbers at a moment; null as the moment is the end. */
export function seenNumbers(
  { playback, ranks }: Run,
  { holdings, sent }: NumberRun,
  moment: Moment | null,
): { seen: SeenNumber[]; going: GoingNumber[] } {
  const { operation } = playback!.phases[0]!;
  const step = moment ? moment.phaseStep : sent.length;
  const all = 2 ** ranks - 1;
  const seen = new Map<string, SeenNumber>();
  holdings[step]!.forEach((own, node) => {
    for (const [block, held] of own) {
      const exchanged = operation === 'all-to-all';
      // What only passes through, or was handed over in an exchange, is not the chip's own.
      if (exchanged && ![Math.floor(block / ranks), block % ranks].includes(node)) continue;
      const arrived = exchanged && block % ranks === node;
      const column = columnOf(operation, ranks, node, block);
      const key = `${node} ${column}`;
      if (seen.has(key) && !arrived) continue;
      const last = sent[step - 1]?.findLast((one) => one.to === node && one.block === block);
      const adds = last?.own !== undefined && last.own !== null;
      const gathers = operation === 'all-gather' || operation === 'broadcast';
      seen.set(key, {
        node,
        column,
        held,
        whole: exchanged ? arrived : gathers || (held.from === all && !held.spent),
        sum: adds ? `${last.own} + ${last.value}` : '',
      });
    }
  });
  const going = (moment && moment.share > 0 ? (sent[step] ?? []) : []).map(({ from, to, block, value }) => ({
    from,
    to,
    fromColumn: columnOf(operation, ranks, from, block),
    toColumn: columnOf(operation, ranks, to, block),
    value,
  }));
  return { seen: [...seen.values()], going };
}
