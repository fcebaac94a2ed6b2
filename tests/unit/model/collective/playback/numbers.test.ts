import { expect, test } from 'vitest';
import type { Algorithm, Operation } from '../../../../../src/model/collective/operation.ts';
import { runNumbers } from '../../../../../src/model/collective/playback/numbers.ts';
import { algorithmsFor, programOf } from '../../../../../src/model/collective/program/programOf.ts';

const start = (operation: Operation, ranks: number) =>
  Array.from({ length: ranks }, (_, rank) => {
    const all = Array.from({ length: ranks }, (_, block) => [block, 10 * rank + block] as const);
    if (operation === 'all-gather') return new Map([all[rank]!]);
    if (operation === 'broadcast') return new Map(rank === 0 ? all : []);
    if (operation === 'all-to-all')
      return new Map(all.map(([block, value]) => [rank * ranks + block, value]));
    return new Map(all);
  });

const cases = (['all-reduce', 'all-gather', 'broadcast', 'reduce', 'all-to-all'] as const).flatMap(
  (operation) => algorithmsFor(operation).map((algorithm): [Operation, Algorithm] => [operation, algorithm]),
);

test.each(cases)(
  '%s by %s ends with the right numbers, and every sum is one of two that were seen',
  (operation, algorithm) => {
    for (let ranks = 2; ranks <= 8; ranks++) {
      const program = programOf(operation, algorithm, {
        kind: 'switch',
        size: ranks,
        bandwidth: 1e9,
        latency: 0,
      });
      const { holdings, sent } = runNumbers(program, start(operation, ranks));
      expect(holdings).toHaveLength(program.steps + 1);
      for (const { value, own, result } of sent.flat())
        expect(result).toBe(own === null ? value : own + value);
      const end = holdings.at(-1)!;
      const sum = (block: number) => (10 * ranks * (ranks - 1)) / 2 + ranks * block;
      for (let rank = 0; rank < ranks; rank++)
        for (let block = 0; block < ranks; block++) {
          const held = (at: number) => end[rank]!.get(at)?.value;
          if (operation === 'all-reduce' || (operation === 'reduce' && rank === 0))
            expect(held(block)).toBe(sum(block));
          if (operation === 'all-gather') expect(held(block)).toBe(11 * block);
          if (operation === 'broadcast') expect(held(block)).toBe(block);
          if (operation === 'all-to-all') expect(held(block * ranks + rank)).toBe(10 * block + rank);
        }
      // A sum knows whose numbers are in it.
      if (operation === 'all-reduce') expect(end[0]!.get(0)!.from).toBe(2 ** ranks - 1);
    }
  },
);
