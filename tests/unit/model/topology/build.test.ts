import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { fatTree } from '../../../../src/model/topology/fatTree.ts';
import { layOut } from '../../../../src/model/topology/layout.ts';
import { railOptimised } from '../../../../src/model/topology/railOptimised.ts';
import { switchedPlanes } from '../../../../src/model/topology/switchedPlanes.ts';
import { anyWiring, closWiring, dimensions, dragonflyWiring, linkKind } from './samples.ts';

/** Links at every node. */
function degrees(topology: ReturnType<typeof buildTopology>): number[] {
  const degree = Array.from({ length: topology.nodeCount }, () => 0);
  for (let link = 0; link < topology.linkCount; link++) degree[topology.ends[2 * link]!]!++;
  return degree;
}

describe('every family', () => {
  it('writes both directions of each link side by side, between nodes that exist, with finite figures', () => {
    fc.assert(
      fc.property(anyWiring, (wiring) => {
        const topology = buildTopology(wiring);
        const { ends, linkCount, nodeCount, bandwidth, latency, length, medium, tier } = topology;
        expect(linkCount).toBe(2 * layOut(wiring).physicalLinks);
        expect(topology.npuCount + topology.switchCount).toBe(nodeCount);
        for (let link = 0; link < linkCount; link++) {
          const [from, to] = [ends[2 * link]!, ends[2 * link + 1]!];
          expect(from).toBeLessThan(nodeCount);
          expect(from).not.toBe(to);
          expect([ends[2 * (link ^ 1) + 1], ends[2 * (link ^ 1)]]).toEqual([from, to]);
          expect(bandwidth[link]).toBeGreaterThan(0);
          expect(Number.isFinite(bandwidth[link]!) && Number.isFinite(latency[link]!)).toBe(true);
          expect(latency[link]).toBeGreaterThanOrEqual(0);
          expect(length[link]).toBeGreaterThanOrEqual(0);
          expect(topology.media[medium[link]!]).toBeDefined();
          expect(topology.tiers[tier[link]!]).toBeDefined();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives each NPU of a dimension list n − 1 links of a full mesh, 2 of a ring, 1 of a switch', () => {
    const all = degrees(buildTopology(dimensions('fullmesh:5,ring:4,switch:3,ring:2')));
    expect(new Set(all.slice(0, 120))).toEqual(new Set([4 + 2 + 1 + 1]));
    expect(new Set(all.slice(120))).toEqual(new Set([3]));
  });
});

describe('counts', () => {
  it('of a 4D full mesh of 1,024 NPUs', () => {
    const topology = buildTopology(dimensions('fullmesh:8,fullmesh:8,fullmesh:4,fullmesh:4'));
    // N × Σ(n − 1) / 2
    expect(topology.linkCount / 2).toBe((1024 * (7 + 7 + 3 + 3)) / 2);
    expect(topology.switchCount).toBe(0);
  });

  it('of a torus: three links a chip, or fewer where a ring is of two or one', () => {
    expect(buildTopology(dimensions('torus:4x5x6')).linkCount / 2).toBe(3 * 120);
    expect(buildTopology(dimensions('torus:4x2x1')).linkCount / 2).toBe(8 + 4);
  });

  it('of a k-ary fat tree: k³/4 NPUs, 5k²/4 switches, 3k³/4 links', () => {
    const k = 8;
    const shape = [k / 2, k / 2, k];
    const links = ['edge', 'aggregation', 'core'].map((tier) => linkKind(tier));
    const topology = buildTopology(closWiring(shape, fatTree(shape, links)));
    expect(topology.npuCount).toBe(k ** 3 / 4);
    expect(topology.switchCount).toBe((5 * k ** 2) / 4);
    expect(topology.linkCount / 2).toBe((3 * k ** 3) / 4);
    expect(new Set(degrees(topology).slice(topology.npuCount))).toEqual(new Set([k]));
  });

  it('of an oversubscribed leaf and spine: 16 down, 4 up at 4:1', () => {
    const shape = [16, 10];
    const topology = buildTopology(
      closWiring(shape, fatTree(shape, [linkKind('leaf'), linkKind('spine')], 4)),
    );
    expect(topology.switchCount).toBe(10 + 4);
    expect(topology.linkCount / 2).toBe(160 + 10 * 4);
  });

  it('of two tiers of switched planes: chips, links and ports of CloudMatrix 384', () => {
    const clos = switchedPlanes(
      {
        over: [0],
        planes: 7,
        linksPerPlane: 2,
        link: linkKind('l1', 28e9),
        place: { on: 'board' },
      },
      { over: [0, 1], switches: 16, link: linkKind('l2', 28e9), place: { on: 'interconnect', perBoard: 0 } },
    );
    const topology = buildTopology(closWiring([8, 48], clos));
    expect(topology.switchCount).toBe(336 + 112);
    expect(topology.linkCount / 2).toBe(5376 + 5376);
    const all = degrees(topology);
    expect(new Set(all.slice(0, 384))).toEqual(new Set([14]));
    expect(new Set(all.slice(384 + 336))).toEqual(new Set([48]));
    // A switch of the second level meets one first-level switch of every node, all of one plane.
    const planes = new Set<number>();
    const last = topology.nodeCount - 1;
    for (let link = 0; link < topology.linkCount; link++)
      if (topology.ends[2 * link + 1] === last) planes.add((topology.ends[2 * link]! - 384) % 7);
    expect(planes.size).toBe(1);
  });

  it('of parallel links that differ by plane: 5, 4, 4, 5 to the four chips of an HGX board', () => {
    const clos = switchedPlanes({
      over: [0],
      planes: 4,
      linksPerPlane: [5, 4, 4, 5],
      link: linkKind('nvlink', 25e9),
      place: { on: 'board' },
    });
    const all = degrees(buildTopology(closWiring([8], clos)));
    expect(all).toEqual([18, 18, 18, 18, 18, 18, 18, 18, 40, 32, 32, 40]);
  });

  it('of rails: NPU r of every server on rail switch r', () => {
    const clos = railOptimised({
      server: 1,
      all: [0, 1],
      spines: 2,
      linksPerSpine: 3,
      rail: linkKind('rail'),
      spine: linkKind('spine'),
      place: { on: 'interconnect', perBoard: 0 },
    });
    const topology = buildTopology(closWiring([4, 6], clos));
    expect(topology.switchCount).toBe(4 + 2);
    expect(topology.linkCount / 2).toBe(24 + 4 * 2 * 3);
    for (let npu = 0; npu < 24; npu++) expect(topology.ends[4 * npu + 1]).toBe(24 + (npu % 4));
  });

  it('of a balanced dragonfly: a = 2p = 2h, g = ah + 1', () => {
    const [p, a, h] = [2, 4, 2];
    const g = a * h + 1;
    const topology = buildTopology(dragonflyWiring([p, a, g], h));
    expect(topology.npuCount).toBe(p * a * g);
    expect(topology.switchCount).toBe(a * g);
    expect(topology.linkCount / 2).toBe(p * a * g + (g * a * (a - 1)) / 2 + (g * (g - 1)) / 2);
    expect(new Set(degrees(topology).slice(p * a * g))).toEqual(new Set([p + a - 1 + h]));
  });
});

describe('what cannot be built', () => {
  const wiring = dimensions('fullmesh:4');
  const [mesh] = wiring.families;
  const cases: [string, () => unknown, RegExp][] = [
    ['no dimension', () => buildTopology({ ...wiring, shape: [] }), /shape has no dimensions.*allowed/],
    ['zero NPUs', () => buildTopology({ ...wiring, shape: [0] }), /dimension 0 is 0.*from 1/],
    ['a fraction of an NPU', () => buildTopology({ ...wiring, shape: [2.5] }), /is 2\.5.*whole numbers/],
    ['not a number', () => buildTopology({ ...wiring, shape: [NaN] }), /is NaN.*whole numbers/],
    [
      'too many links',
      () => buildTopology({ ...wiring, shape: [60_000] }),
      /directed links is \d+.*to 8388608/,
    ],
    [
      'a negative bandwidth',
      () => buildTopology({ ...wiring, families: [{ ...mesh, link: linkKind('x', -1) } as never] }),
      /bandwidth of tier x is -1.*above 0/,
    ],
    [
      'a dimension that is not there',
      () => buildTopology({ ...wiring, families: [{ ...mesh, over: 3 } as never] }),
      /dimension of a full mesh is 3.*from 0 to 0/,
    ],
    [
      'a dragonfly without ports for its groups',
      () => buildTopology(dragonflyWiring([1, 2, 9], 1)),
      /groups of a dragonfly is 9.*to 3/,
    ],
    [
      'a block that does not divide the shape',
      () => buildTopology({ ...wiring, boardBlock: [3] }),
      /block of a board is 3.*divisors/,
    ],
    [
      'a level that leaves out a dimension of the level below',
      () =>
        buildTopology(
          closWiring([2, 2], {
            family: 'clos',
            levels: [
              { over: [0], switches: 1, parallel: 1, link: linkKind('a'), place: { on: 'board' } },
              { over: [1], switches: 1, parallel: 1, link: linkKind('b'), place: { on: 'board' } },
            ],
          }),
        ),
      /dimensions of level 2.*level below/,
    ],
  ];
  it.each(cases)('%s is refused with its name, value and range', (_, run, message) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(message);
  });
});
