import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLibraries } from '../../../../../src/data/readRecords.ts';
import { predictCollective } from '../../../../../src/model/collective/collective.ts';
import type { Dimension } from '../../../../../src/model/collective/dimension.ts';
import { levelTime, pipelineTime } from '../../../../../src/model/collective/library/hccl/cost.ts';
import { predictHccl, type HcclOptions } from '../../../../../src/model/collective/library/hccl/hccl.ts';
import type { Level } from '../../../../../src/model/collective/library/hccl/level.ts';
import type { LibraryResult } from '../../../../../src/model/collective/library/result.ts';
import { ask as request } from '../machines.ts';

const { hccl } = readLibraries();
const MiB = 2 ** 20;

const servers = (count: number): Dimension[] => [
  { kind: 'fullmesh', size: 8, bandwidth: 28e9, latency: 5e-7 },
  { kind: 'switch', size: count, bandwidth: 25e9, latency: 1e-6 },
];
const within: Level[] = ['server', 'servers'];

const ask = (
  dimensions: Dimension[],
  options: HcclOptions,
  kinds = within,
  operation: Parameters<typeof predictHccl>[3]['operation'] = 'all-reduce',
): LibraryResult => predictHccl(hccl, dimensions, kinds, { operation, bytes: 64 * MiB }, options);

describe('the cost of HCCL', () => {
  // The guide's own table rows, with p = 5, n = 10 bytes, alpha = 100, beta = 1, gamma = 0.01.
  it.each([
    ['nhr', 'reduce-scatter', 3 * 100 + 0.8 * 10 * 1.01],
    ['nhr', 'all-reduce', 6 * 100 + 1.6 * 10 + 0.8 * 10 * 0.01],
    ['nb', 'all-gather', 3 * 100 + 0.8 * 10],
    ['nb', 'broadcast', 6 * 100 + 1.6 * 10],
    ['ring', 'all-reduce', 8 * 100 + 1.6 * 10 + 0.8 * 10 * 0.01],
    ['ring', 'broadcast', 4 * 100 + 4 * 10],
    ['mesh', 'all-reduce', 2 * 100 + 0.4 * 10 + 0.8 * 10 * 0.01],
    ['halving-doubling', 'all-reduce', 6 * 100 + 3.5 * 10 + 1.75 * 10 * 0.01],
    ['pairwise', 'all-to-all', 4 * 100 + 0.8 * 10],
  ] as const)('%s, %s as the guide counts it', (algorithm, operation, expected) => {
    const level = { ranks: 5, alpha: 100, beta: 1, turns: 1, gamma: 0.01 };
    expect(levelTime(algorithm, operation, level, 10)).toBeCloseTo(expected, 9);
  });

  it('pipelines as the guide counts it', () => {
    const inner = { ranks: 2, alpha: 1, beta: 0.5, turns: 1, gamma: 0 };
    const outer = { ranks: 3, alpha: 2, beta: 1, turns: 1, gamma: 0 };
    expect(pipelineTime('all-gather', inner, outer, 60)).toBe(12 * 2 + 6);
    expect(pipelineTime('all-reduce', inner, outer, 60)).toBe(2 * (12 * 2 + 6));
    expect(pipelineTime('broadcast', inner, outer, 60)).toBeNull();
  });

  it('agrees with the ideal level where both say the same: NHR, NB and rings between servers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('nhr' as const, 'nb' as const, 'ring' as const),
        fc.integer({ min: 2, max: 64 }),
        (algorithm, count) => {
          const machine = servers(count).slice(1);
          const own = predictHccl(
            hccl,
            machine,
            ['servers'],
            { operation: 'all-reduce', bytes: MiB },
            { product: 'atlas-a3', algorithms: [algorithm] },
          );
          const ideal = predictCollective(machine, request({ algorithms: [algorithm], bytes: MiB }));
          expect(own.steps).toBe(ideal.steps);
          expect(own.seconds / ideal.seconds).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('is never endless and never without time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'all-reduce' as const,
          'reduce-scatter' as const,
          'all-gather' as const,
          'all-to-all' as const,
          'broadcast' as const,
          'reduce' as const,
        ),
        fc.constantFrom(...hccl.products.map(({ id }) => id)),
        fc.integer({ min: 1, max: 200 }),
        (operation, product, count) => {
          const result = ask(servers(count), { product }, within, operation);
          expect(Number.isFinite(result.seconds) && result.seconds > 0).toBe(true);
          expect(result.candidates[0]!.seconds).toBeLessThanOrEqual(result.seconds);
        },
      ),
    );
  });
});

