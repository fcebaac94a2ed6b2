import { InstancedBufferGeometry, LineSegments, Mesh, type Object3D } from 'three';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../src/data/read.ts';
import { readPackages } from '../../../src/data/readPackages.ts';
import { figureStrings } from '../../../src/locale/figureStrings.ts';
import { createSheetPicture } from '../../../src/scene/sheet/picture.ts';
import { chipIds, parameters } from '../../../src/widget/package-explorer/params.ts';
import { selectPackages } from '../../../src/widget/package-explorer/select.ts';
import { packageSheet } from '../../../src/widget/package-explorer/sheet.ts';
import { readParameters } from '../../../src/widget/parameter.ts';
import { phrases } from '../../../src/widget/phrases.ts';

const id = 'package-explorer';
const data = selectPackages(readCatalogue(), readPackages());
const say = phrases(figureStrings(id, 'en'), id);
const frame = { width: 1120, height: 630 };
const sheetOf = (query: string) =>
  packageSheet(say, data, readParameters(parameters, new URLSearchParams(query)).values).sheet;

/** Draws of what is visible, and the most boxes that one of them draws. */
function cost(root: Object3D): { draws: number; boxes: number } {
  let [draws, boxes] = [0, 0];
  root.traverseVisible((object) => {
    if (!(object instanceof Mesh || object instanceof LineSegments)) return;
    draws++;
    if (object.geometry instanceof InstancedBufferGeometry)
      boxes = Math.max(boxes, object.geometry.instanceCount);
  });
  return { draws, boxes };
}

describe.each(chipIds)('the package of %s in 3D', (chip) => {
  const alone = sheetOf(`chip=${chip}&compare=none`);

  test('has every box of its drawing, in few draws', () => {
    const picture = createSheetPicture(alone, frame);
    const { draws, boxes } = cost(picture.scene);
    expect(boxes).toBe(alone.solids.count);
    expect(draws).toBeGreaterThan(0);
    expect(draws).toBeLessThanOrEqual(25);
    picture.dispose();
  });

  test('stands on no floor and beside nobody: it is smaller than a hand', () => {
    const [[x0, , z0], [x1, , z1]] = alone.bounds;
    expect(Math.max(x1 - x0, z1 - z0)).toBeLessThan(0.2);
    expect(alone.person).toBeNull();
    expect(alone.floor).toEqual({ lines: [], shadows: [] });
  });
});

test('a second package comes into the same draws and leaves again', () => {
  const [one, two] = [
    sheetOf('chip=nvidia-h100&compare=none'),
    sheetOf('chip=nvidia-h100&compare=ascend-910c'),
  ];
  const picture = createSheetPicture(one, frame);
  const before = cost(picture.scene);
  picture.show(two, frame);
  expect(cost(picture.scene)).toEqual({ draws: before.draws, boxes: two.solids.count });
  expect(two.solids.count).toBeGreaterThan(one.solids.count);
  picture.show(one, frame);
  expect(cost(picture.scene)).toEqual(before);
  picture.dispose();
});
