import { Mesh, LineSegments } from 'three';
import { expect, test } from 'vitest';
import { readCabinets } from '../../../src/data/readCabinets.ts';
import { readCatalogue } from '../../../src/data/read.ts';
import { readLayouts } from '../../../src/data/readLayouts.ts';
import { besidePair, drawPair, pairBounds, pairFloor } from '../../../src/placement/cabinet/cabinetPair.ts';
import type { Sheet } from '../../../src/placement/sheet/sheet.ts';
import { createSheetPicture } from '../../../src/scene/sheet/picture.ts';
import { pairOf } from '../../../src/widget/rack-compare/pair.ts';
import { selectRacks } from '../../../src/widget/rack-compare/select.ts';

const data = selectRacks(readCatalogue(), readLayouts(), readCabinets());
const pair = pairOf(data, { left: 'atlas-950-compute', right: 'gb200-nvl72', asof: 'latest' });
const sheetAt = (explode: number): Sheet => ({
  solids: drawPair(pair, explode),
  small: null,
  bounds: pairBounds(pair, explode),
  angles: { yaw: 0.4, pitch: 0.3 },
  floor: pairFloor(pair),
  person: besidePair(pair),
  labels: [],
  dimensions: [],
  differences: [],
});

test('a pair of open cabinets is drawn in few calls', () => {
  const picture = createSheetPicture(sheetAt(1), { width: 1120, height: 630 });
  let draws = 0;
  picture.scene.traverseVisible((object) => {
    if (object instanceof Mesh || object instanceof LineSegments) draws++;
  });
  expect(draws).toBeGreaterThan(2);
  expect(draws).toBeLessThanOrEqual(25);
  picture.dispose();
});

test('both stand on one floor, their fronts in line when closed, and open forwards', () => {
  for (const explode of [0, 1]) {
    const { solids, bounds } = sheetAt(explode);
    let lowest = Infinity;
    for (let i = 0; i < solids.count; i++) {
      lowest = Math.min(lowest, solids.centre[3 * i + 1]! - solids.half[3 * i + 1]!);
    }
    expect(lowest).toBeCloseTo(0, 6);
    expect(bounds[1][2]).toBeGreaterThanOrEqual(0);
  }
  expect(sheetAt(1).bounds[1][2]).toBeGreaterThan(sheetAt(0).bounds[1][2]);
});