describe('the choice of HCCL', () => {
  it('is NHR alone on the Ascend 950', () => {
    const result = ask(servers(16), { product: 'ascend-950' });
    expect(result).toMatchObject({ algorithm: 'nhr', protocol: null, channels: null });
    expect(result.candidates).toHaveLength(1);
    expect(() => ask(servers(16), { product: 'ascend-950', algorithms: ['ring'] })).toThrow(
      /algorithm is ring: allowed for all-reduce on Ascend 950PR and 950DT between servers are nhr/,
    );
  });

  it('is offered where its thresholds are not documented, and the answer says so', () => {
    const free = ask(servers(12), { product: 'atlas-a3' });
    expect(free.candidates.map(({ algorithm }) => algorithm).sort()).toEqual(
      ['ahc', 'halving-doubling', 'nb', 'nhr', 'pipeline', 'ring'].sort(),
    );
    expect(free.assumptions.join()).toMatch(/thresholds are not documented/);
    for (const { algorithm, seconds } of free.candidates)
      expect(ask(servers(12), { product: 'atlas-a3', algorithms: [algorithm as 'nhr'] }).seconds).toBe(
        seconds,
      );
  });

  // HCCL_ALGO: a ring where the servers are no power of two, else H-D_R; between SuperPoDs a ring below 8 of them.
  it.each([
    [8, 'halving-doubling'],
    [12, 'ring'],
  ])('of Atlas training products with %d servers is %s', (count, algorithm) => {
    expect(ask(servers(count), { product: 'atlas-training' }).algorithm).toBe(algorithm);
  });

  it.each([
    [6, 'ring'],
    [4, 'halving-doubling'],
    [12, 'halving-doubling'],
  ])('between %d SuperPoDs is %s', (count, algorithm) => {
    const machine: Dimension[] = [
      ...servers(16),
      { kind: 'switch', size: count, bandwidth: 12.5e9, latency: 2e-6 },
    ];
    const result = ask(machine, { product: 'atlas-a3' }, ['server', 'servers', 'superpods']);
    expect(result.algorithm.split('+')[1]).toBe(algorithm);
  });

  it('keeps the larger part of the bytes on the faster links', () => {
    const bytes = (operation: 'reduce-scatter' | 'all-gather' | 'all-reduce'): [number, number][] =>
      ask(servers(4), { product: 'ascend-950' }, within, operation).phases.map((phase) => [
        phase.dimension,
        phase.bytes / MiB,
      ]);
    expect(bytes('all-reduce')).toEqual([
      [0, 64],
      [1, 8],
      [0, 8],
    ]);
    expect(bytes('reduce-scatter')).toEqual([
      [1, 64],
      [0, 16],
    ]);
    expect(bytes('all-gather')).toEqual([
      [0, 64],
      [1, 512],
    ]);
  });

  it('refuses levels, products and rates that could not be', () => {
    const machine = servers(4);
    expect(() => ask(machine, {}, ['server'])).toThrow(/links is server, 1 values: allowed are 2/);
    expect(() => ask(machine, {}, ['servers', 'server'])).toThrow(
      /links of dimension 1 is server outside servers/,
    );
    expect(() => ask(machine, { product: 'tpu' })).toThrow(
      /product is tpu: allowed are ascend-950, atlas-a3/,
    );
    expect(() => ask(machine, { reduction: 0 })).toThrow(
      /reduction is 0: allowed are finite numbers above 0/,
    );
    expect(() => ask([machine[0]!, { ...machine[1]!, kind: 'ring' }], {})).toThrow(
      /dimension 1 is a ring between servers/,
    );
    expect(() => ask(machine, {}, within, 'point-to-point')).toThrow(/operation is point-to-point/);
  });
});
