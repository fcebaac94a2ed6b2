import { describe, expect, it } from 'vitest';
import { buildTopology } from '../../../../src/model/topology/build.ts';
import { countCabling, mediumOf } from '../../../../src/model/topology/cableMedium.ts';
import { cableRuns, foldedPlace } from '../../../../src/model/topology/cableRun.ts';
import { designOf } from '../../../../src/model/topology/design.ts';
import { designFamilies, mostChips } from '../../../../src/model/topology/designFamily.ts';
import { measureDesign } from '../../../../src/model/topology/designMeasure.ts';
import { usualShape } from '../../../../src/model/topology/designShape.ts';

const budget = { lanes: 64, laneRate: 100e9, planes: 2 };
const hall = { chipsPerCabinet: 64, inside: 0.6, pitch: 0.6, rowPitch: 2.4, rise: 1.5 };
const cases = designFamilies.flatMap((family) =>
  [8, 64, 72, 100, 384, 512, 1000, 1024, 2048].flatMap((chips) => {
    const shape = usualShape(family, chips);
    return shape ? [{ family, shape, name: `${family} ${shape.join('x')}` }] : [];
  }),
);

describe('every link is run once', () => {
  it.each(cases)('$name', ({ family, shape }) => {
    const design = designOf(family, shape, budget);
    const { tiers } = measureDesign(design);
    const counted = tiers.map(() => 0);
    for (const { tier, links } of cableRuns(design, hall)) counted[tier]! += links;
    expect(counted).toEqual(tiers.map(({ links }) => links));
  });
});

/** The cabinet of a chip of a design of one dimension, and of two whose first fills a cabinet. */
const lineCabinet = (chip: number) => Math.floor(chip / 64);

it.each([
  ['fullmesh', [200]],
  ['fullmesh', [512]],
  ['ndmesh', [64, 7]],
  ['ndmesh', [8, 40]],
] as const)('metres of %s %j are those of its links, one by one', (family, shape) => {
  const design = designOf(family, shape, budget);
  const { ends, linkCount } = buildTopology(design.wiring);
  const cabinets = Math.ceil(design.chips / 64);
  const perRow = Math.round(Math.sqrt(cabinets * 4));
  let metres = 0;
  for (let link = 0; link < linkCount; link += 2) {
    const [a, b] = [lineCabinet(ends[2 * link]!), lineCabinet(ends[2 * link + 1]!)];
    const across = 0.6 * Math.abs((a % perRow) - (b % perRow));
    const back = 2.4 * Math.abs(Math.floor(a / perRow) - Math.floor(b / perRow));
    metres += a === b ? 0.6 : across + back + 3;
  }
  const runs = [...cableRuns(design, hall)];
  expect(runs.reduce((sum, { links, metres: each }) => sum + links * each, 0)).toBeCloseTo(metres, 4);
});

it('a folded ring has its neighbours at most two places apart, each place taken once', () => {
  for (const m of [1, 2, 3, 4, 7, 16, 33]) {
    const places = Array.from({ length: m }, (_, p) => foldedPlace(p, m));
    expect([...places].sort((a, b) => a - b)).toEqual(Array.from({ length: m }, (_, p) => p));
    places.forEach((place, p) => expect(Math.abs(place - places[(p + 1) % m]!)).toBeLessThanOrEqual(2));
  }
});

it('a ring of a thousand keeps to neighbouring cabinets', () => {
  const design = designOf('ring', [1024], budget);
  const between = [...cableRuns(design, hall)].filter(({ metres }) => metres > hall.inside);
  expect(between).toHaveLength(16);
  expect(between.every(({ links }) => links === 1)).toBe(true);
});

it('switches stand with the chips that they alone join, and else in their middle', () => {
  const near = [...cableRuns(designOf('planes', [64], budget), hall)];
  expect(near.every(({ metres }) => metres === hall.inside)).toBe(true);
  const far = [...cableRuns(designOf('planes', [128], budget), hall)];
  expect(far.every(({ metres }) => Math.abs(metres - 3.3) < 1e-9)).toBe(true);
});

it('copper as far as it reaches, then copper with chips, then light', () => {
  const reach = { passive: 2, active: 7 };
  expect([1, 2, 2.1, 7, 8].map((metres) => mediumOf(metres, reach))).toEqual([
    'copper',
    'copper',
    'active-copper',
    'active-copper',
    'optical',
  ]);
  expect(mediumOf(3, { passive: 1, active: null })).toBe('optical');
});

it('sorts all cables of every family at every size', () => {
  for (const family of designFamilies)
    for (const chips of [64, 1024, mostChips]) {
      const design = designOf(family, usualShape(family, chips)!, { ...budget, planes: 8 });
      const { tiers, cables } = measureDesign(design);
      const { byMedium, longest } = countCabling(tiers, cableRuns(design, hall), { passive: 2, active: 7 });
      const sum = Object.values(byMedium).reduce((all, { cables: own }) => all + own, 0);
      expect(sum, `${family} ${String(chips)}`).toBe(cables);
      expect(Number.isFinite(longest)).toBe(true);
    }
});
