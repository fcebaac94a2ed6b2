import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import {
  closedFormDistances,
  countDistances,
  representativeNpus,
} from '../../../../src/model/topology/distance.ts';
import { anyWiring, closWirings, dimensionLists, dimensions } from './samples.ts';

/** Distances counted from every NPU, the long way. */
function countAll(topology: ReturnType<typeof buildTopology>) {
  return countDistances(
    topology,
    Array.from({ length: topology.npuCount }, (_, id) => id),
  );
}

describe('distances', () => {
  it('of the 4D full mesh of 1,024: 4 hops at most, 3.253177 on average', () => {
    const wiring = dimensions('fullmesh:8,fullmesh:8,fullmesh:4,fullmesh:4');
    const exact = closedFormDistances(wiring)!;
    expect(exact.diameter).toBe(4);
    expect(exact.mean).toBeCloseTo(3.253177, 6);
    expect(countDistances(buildTopology(wiring), [0]).mean).toBeCloseTo(exact.mean, 12);
  });

  it('of a ring of eight: 4 at most, 16/7 on average', () => {
    expect(closedFormDistances(dimensions('ring:8'))).toEqual({
      diameter: 4,
      mean: 16 / 7,
      method: 'closed form',
    });
  });

  it('in closed form are those counted from every NPU', () => {
    const wirings = fc.oneof(
      dimensionLists(64).map(({ wiring }) => wiring),
      closWirings,
    );
    fc.assert(
      fc.property(wirings, (wiring) => {
        const exact = closedFormDistances(wiring)!;
        const counted = countAll(buildTopology(wiring));
        expect(exact.diameter).toBe(counted.diameter);
        expect(exact.mean).toBeCloseTo(counted.mean, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('seen from the NPUs that stand for all are those seen from all', () => {
    fc.assert(
      fc.property(anyWiring, (wiring) => {
        const topology = buildTopology(wiring);
        const few = countDistances(topology, representativeNpus(wiring));
        const all = countAll(topology);
        expect(few.diameter).toBe(all.diameter);
        expect(few.mean).toBeCloseTo(all.mean, 10);
      }),
      { numRuns: 60 },
    );
  });

  it('are refused where NPUs are cut off from each other', () => {
    const wiring = dimensions('fullmesh:2,fullmesh:2');
    const half = { ...wiring, families: wiring.families.slice(0, 1) };
    expect(closedFormDistances(half)).toBeUndefined();
    expect(() => countDistances(buildTopology(half), [0])).toThrow(/no way leads from NPU 0 to NPU 2/);
  });
});
