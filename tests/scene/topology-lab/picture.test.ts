import { describe, expect, it } from 'vitest';
import { designFamilies } from '../../../src/model/topology/designFamily.ts';
import { createSheetPicture } from '../../../src/scene/sheet/picture.ts';
import { labSheet } from '../../../src/widget/topology-lab/sheet.ts';
import { bundleLinks, drawLinks } from '../../../src/placement/network/network.ts';
import { designOf } from '../../../src/model/topology/design.ts';
import { usualShape } from '../../../src/model/topology/designShape.ts';
import { data, say, stateOf } from '../../unit/widget/topology-lab/recorded.ts';
import { drawables, frameCost } from '../sceneGraph.ts';

const frame = { width: 1120, height: 630 };
const linesSeen = (picture: ReturnType<typeof createSheetPicture>) =>
  drawables(picture.scene)
    .filter((object) => object.type === 'LineSegments' && object.visible)
    .map(({ geometry }) => geometry.drawRange.count / 2)
    .filter(Number.isFinite);

describe('the largest networks keep the budget of a scene', () => {
  it.each([...designFamilies.map((family) => `family=${family}`), 'family=clos&beside=dragonfly'])(
    '%s',
    (query) => {
      const shown = labSheet(say, data, stateOf(`${query}&chips=16384`));
      const picture = createSheetPicture(shown.sheet, frame);
      picture.place(shown.full!.solids);
      const { draws, triangles } = frameCost(picture.scene);
      expect(draws).toBeLessThanOrEqual(25);
      expect(triangles).toBeGreaterThan(1000);
      expect(triangles).toBeLessThanOrEqual(150_000);
      picture.dispose();
    },
  );
});

it('draws all lines once they are there, and the bundles of paper while a hand turns it', () => {
  const shown = labSheet(say, data, stateOf('family=fullmesh&chips=256'));
  const picture = createSheetPicture(shown.sheet, frame);
  const design = designOf('fullmesh', usualShape('fullmesh', 256)!, { lanes: 64, laneRate: 1e11, planes: 8 });
  const [onPaper] = linesSeen(picture);
  expect(onPaper).toBeLessThanOrEqual(4096);
  picture.carry(
    drawLinks(
      { design, light: [false], right: 0 },
      bundleLinks(design, { lines: 262_144, chips: 4096, switches: 8192 }),
    ),
  );
  expect(linesSeen(picture)).toEqual([32_640]);
  picture.whole(false);
  expect(linesSeen(picture)).toEqual([onPaper]);
  picture.whole(true);
  picture.bare();
  expect(linesSeen(picture)).toEqual([]);
  picture.dispose();
});
