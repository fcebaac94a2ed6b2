import { describe, expect, it } from 'vitest';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { designOf } from '../../../../src/model/topology/design.ts';
import { designFamilies, leastChips, mostChips } from '../../../../src/model/topology/designFamily.ts';
import { measureDesign } from '../../../../src/model/topology/designMeasure.ts';
import { usualShape } from '../../../../src/model/topology/designShape.ts';
import { countDistances, representativeNpus } from '../../../../src/model/topology/distance.ts';
import { countBisection } from '../../../../src/model/topology/countBisection.ts';
import { countPorts } from '../../../../src/model/topology/hardwareCount.ts';

const budget = { lanes: 64, laneRate: 100e9, planes: 2 };
const counts = [
  8, 9, 12, 16, 24, 27, 36, 60, 64, 72, 96, 100, 128, 210, 256, 384, 500, 512, 1000, 1024, 2048,
];

const cases = designFamilies.flatMap((family) =>
  counts.flatMap((chips) => {
    const shape = usualShape(family, chips);
    return shape ? [{ family, shape, name: `${family} ${shape.join('x')}` }] : [];
  }),
);
const odd = (
  [
    ['torus', [2, 3, 5]],
    ['torus', [2, 2, 2, 2, 3]],
    ['ndmesh', [2, 3, 7]],
    ['clos', [3, 5]],
    ['clos', [5, 3, 4]],
    ['rails', [3, 5]],
    ['rails', [3, 4, 5]],
    ['dragonfly', [1, 5, 6]],
    ['dragonfly', [2, 3, 4]],
    ['dragonfly', [3, 4, 1]],
    ['dragonfly', [4, 1, 5]],
    ['dragonfly', [1, 12, 13]],
    ['dragonfly', [2, 7, 11]],
  ] as const
).map(([family, shape]) => ({ family, shape, name: `${family} ${shape.join('x')}` }));

describe('what a formula says of a design is what its link table counts', () => {
  it.each([...cases, ...odd])('$name', ({ family, shape }) => {
    const design = designOf(family, shape, budget);
    const measured = measureDesign(design);
    const topology = buildTopology(design.wiring);
    const counted = countDistances(topology, representativeNpus(design.wiring));
    expect(measured.diameter).toBe(counted.diameter);
    expect(measured.mean).toBeCloseTo(counted.mean, 9);
    expect(measured.switches).toBe(topology.switchCount);
    expect(measured.links).toBe(topology.linkCount / 2);
    expect(measured.ports).toEqual(countPorts(topology));
    measured.tiers.forEach(({ name, links }) => {
      const index = topology.tiers.indexOf(name);
      expect(topology.tier.filter((tier) => tier === index).length / 2, name).toBe(links);
    });
  });
});

it.each([...cases, ...odd].filter(({ shape }) => shape.reduce((a, b) => a * b, 1) <= 9))(
  'no cut of $name into halves is narrower than a bisection said to be exact',
  ({ family, shape }) => {
    const design = designOf(family, shape, { ...budget, planes: 1 });
    const { bandwidth, method } = measureDesign(design).bisection;
    const topology = buildTopology(design.wiring);
    if (topology.nodeCount > 16) return;
    const counted = countBisection(topology);
    expect(bandwidth).toBeGreaterThanOrEqual(counted);
    if (method === 'closed form') expect(bandwidth).toBe(counted);
  },
);

it('measures every family at its largest, of which no table could be built', () => {
  for (const family of designFamilies) {
    const design = designOf(family, usualShape(family, mostChips)!, { ...budget, planes: 8 });
    const measured = measureDesign(design);
    expect(design.chips).toBe(mostChips);
    for (const value of [measured.links, measured.mean, measured.diameter, measured.bisection.bandwidth])
      expect(Number.isFinite(value) && value > 0, family).toBe(true);
  }
});

it('a full mesh has a cable for every pair of chips', () => {
  const cablesOf = (chips: number) => measureDesign(designOf('fullmesh', [chips], budget)).cables;
  expect(cablesOf(64)).toBe(2016);
  expect(cablesOf(mostChips)).toBe(134_209_536);
  expect(cablesOf(leastChips)).toBe(28);
});
