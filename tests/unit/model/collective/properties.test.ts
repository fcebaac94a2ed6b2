import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictCollective } from '../../../../src/model/collective/collective.ts';
import type { CollectiveRequest } from '../../../../src/model/collective/request.ts';
import { dimensionKinds, type Dimension } from '../../../../src/model/collective/dimension.ts';
import { flowCollective } from '../../../../src/model/collective/flow/flowCollective.ts';
import { operations, switchings } from '../../../../src/model/collective/operation.ts';
import { ask, network } from './machines.ts';

const anyDimension = fc.record({
  kind: fc.constantFrom(...dimensionKinds),
  size: fc.integer({ min: 1, max: 9 }),
  bandwidth: fc.double({ min: 1e6, max: 1e13, noNaN: true }),
  latency: fc.double({ min: 0, max: 1e-3, noNaN: true }),
});
const anyMachine = fc.array(anyDimension, { minLength: 1, maxLength: 4 });
const anyRequest: fc.Arbitrary<CollectiveRequest> = fc
  .record({
    operation: fc.constantFrom(...operations),
    bytes: fc.double({ min: 1, max: 1e15, noNaN: true }),
    chunks: fc.integer({ min: 1, max: 5 }),
    activeChunks: fc.integer({ min: 1, max: 3 }),
    mode: fc.constantFrom('local-bandwidth-aware' as const, 'baseline' as const),
    switching: fc.constantFrom(...switchings),
    truncate: fc.boolean(),
    level: fc.constantFrom('closed' as const, 'schedule' as const),
  })
  .map(ask);

const numbersIn = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersIn)
      : [];

describe('every answer', () => {
  it('is made of finite numbers from 0 on', () => {
    fc.assert(
      fc.property(anyMachine, anyRequest, (dimensions, request) => {
        fc.pre(dimensions.reduce((ranks, { size }) => ranks * size, 1) <= 512);
        const { phases, ...result } = predictCollective(dimensions, request);
        const times = phases.flatMap(({ seconds, busySeconds, bytes }) => [seconds, busySeconds, bytes]);
        for (const number of [...numbersIn(result), ...times]) {
          expect(Number.isFinite(number)).toBe(true);
          expect(number).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('comes out k times shorter with k times the bandwidth, where links alone take time', () => {
    fc.assert(
      fc.property(anyMachine, anyRequest, fc.integer({ min: 2, max: 64 }), (dimensions, request, k) => {
        fc.pre(dimensions.reduce((ranks, { size }) => ranks * size, 1) <= 256);
        const plain = { ...request, truncate: false };
        const instant = dimensions.map((dimension) => ({ ...dimension, latency: 0 }));
        const faster = instant.map((dimension) => ({ ...dimension, bandwidth: k * dimension.bandwidth }));
        const slow = predictCollective(instant, plain).seconds;
        const fast = predictCollective(faster, plain).seconds;
        expect(Math.abs(k * fast - slow)).toBeLessThanOrEqual(1e-9 * slow);
      }),
      { numRuns: 200 },
    );
  });

  it('is never below what the busiest link needs', () => {
    fc.assert(
      fc.property(anyMachine, anyRequest, (dimensions, request) => {
        fc.pre(dimensions.reduce((ranks, { size }) => ranks * size, 1) <= 256);
        const own: CollectiveRequest = { ...request, level: 'schedule', activeChunks: 1, truncate: false };
        const result = predictCollective(dimensions, own);
        for (let d = 0; d < dimensions.length; d++) {
          const part = result.phases.filter(({ dimension }) => dimension === d);
          const busy = part.reduce((sum, { busySeconds }) => sum + result.chunks * busySeconds, 0);
          expect(result.seconds).toBeGreaterThanOrEqual(busy * (1 - 1e-9));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the flow level', () => {
  it('is never below the most loaded link', () => {
    for (const failures of ['', 'link:0-1', 'link:0-1,link:4-8,link:9-13']) {
      const machine = network('fullmesh:4,fullmesh:4', failures, [50e9, 20e9]);
      for (const operation of ['all-reduce', 'all-to-all', 'all-gather'] as const) {
        const result = flowCollective(machine, ask({ operation }));
        result.phases.forEach(({ seconds }, phase) => {
          result.phaseLoads(phase).forEach((bytes, link) => {
            expect(seconds).toBeGreaterThanOrEqual((bytes / machine.topology.bandwidth[link]!) * (1 - 1e-9));
          });
        });
      }
    }
  });

  it('does not mind how the ranks of a ring or full mesh are numbered', () => {
    const turns = (failures: string[], list: string): number[] =>
      failures.map((fail) => flowCollective(network(list, fail), ask({ operation: 'all-to-all' })).seconds);
    // Turning a ring on and swapping members of a full mesh maps the machine onto itself.
    for (const [list, failures] of [
      ['ring:6', ['link:0-1', 'link:3-4', 'link:5-0']],
      ['fullmesh:5', ['link:0-1', 'link:2-4', 'link:3-1']],
      ['fullmesh:3,fullmesh:4', ['link:0-1', 'link:9-11', 'link:4-5']],
    ] as const) {
      const [first, ...others] = turns([...failures], list);
      for (const other of others) expect(Math.abs(other / first! - 1)).toBeLessThan(1e-9);
    }
  });

  it('gives the same answer to the same question', () => {
    const question = (): unknown => {
      const { phaseLoads, ...result } = flowCollective(network('torus:4x3', 'link:0-1'), ask({}));
      return { ...result, loads: result.phases.map((_, phase) => [...phaseLoads(phase)]) };
    };
    expect(question()).toEqual(question());
  });
});

describe('impossible input', () => {
  const dimension: Dimension = { kind: 'ring', size: 4, bandwidth: 1e9, latency: 0 };
  it.each<[Partial<Dimension>, Partial<CollectiveRequest>, RegExp]>([
    [{ size: 0 }, {}, /size of dimension 0 is 0: allowed are whole numbers from 1 to/],
    [{ size: 2.5 }, {}, /size of dimension 0 is 2.5/],
    [{ bandwidth: -1 }, {}, /bandwidth of dimension 0 is -1: allowed are finite numbers above 0/],
    [{ bandwidth: NaN }, {}, /bandwidth of dimension 0 is NaN/],
    [{ latency: Infinity }, {}, /latency of dimension 0 is Infinity/],
    [{}, { bytes: 0 }, /bytes is 0/],
    [{}, { bytes: NaN }, /bytes is NaN/],
    [{}, { bytes: 1e19 }, /bytes is 10000000000000000000: allowed are at most/],
    [{}, { chunks: 0 }, /chunks is 0/],
    [{}, { activeChunks: -3 }, /active chunks is -3/],
    [{}, { operation: 'point-to-point', from: 4 }, /from is 4: allowed are whole numbers from 0 to 3/],
    [{}, { algorithms: ['ring', 'direct'] }, /number of algorithms is 2: allowed are 1 or one for each/],
  ])('%j %j is refused', (part, request, message) => {
    for (const level of ['closed', 'schedule'] as const)
      expect(() => predictCollective([{ ...dimension, ...part }], ask({ ...request, level }))).toThrow(
        message,
      );
  });

  it('refuses machines past the limit', () => {
    const wide = { ...dimension, size: 262_144 };
    expect(() => predictCollective([wide, dimension], ask({}))).toThrow(/number of ranks is 1048576/);
    expect(() => predictCollective([], ask({}))).toThrow(/number of dimensions is 0/);
  });
});
