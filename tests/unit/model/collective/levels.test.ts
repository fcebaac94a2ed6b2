import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { predictCollective } from '../../../../src/model/collective/collective.ts';
import { dimensionKinds, type Dimension } from '../../../../src/model/collective/dimension.ts';
import { flowCollective } from '../../../../src/model/collective/flow/flowCollective.ts';
import { machineDimensions } from '../../../../src/model/collective/machine.ts';
import { operations, switchings } from '../../../../src/model/collective/operation.ts';
import { algorithmsFor } from '../../../../src/model/collective/program/programOf.ts';
import { ask, network } from './machines.ts';

const collectives = operations.filter((operation) => operation !== 'point-to-point');

const anyCollective = fc
  .constantFrom(...collectives)
  .chain((operation) =>
    fc.record({ operation: fc.constant(operation), algorithm: fc.constantFrom(...algorithmsFor(operation)) }),
  );

describe('closed form and schedule', () => {
  it('agree on one dimension, for every operation and algorithm', () => {
    fc.assert(
      fc.property(
        anyCollective,
        fc.constantFrom(...dimensionKinds),
        fc.integer({ min: 2, max: 20 }),
        fc.constantFrom(...switchings),
        fc.integer({ min: 0, max: 9 }),
        ({ operation, algorithm }, kind, size, switching, magnitude) => {
          fc.pre(algorithm !== 'in-network' || kind === 'switch');
          // The classic tree formula lets a rank hear two children at once; see docs/model.md.
          fc.pre(!(algorithm === 'binary-tree' && kind === 'switch' && switching === 'cut-through'));
          const dimension: Dimension = { kind, size, bandwidth: 50e9, latency: 5e-7 };
          const request = { operation, algorithms: [algorithm], switching, bytes: 10 ** magnitude };
          const closed = predictCollective([dimension], ask(request));
          const schedule = predictCollective([dimension], ask({ ...request, level: 'schedule' }));
          expect(Math.abs(schedule.seconds / closed.seconds - 1)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('agree over several dimensions and chunks', () => {
    const dimensions: Dimension[] = [
      { kind: 'fullmesh', size: 4, bandwidth: 50e9, latency: 2e-7 },
      { kind: 'ring', size: 3, bandwidth: 25e9, latency: 5e-7 },
      { kind: 'switch', size: 8, bandwidth: 12.5e9, latency: 1e-6 },
    ];
    // From and to a root, ranks reach the next dimension at different times, which the formulas do not follow.
    const rooted = ['broadcast', 'reduce'];
    for (const operation of collectives.filter((each) => !rooted.includes(each)))
      for (const chunks of [1, 3, 8]) {
        const request = { operation, chunks, bytes: 64e6 };
        const closed = predictCollective(dimensions, ask(request)).seconds;
        const schedule = predictCollective(dimensions, ask({ ...request, level: 'schedule' })).seconds;
        expect(Math.abs(schedule / closed - 1), operation).toBeLessThan(1e-9);
      }
  });

  it('keep a pipeline of chunks between its bounds', () => {
    const dimensions: Dimension[] = [
      { kind: 'fullmesh', size: 8, bandwidth: 50e9, latency: 2e-7 },
      { kind: 'switch', size: 4, bandwidth: 20e9, latency: 1e-6 },
    ];
    for (const chunks of [2, 4, 16]) {
      const result = predictCollective(dimensions, ask({ bytes: 1e8, chunks, level: 'schedule' }));
      const sum = result.phases.reduce((total, { seconds }) => total + seconds, 0);
      const busiest = Math.max(
        ...[0, 1].map((d) =>
          result.phases.reduce((total, { dimension, seconds }) => total + (dimension === d ? seconds : 0), 0),
        ),
      );
      expect(result.seconds).toBeGreaterThanOrEqual(Math.max(sum, chunks * busiest) * (1 - 1e-12));
      expect(result.seconds).toBeLessThanOrEqual((sum + (chunks - 1) * busiest) * (1 + 1e-12));
    }
  });

  it('let a cut-through switch be at most as slow as one that stores and forwards, and at least half', () => {
    for (const algorithm of ['ring', 'direct', 'halving-doubling', 'binary-tree'] as const)
      for (const level of ['closed', 'schedule'] as const) {
        const dimension: Dimension = { kind: 'switch', size: 8, bandwidth: 50e9, latency: 5e-7 };
        const time = (switching: 'cut-through' | 'store-and-forward'): number =>
          predictCollective([dimension], ask({ algorithms: [algorithm], switching, level, bytes: 1e9 }))
            .seconds;
        expect(time('cut-through')).toBeLessThanOrEqual(time('store-and-forward'));
        if (algorithm !== 'binary-tree' || level === 'schedule')
          expect(time('cut-through')).toBeGreaterThanOrEqual(time('store-and-forward') / 2);
      }
  });
});

describe('the flow level', () => {
  it.each([
    'ring:8',
    'fullmesh:8',
    'switch:8',
    'torus:4x3x2',
    'fullmesh:4,fullmesh:3',
    'fullmesh:4,switch:4',
  ])('agrees with the closed form on %s for large messages', (list) => {
    const machine = network(list);
    for (const operation of collectives) {
      const request = ask({ operation, bytes: 1e9 });
      const flow = flowCollective(machine, request).seconds;
      const closed = predictCollective(machineDimensions(machine.wiring), request).seconds;
      expect(Math.abs(flow / closed - 1), operation).toBeLessThan(1e-3);
    }
  });

  it.each([
    ['fullmesh:4,fullmesh:4', ''],
    ['fullmesh:4,fullmesh:4', 'link:0-1,link:0-4,link:5-6'],
    ['torus:4x4', 'link:0-1,link:5-9'],
    ['torus:2x4', 'link:0-1'],
    ['ring:6', 'link:2-3'],
    ['fullmesh:3,switch:4', 'link:0-1'],
    ['switch:6', ''],
  ])('groups what is alike on %s without [%s] and changes nothing by it', (list, failures) => {
    const machine = network(list, failures);
    for (const operation of collectives)
      for (const switching of switchings) {
        const request = ask({ operation, switching, bytes: 3e7 });
        const grouped = flowCollective(machine, request);
        const single = flowCollective(machine, request, false);
        expect(Math.abs(grouped.seconds / single.seconds - 1)).toBeLessThan(1e-9);
        grouped.phases.forEach((_, phase) => {
          const other = single.phaseLoads(phase);
          grouped.phaseLoads(phase).forEach((bytes, link) => {
            expect(Math.abs(bytes - other[link]!)).toBeLessThan(1e-6 * 3e7);
          });
        });
      }
  });

  it('carries every byte over every hop, whatever has failed', () => {
    for (const failures of ['', 'link:0-1,link:6-7']) {
      const machine = network('fullmesh:4,fullmesh:2', failures);
      const bytes = 8e6;
      const result = flowCollective(machine, ask({ operation: 'all-to-all', bytes }));
      const carried = result.phaseLoads(0).reduce((sum, each) => sum + each, 0);
      // Each of 8 ranks sends 3 of 4 quarters along the first dimension, a message around a failure twice.
      const messages = 8 * 3 + (failures ? 4 : 0);
      expect(carried).toBeCloseTo((messages * bytes) / 4, 3);
    }
  });

  it('goes on without failed ranks, as one group', () => {
    const result = flowCollective(network('fullmesh:4,fullmesh:4', 'node:5'), ask({ bytes: 15e6 }));
    expect(result.ranks).toBe(15);
    expect(result.steps).toBe(28);
  });

  it('refuses failures that cut ranks off, and in-network reduction in broken switches', () => {
    expect(() => flowCollective(network('ring:4', 'link:0-1,link:2-3'), ask({}))).toThrow(
      /cannot be reached/,
    );
    const request = ask({ algorithms: ['in-network'] });
    expect(flowCollective(network('switch:4'), request).seconds).toBeGreaterThan(0);
    expect(() => flowCollective(network('switch:4', 'link:0-4'), request)).toThrow(/in-network/);
  });
});
