import { describe, expect, test } from 'vitest';
import { anchorsOf } from '../../../../src/placement/label/anchors.ts';
import { groundOf } from '../../../../src/placement/label/ground.ts';
import { cell, seeBoxes } from '../../../../src/placement/label/sight.ts';
import { buildSolids, looks, type Look } from '../../../../src/placement/solid/solids.ts';
import { cameraAxes, projector } from '../../../../src/placement/view/camera.ts';
import { propsOf, sightOf, sights } from '../recordedHalls.ts';
import { nearness, pointBehind } from '../lineOfSight.ts';

const frame = { width: 400, height: 400 };
/** One metre is 100 pixels, looked at from straight in front. */
const project = projector({ target: [0, 0, 0], yaw: 0, pitch: 0, height: 4 }, frame);

function boxes(...all: readonly { at: readonly [number, number, number]; side: number; look?: Look }[]) {
  const solids = buildSolids(['board']);
  const owner = solids.own([]);
  for (const { at, side, look = 'ink' } of all)
    solids.add({ centre: at, size: [side, side, side], tone: 'board', look, owner });
  return solids.finish();
}

describe('seen from the front', () => {
  const solids = boxes(
    { at: [0, 0, 0], side: 2 },
    { at: [0.5, 0, 2], side: 0.5 },
    { at: [-1.6, 0, 0], side: 0.4, look: 'ghost' },
  );
  const sight = seeBoxes(solids, project, frame);
  const ground = groundOf(
    sight,
    [
      [
        [300, 380],
        [320, 380],
        [320, 399],
        [300, 399],
      ],
    ],
    frame,
  );

  test('a nearer box hides a farther one, and the ground is seen around them', () => {
    expect(ground.boxAt([150, 200])).toBe(0);
    expect(ground.boxAt([250, 200])).toBe(1);
    expect(ground.boxAt([350, 200])).toBe(-1);
  });

  test('a rectangle is free where nothing is drawn, no outline runs and nobody stands', () => {
    expect(ground.isFree({ left: 310, top: 10, right: 390, bottom: 370 })).toBe(true);
    expect(ground.isFree({ left: 280, top: 190, right: 320, bottom: 210 })).toBe(false);
    expect(ground.isFree({ left: 10, top: 190, right: 60, bottom: 210 })).toBe(false);
    expect(ground.isFree({ left: 28, top: 190, right: 50, bottom: 210 })).toBe(true);
    expect(ground.isFree({ left: 300, top: 370, right: 330, bottom: 395 })).toBe(false);
    expect(ground.isFree({ left: 390, top: 10, right: 401, bottom: 20 })).toBe(false);
    expect(ground.hasPerson([310, 390])).toBe(true);
  });

  test('anchors lie on what is seen of a thing', () => {
    const anchors = anchorsOf(sight, (box) => box === 0);
    expect(anchors.length).toBeGreaterThan(4);
    for (const at of anchors) expect(ground.boxAt(at)).toBe(0);
    expect(anchorsOf(sight, (box) => box === 2)).toEqual([]);
  });
});

test.each(sights)(
  'the boxes seen of $name at the level of the $level are those that lines of sight meet',
  (hall) => {
    const { all, camera } = sightOf(propsOf(hall, { level: hall.level }), frame);
    const sight = seeBoxes(all, projector(camera, frame), frame);
    const { eye } = cameraAxes(camera);
    let [met, other] = [0, 0];
    for (let row = 2; row < sight.rows - 1; row += 7) {
      for (let column = 2; column < sight.columns - 1; column += 7) {
        const i = row * sight.columns + column;
        const seen = sight.box[i]!;
        // A cell that an edge crosses shows either side of it.
        if ([1, -1, sight.columns, -sight.columns].some((next) => sight.box[i + next] !== seen)) continue;
        const at = pointBehind((column + 0.5) * cell, (row + 0.5) * cell, camera, frame);
        let [nearest, best] = [-Infinity, -1];
        for (let k = 0; k < all.count; k++) {
          if (all.look[k] === looks.indexOf('ghost')) continue;
          const depth = nearness(all, k, at, eye);
          if (depth !== null && depth > nearest) [nearest, best] = [depth, k];
        }
        if (best === seen) met++;
        else other++;
      }
    }
    expect(met).toBeGreaterThan(50);
    expect(other / (met + other)).toBeLessThan(0.02);
  },
);
