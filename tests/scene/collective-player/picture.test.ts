import { expect, test } from 'vitest';
import { createPlayerPicture, bandsOf } from '../../../src/scene/collective-player/picture.ts';
import { drawingOf } from '../../unit/widget/collective-player/played.ts';
import { frameCost } from '../sceneGraph.ts';

const pictureOf = (state: string) => {
  const { solids, towers } = drawingOf(state);
  return {
    solids,
    links: towers.flatMap(({ links }) => links),
    inside: towers.flatMap(({ inside }) => inside),
  };
};

test('four of the largest machines take few draws and few triangles', () => {
  const system = 'atlas-960-superpod-15488';
  const picture = createPlayerPicture(
    pictureOf(`systems=${[system, system, system, system].join()}&algorithm=hierarchical,ring`),
    1120,
  );
  const { draws, triangles } = frameCost(picture.scene);
  expect(draws).toBeGreaterThan(1);
  expect(draws).toBeLessThanOrEqual(25);
  expect(triangles).toBeLessThanOrEqual(60_000);
  picture.dispose();
});

test('a busy link is drawn wider than one that idles, and over it', () => {
  const bands = bandsOf(pictureOf('systems=atlas-950-superpod-8192&algorithm=hierarchical&time=1'), 1120);
  const widths = bands.map(({ look }) => look[0]);
  expect(Math.max(...widths)).toBeGreaterThan(4 * Math.min(...widths));
  expect(widths.at(-1)).toBe(Math.max(...widths));
});
