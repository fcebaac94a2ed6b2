import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bisection } from '../../../../src/model/topology/bisection.ts';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { countBisection } from '../../../../src/model/topology/countBisection.ts';
import { fatTree } from '../../../../src/model/topology/fatTree.ts';
import { measure } from '../../../../src/model/topology/measure.ts';
import { layOut } from '../../../../src/model/topology/layout.ts';
import { anyWiring, closWiring, dimensions, linkKind } from './samples.ts';

describe('bisection bandwidth', () => {
  it.each([
    ['fullmesh:8', 16 * 50e9],
    ['fullmesh:7', 12 * 50e9],
    ['ring:8', 2 * 50e9],
    ['ring:2', 50e9],
    ['switch:72', 36 * 50e9],
    ['switch:5', 2 * 50e9],
    ['torus:4x4x4', 2 * 16 * 50e9],
    ['fullmesh:8,fullmesh:8,fullmesh:4,fullmesh:4', 256 * 4 * 50e9],
    ['fullmesh:1', 0],
  ])('of %s in closed form', (list, bandwidth) => {
    expect(bisection(dimensions(list))).toEqual({ bandwidth, method: 'closed form' });
  });

  it('of a fat tree is half its ports, and a quarter of that at 4:1', () => {
    const shape = [8, 8];
    const links = [linkKind('leaf'), linkKind('spine')];
    expect(bisection(closWiring(shape, fatTree(shape, links))).bandwidth).toBe(32 * 50e9);
    expect(bisection(closWiring(shape, fatTree(shape, links, 4))).bandwidth).toBe(8 * 50e9);
  });

  it('is what trying every cut finds, or an upper bound of it, up to 16 nodes', () => {
    const small = anyWiring.filter((wiring) => {
      const { npuCount, switchCount } = layOut(wiring);
      return npuCount + switchCount <= 13;
    });
    fc.assert(
      fc.property(small, (wiring) => {
        const claimed = bisection(wiring);
        const counted = countBisection(buildTopology(wiring));
        if (claimed.method === 'closed form') expect(claimed.bandwidth).toBeCloseTo(counted, 0);
        else expect(claimed.bandwidth).toBeGreaterThanOrEqual(counted - 1);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    'fullmesh:16',
    'ring:16',
    'torus:4x4',
    'fullmesh:4,ring:4',
    'switch:15',
    'fullmesh:2,fullmesh:3',
    'torus:3x5',
  ])('of %s is what trying every cut finds', (list) => {
    const wiring = dimensions(list);
    const topology = buildTopology(wiring);
    expect(measure(wiring, topology).bisection.bandwidth).toBe(countBisection(topology));
  });

  it('refuses to try every cut of more than 16 nodes', () => {
    expect(() => countBisection(buildTopology(dimensions('ring:17')))).toThrow(/is 17.*from 1 to 16/);
  });
});
