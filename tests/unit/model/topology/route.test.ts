import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { dimensionOrderRoute } from '../../../../src/model/topology/dimensionOrder.ts';
import { maskFailures } from '../../../../src/model/topology/failure.ts';
import { fatTree } from '../../../../src/model/topology/fatTree.ts';
import { hopsFrom } from '../../../../src/model/topology/hops.ts';
import { layOut } from '../../../../src/model/topology/layout.ts';
import {
  allPaths,
  equalCostPaths,
  equalCostSpread,
  shortestPath,
} from '../../../../src/model/topology/route.ts';
import type { Topology } from '../../../../src/model/topology/topology.ts';
import { anyWiring, closWiring, dimensionLists, dimensions, linkKind } from './samples.ts';

/** A wiring with two of its NPUs. */
const pairs = anyWiring.chain((wiring) => {
  const npu = fc.nat({ max: layOut(wiring).npuCount - 1 });
  return fc.record({ wiring: fc.constant(wiring), from: npu, to: npu });
});

function walk(topology: Topology, from: number, links: readonly number[]): number {
  let at = from;
  for (const link of links) {
    expect(topology.ends[2 * link]).toBe(at);
    at = topology.ends[2 * link + 1]!;
  }
  return at;
}

describe('dimension order', () => {
  it('leads along links from one NPU to the other', () => {
    fc.assert(
      fc.property(pairs, ({ wiring, from, to }) => {
        const route = dimensionOrderRoute(wiring, layOut(wiring), from, to);
        expect(walk(buildTopology(wiring), from, route)).toBe(to);
      }),
    );
  });

  it('is as short as any on a dimension list', () => {
    fc.assert(
      fc.property(dimensionLists(64), fc.nat(), fc.nat(), ({ wiring }, a, b) => {
        const layout = layOut(wiring);
        const [from, to] = [a % layout.npuCount, b % layout.npuCount];
        const route = dimensionOrderRoute(wiring, layout, from, to);
        expect(route.length).toBe(hopsFrom(buildTopology(wiring), from)[to]);
      }),
    );
  });

  it('corrects the innermost dimension first and goes clockwise where both ways are as long', () => {
    const wiring = dimensions('torus:6x10');
    const topology = buildTopology(wiring);
    const nodes = (from: number, to: number) =>
      dimensionOrderRoute(wiring, layOut(wiring), from, to).map((link) => topology.ends[2 * link + 1]);
    expect(nodes(0, 3)).toEqual([1, 2, 3]);
    expect(nodes(0, 4)).toEqual([5, 4]);
    expect(nodes(3, 0)).toEqual([4, 5, 0]);
    expect(nodes(0, 6 * 5 + 1)).toEqual([1, 7, 13, 19, 25, 31]);
    expect(nodes(0, 6 * 9)).toEqual([54]);
  });

  it('climbs a fat tree only to the level that joins the two', () => {
    const shape = [2, 2, 4];
    const wiring = closWiring(shape, fatTree(shape, [linkKind('a'), linkKind('b'), linkKind('c')]));
    const hops = (to: number) => dimensionOrderRoute(wiring, layOut(wiring), 0, to).length;
    expect([hops(0), hops(1), hops(2), hops(4)]).toEqual([0, 2, 4, 6]);
  });

  it('spreads destinations evenly over the switches of a level', () => {
    const shape = [8, 8];
    const wiring = closWiring(shape, fatTree(shape, [linkKind('leaf'), linkKind('spine')]));
    const load = new Map<number, number>();
    for (let to = 8; to < 64; to++)
      for (const link of dimensionOrderRoute(wiring, layOut(wiring), 0, to))
        load.set(link, (load.get(link) ?? 0) + 1);
    const uplinks = [...load].filter(([link, flows]) => link >= 2 * 64 && link % 2 === 0 && flows > 0);
    expect(uplinks.map(([, flows]) => flows)).toEqual([7, 7, 7, 7, 7, 7, 7, 7]);
  });

  it('refuses an NPU that is not there', () => {
    const wiring = dimensions('ring:4');
    expect(() => dimensionOrderRoute(wiring, layOut(wiring), 0, 4)).toThrow(/to is 4.*from 0 to 3/);
  });
});

