import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dimension } from '../../../../src/model/collective/dimension.ts';
import { executeSchedule, type Holding } from '../../../../src/model/collective/execute.ts';
import { router } from '../../../../src/model/collective/flow/way.ts';
import type { Algorithm, AllReduceMode, Operation } from '../../../../src/model/collective/operation.ts';
import { algorithmsFor } from '../../../../src/model/collective/program/programOf.ts';
import { buildSchedule, type Schedule } from '../../../../src/model/collective/schedule.ts';
import { network } from './machines.ts';

const moving = ['all-reduce', 'reduce-scatter', 'all-gather', 'all-to-all', 'broadcast', 'reduce'] as const;

const switches = (shape: readonly number[]): Dimension[] =>
  shape.map((size) => ({ kind: 'switch', size, bandwidth: 1e9, latency: 1e-6 }));

/** What rank r brings of block b. Whole numbers, so that sums are exact. */
const value = (rank: number, block: number): number => (rank + 1) * 1009 + block * 7;

function initial(operation: Operation, ranks: number): Holding[] {
  return Array.from({ length: ranks }, (_, rank) => {
    const own = new Map<number, number>();
    for (let block = 0; block < ranks; block++) {
      if (operation === 'all-to-all') own.set(rank * ranks + block, value(rank, block));
      else if (operation === 'all-gather' ? block === rank : operation !== 'broadcast' || rank === 0)
        own.set(block, value(rank, block));
    }
    return own;
  });
}

/** What every rank has to hold in the end. */
function expected(operation: Operation, ranks: number, rank: number): [number, number][] {
  const all = Array.from({ length: ranks }, (_, i) => i);
  const sum = (block: number): number => all.reduce((total, r) => total + value(r, block), 0);
  switch (operation) {
    case 'all-reduce':
      return all.map((block) => [block, sum(block)]);
    case 'reduce-scatter':
      return [[rank, sum(rank)]];
    case 'all-gather':
      return all.map((block) => [block, value(block, block)]);
    case 'all-to-all':
      return all.map((source) => [source * ranks + rank, value(source, rank)]);
    case 'broadcast':
      return all.map((block) => [block, value(0, block)]);
    case 'reduce':
      return rank === 0 ? all.map((block) => [block, sum(block)]) : [];
    default:
      throw new Error(`nothing is expected of ${operation}`);
  }
}

function check(schedule: Schedule): void {
  const { operation, ranks } = schedule;
  const held = executeSchedule(schedule, initial(operation, ranks));
  for (let rank = 0; rank < ranks; rank++)
    for (const [block, right] of expected(operation, ranks, rank))
      expect(held[rank]!.get(block), `${operation}, rank ${String(rank)}, block ${String(block)}`).toBe(
        right,
      );
}

