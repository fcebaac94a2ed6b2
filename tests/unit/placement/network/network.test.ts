import { describe, expect, it } from 'vitest';
import { bundleDesign } from '../../../../src/model/topology/designBundle.ts';
import { designOf } from '../../../../src/model/topology/design.ts';
import { designFamilies, mostChips } from '../../../../src/model/topology/designFamily.ts';
import { measureDesign } from '../../../../src/model/topology/designMeasure.ts';
import { usualShape } from '../../../../src/model/topology/designShape.ts';
import { bundleLinks, drawLinks, drawNetwork } from '../../../../src/placement/network/network.ts';
import { nodePlaces } from '../../../../src/placement/network/nodePlaces.ts';
import { mixSolids } from '../../../../src/placement/solid/mix.ts';

const all = { lines: Infinity, chips: Infinity, switches: Infinity };
const budget = { lanes: 64, laneRate: 100e9, planes: 8 };
const design = (family: (typeof designFamilies)[number], chips: number) =>
  designOf(family, usualShape(family, chips)!, budget);
const linksOf = (family: (typeof designFamilies)[number], chips: number, lines: number) => {
  const one = design(family, chips);
  const light = one.tiers.map(() => false);
  return drawLinks({ design: one, light, right: 0 }, bundleLinks(one, { ...all, lines }));
};

describe.each(designFamilies)('%s', (family) => {
  it.each([8, 64, 384, 4096])('of %i chips has every node in a place of its own', (chips) => {
    const one = design(family, chips);
    const { at } = nodePlaces(one, bundleDesign(one, all));
    const places = new Set<string>();
    for (let node = 0; node < at.length / 3; node++)
      places.add([...at.subarray(3 * node, 3 * node + 3)].map((value) => value.toFixed(4)).join(' '));
    expect(places.size).toBe(at.length / 3);
    expect(at.every(Number.isFinite)).toBe(true);
  });

  it('draws every link one by one where there is room for them', () => {
    const { count, points } = linksOf(family, 64, 4096);
    expect(count).toBe(measureDesign(design(family, 64)).links);
    expect(points.every(Number.isFinite)).toBe(true);
  });

  it('keeps to its room at the largest size, and says how many links a line stands for', () => {
    const one = design(family, mostChips);
    const bundle = bundleLinks(one, { lines: 4096, chips: 256, switches: 300 });
    expect(bundle.lines).toBeLessThanOrEqual(4096);
    expect(bundle.linksPerLine.every((links) => links >= 1)).toBe(true);
    expect(drawLinks({ design: one, light: one.tiers.map(() => true), right: 0 }, bundle).count).toBe(
      bundle.lines,
    );
    expect(
      drawNetwork(one, { lines: 4096, chips: 256, switches: 300 }, 0, 0).solids.count,
    ).toBeLessThanOrEqual(556);
  });

  it('is as large however much of it is drawn together', () => {
    const sizes = [256, 8192].map((chips) => {
      const [low, high] = drawNetwork(design(family, 4096), { ...all, chips }, 0, 0).bounds;
      return low.map((value, k) => high[k]! - value);
    });
    sizes[0]!.forEach((size, k) =>
      expect(Math.abs(size - sizes[1]![k]!)).toBeLessThan(0.35 * sizes[1]![k]! + 1),
    );
  });
});

describe('bundles are counted', () => {
  it('of a full mesh all links but those inside the blocks', () => {
    const bundle = bundleDesign(design('fullmesh', mostChips), { ...all, lines: 32_640 });
    const [links = 0] = bundle.linksPerLine;
    const blocks = mostChips / bundle.chipsPerNode;
    const inside = (blocks * bundle.chipsPerNode * (bundle.chipsPerNode - 1)) / 2;
    expect(bundle.lines).toBe((blocks * (blocks - 1)) / 2);
    expect(bundle.lines * links + inside).toBe(134_209_536);
  });

  it('of a torus all links but those inside the blocks', () => {
    const one = designOf('torus', [8, 8, 8], budget);
    const { wiring, linksPerLine } = bundleDesign(one, { ...all, lines: 200 });
    expect(wiring.shape).toEqual([4, 4, 4]);
    expect(linksPerLine).toEqual([4, 4, 4]);
  });

  it('of a fat tree first the planes', () => {
    const { planes, linksPerLine } = bundleDesign(design('clos', 64), { ...all, lines: 200 });
    expect(planes).toBe(1);
    expect(linksPerLine).toEqual([8, 8]);
  });
});

it('chips move from where they stood to where they stand, and switches grow in their places', () => {
  const before = drawNetwork(design('fullmesh', 64), all, 0, 0).solids;
  const after = drawNetwork(design('planes', 64), all, 0, 0).solids;
  const [start, end] = [mixSolids(before, after, 0), mixSolids(before, after, 1)];
  expect([...start.centre.subarray(0, 192)]).toEqual([...before.centre]);
  expect(end.centre).toEqual(after.centre);
  expect(end.half).toEqual(after.half);
  expect(start.half[3 * 64]).toBe(0);
});