describe('shortest path', () => {
  it('has the hops of a breadth-first search, the sum of latencies and the narrowest bandwidth', () => {
    fc.assert(
      fc.property(pairs, ({ wiring, from, to }) => {
        const topology = buildTopology(wiring);
        const path = shortestPath(topology, from, to)!;
        expect(path.links.length).toBe(hopsFrom(topology, from)[to]);
        expect(walk(topology, from, path.links)).toBe(to);
        expect(path.nodes).toHaveLength(path.links.length + 1);
        expect(path.latency).toBeCloseTo(path.links.length * 5e-7, 12);
        const widths = path.links.map((link) => topology.bandwidth[link]!);
        expect(path.bandwidth).toBe(widths.length ? Math.min(...widths) : 0);
      }),
    );
  });

  it('never gets shorter when links, nodes or switches fail', () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.nat(), { maxLength: 4 }), ({ wiring, from, to }, picks) => {
        const topology = buildTopology(wiring);
        const before = shortestPath(topology, from, to)!.links.length;
        const failures = picks.map((pick, i) => {
          if (i % 2 || topology.linkCount === 0)
            return { kind: 'node' as const, index: pick % topology.nodeCount };
          const link = pick % topology.linkCount;
          return {
            kind: 'link' as const,
            from: topology.ends[2 * link]!,
            to: topology.ends[2 * link + 1]!,
          };
        });
        const mask = maskFailures(topology, failures);
        const after = shortestPath(topology, from, to, mask);
        if (!after) return;
        expect(after.links.length).toBeGreaterThanOrEqual(before);
        expect(after.links.some((link) => mask.links[link])).toBe(false);
        expect(after.nodes.some((node) => mask.nodes[node])).toBe(false);
      }),
    );
  });

  it('is reported missing where failures cut the two apart', () => {
    const topology = buildTopology(dimensions('ring:5'));
    const mask = maskFailures(topology, [
      { kind: 'link', from: 0, to: 1 },
      { kind: 'link', from: 4, to: 0 },
    ]);
    expect(shortestPath(topology, 0, 2, mask)).toBeUndefined();
    expect(shortestPath(topology, 1, 4, mask)?.nodes).toEqual([1, 2, 3, 4]);
    const dead = maskFailures(topology, [{ kind: 'node', index: 2 }]);
    expect(shortestPath(topology, 0, 2, dead)).toBeUndefined();
    expect(shortestPath(topology, 2, 0, dead)).toBeUndefined();
  });
});

describe('equal-cost paths', () => {
  it('of a mesh are the orders in which its dimensions can be corrected', () => {
    const topology = buildTopology(dimensions('fullmesh:4,fullmesh:4,fullmesh:4'));
    const paths = equalCostPaths(topology, 0, 63, 100);
    expect(paths).toHaveLength(6);
    expect(new Set(paths.map(({ nodes }) => nodes.join()))).toHaveLength(6);
  });

  it('are as many as the spread counts, and the shares that arrive add up to one', () => {
    fc.assert(
      fc.property(pairs, ({ wiring, from, to }) => {
        const topology = buildTopology(wiring);
        const spread = equalCostSpread(topology, from, to)!;
        const listed = equalCostPaths(topology, from, to, 4096);
        if (listed.length < 4096) expect(spread.paths).toBe(listed.length);
        if (from === to) return;
        const arriving = spread.links.reduce(
          (sum, link, i) => sum + (topology.ends[2 * link + 1] === to ? spread.shares[i]! : 0),
          0,
        );
        expect(arriving).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('all paths', () => {
  it('of a full mesh of eight: the direct one, then one through each of the six others', () => {
    const topology = buildTopology(dimensions('fullmesh:8'));
    const paths = allPaths(topology, 0, 7, 1, 100);
    expect(paths.map(({ nodes }) => nodes.join('-'))).toEqual([
      '0-7',
      '0-1-7',
      '0-2-7',
      '0-3-7',
      '0-4-7',
      '0-5-7',
      '0-6-7',
    ]);
    const mask = maskFailures(topology, [{ kind: 'link', from: 0, to: 7 }]);
    // With the direct link gone the shortest has two hops, and one more is allowed again.
    expect(allPaths(topology, 0, 7, 1, 100, mask).map(({ links }) => links.length)).toEqual([
      ...Array.from({ length: 6 }, () => 2),
      ...Array.from({ length: 30 }, () => 3),
    ]);
  });

  it('visit no node twice, differ from each other, and come shortest first', () => {
    fc.assert(
      fc.property(pairs, ({ wiring, from, to }) => {
        const topology = buildTopology(wiring);
        const paths = allPaths(topology, from, to, 2, 50);
        expect(paths.length).toBeGreaterThan(0);
        expect(new Set(paths.map(({ links }) => links.join())).size).toBe(paths.length);
        paths.forEach(({ nodes, links }, i) => {
          expect(new Set(nodes).size).toBe(nodes.length);
          expect(walk(topology, from, links)).toBe(to);
          if (i) expect(links.length).toBeGreaterThanOrEqual(paths[i - 1]!.links.length);
        });
      }),
    );
  });

  it('refuses more paths or detours than it lists', () => {
    const topology = buildTopology(dimensions('ring:4'));
    expect(() => allPaths(topology, 0, 1, 9, 10)).toThrow(/detour is 9/);
    expect(() => allPaths(topology, 0, 1, 1, 0)).toThrow(/number of paths is 0/);
    expect(() => shortestPath(topology, 0, -1)).toThrow(/to is -1/);
  });
});