describe('a schedule carried out on numbers leaves the right result on every rank', () => {
  const single = moving.flatMap((operation) =>
    algorithmsFor(operation).map((algorithm): [Operation, Algorithm] => [operation, algorithm]),
  );
  it.each(single)('%s by %s, for 1 to 17 ranks and 32', (operation, algorithm) => {
    for (const ranks of [...Array.from({ length: 17 }, (_, i) => i + 1), 32])
      check(buildSchedule(switches([ranks]), operation, [algorithm], 1e6));
  });

  const doubling = (['nhr', 'nb'] as const).flatMap((algorithm) =>
    (['reduce-scatter', 'all-gather', 'all-reduce'] as const).map((operation): [Operation, Algorithm] => [
      operation,
      algorithm,
    ]),
  );
  it.each(doubling)('%s by %s, for every number of ranks from 2 to 64', (operation, algorithm) => {
    for (let ranks = 2; ranks <= 64; ranks++) {
      const schedule = buildSchedule(switches([ranks]), operation, [algorithm], 1e6);
      check(schedule);
      // As the guide counts them: ⌈log2 n⌉ steps, and n − 1 blocks of n from each rank, for each half.
      const halves = operation === 'all-reduce' ? 2 : 1;
      expect(schedule.steps).toHaveLength(halves * Math.ceil(Math.log2(ranks)));
      const sent = schedule.steps.reduce(
        (sum, { messages }) =>
          sum + messages.filter(({ from }) => from === 0).reduce((n, m) => n + m.blocks.length, 0),
        0,
      );
      expect(sent).toBe(halves * (ranks - 1));
    }
  });

  const mixing = ['ring', 'direct', 'halving-doubling', 'in-network', 'nhr', 'nb'] as const;
  it('over several dimensions, each with an algorithm of its own', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...moving),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(...mixing)), {
          minLength: 2,
          maxLength: 4,
        }),
        fc.constantFrom<AllReduceMode>('local-bandwidth-aware', 'baseline'),
        (operation, dimensions, mode) => {
          const shape = dimensions.map(([size]) => size);
          fc.pre(shape.reduce((a, b) => a * b, 1) <= 72);
          const able = algorithmsFor(operation);
          const chosen = dimensions.map(([, algorithm]) => (able.includes(algorithm) ? algorithm : 'direct'));
          check(buildSchedule(switches(shape), operation, chosen, 1e6, mode));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('with trees in the outermost dimension', () => {
    for (const tree of ['binary-tree', 'double-binary-tree'] as const)
      check(buildSchedule(switches([3, 7]), 'all-reduce', ['ring', tree], 1e6));
  });

  it.each([
    ['fullmesh:4,fullmesh:4', 'link:0-1,link:0-4,link:5-6,link:10-14'],
    ['torus:3x5', 'link:0-1,link:1-2,link:4-7'],
    ['ring:7', 'link:3-4'],
    ['fullmesh:4,switch:3', 'link:0-1,link:2-3'],
  ])('when its messages are handed on from node to node around failures: %s without %s', (list, failures) => {
    const broken = network(list, failures);
    const { ends } = broken.topology;
    const way = router(broken);
    const kinds = list.split(',').flatMap((entry) => {
      const [kind, sizes] = entry.split(':') as [string, string];
      return sizes.split('x').map((size) => ({
        kind: kind === 'torus' ? ('ring' as const) : (kind as Dimension['kind']),
        size: Number(size),
        bandwidth: 50e9,
        latency: 5e-7,
      }));
    });
    for (const operation of moving) {
      const schedule = buildSchedule(kinds, operation, ['direct'], 1e6);
      for (const { messages } of schedule.steps)
        for (const { from, to } of messages) {
          // Every part of the message starts where it is, crosses living links only, and all of it arrives.
          let at = new Map([[from, 1]]);
          for (const { links, shares } of way(from, to)) {
            const next = new Map<number, number>();
            const leaving = new Map<number, number>();
            links.forEach((link, i) => {
              expect(broken.mask!.links[link]).toBe(0);
              const [start, end] = [ends[2 * link]!, ends[2 * link + 1]!];
              leaving.set(start, (leaving.get(start) ?? 0) + shares[i]!);
              next.set(end, (next.get(end) ?? 0) + shares[i]!);
            });
            for (const [node, share] of at) expect(leaving.get(node)).toBeCloseTo(share, 9);
            at = next;
          }
          expect([...at.keys()]).toEqual([to]);
          expect(at.get(to)).toBeCloseTo(1, 9);
        }
      check(schedule);
    }
  });
});

describe('a schedule', () => {
  it('moves the bytes that the formula says: 2(n − 1)/n of the buffer for a ring all-reduce', () => {
    const schedule = buildSchedule(switches([6]), 'all-reduce', ['ring'], 6e6);
    const sent = new Array<number>(6).fill(0);
    for (const { messages } of schedule.steps) for (const { from, bytes } of messages) sent[from]! += bytes;
    for (const bytes of sent) expect(bytes).toBeCloseTo((2 * 5 * 6e6) / 6, 3);
  });

  it('refuses machines that are too large to write out, and algorithms that an operation has not', () => {
    expect(() => buildSchedule(switches([4096]), 'all-reduce', ['direct'], 1e6)).toThrow(
      /more than 4000000 blocks/,
    );
    expect(() => buildSchedule(switches([4]), 'all-to-all', ['binary-tree'], 1e6)).toThrow(
      /algorithm is binary-tree: allowed for all-to-all are ring, direct/,
    );
    const mesh: Dimension[] = [{ kind: 'fullmesh', size: 4, bandwidth: 1e9, latency: 0 }];
    expect(() => buildSchedule(mesh, 'all-reduce', ['in-network'], 1e6)).toThrow(/in-network on a fullmesh/);
    expect(() => buildSchedule(switches([2, 2, 2]), 'all-reduce', ['ring', 'ring'], 1e6)).toThrow(
      /number of algorithms is 2/,
    );
  });
});
